package dev.tempest.internal.schema;

import java.util.Map;

/**
 * Reads the rows of one item type.
 *
 * @param <I> the item type
 * @param <V> the SDK's attribute value
 */
public interface RowReader<I, V> {
    /** The item type. */
    Class<I> type();

    /**
     * Which row of the type's table this is.
     *
     * @throws IllegalArgumentException if a part of the key is null or empty
     */
    RowKey rowKey(Map<String, V> row);

    /**
     * The item in a row as DynamoDB gave it.
     *
     * @throws dev.tempest.UnreadableItemException if the row cannot be read as the type
     */
    I read(Map<String, V> row);

    /** Whether the row is of an item that is past its expiry, and so counts as absent. */
    default boolean isExpired(Map<String, V> row) {
        return false;
    }
}
