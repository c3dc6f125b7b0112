package dev.tempest.items;

import dev.tempest.internal.ModelError;

/**
 * An item of one of the table's types.
 *
 * @param type the item type
 * @param item the item
 * @param <T> the item type
 */
public record TypedItem<T>(Class<T> type, T item) implements ReadItem {
    /** Does not show the item, which may hold what no log should hold. */
    @Override
    public String toString() {
        return "TypedItem[" + ModelError.name(type) + "]";
    }
}
