package dev.tempest.internal.items;

import dev.tempest.UnreadableItemException;
import java.util.Map;

/**
 * How items are read that were stored by older models than the one of this program.
 *
 * @param <V> the SDK's attribute value
 */
public interface Models<V> {
    /**
     * An item's attributes by the current model.
     *
     * @throws UnreadableItemException if they cannot be made
     */
    Map<String, V> current(Class<?> itemType, Map<String, V> row);

    /** Says in an item's attributes that they are of the current model. */
    void mark(Class<?> itemType, Map<String, V> row);

    /** Items are read as they are. */
    static <V> Models<V> none() {
        return new Models<>() {
            @Override
            public Map<String, V> current(Class<?> itemType, Map<String, V> row) {
                return row;
            }

            @Override
            public void mark(Class<?> itemType, Map<String, V> row) {
                // Nothing is known of models.
            }
        };
    }
}
