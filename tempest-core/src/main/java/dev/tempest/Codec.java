package dev.tempest;

/**
 * Converts between an item and the raw item that is stored, for the rare case that needs the raw one. Safe for use by
 * several threads.
 *
 * @param <A> the item type or key type
 * @param <D> the table's raw item type
 */
public interface Codec<A, D> {
    /**
     * The raw item that stores the given item.
     *
     * @throws IllegalArgumentException if a key attribute would be missing or empty
     */
    D toDb(A item);

    /**
     * The item that the given raw item stores.
     *
     * @throws UnreadableItemException if the raw item is of another type or lacks what the type needs
     */
    A toApp(D rawItem);
}
