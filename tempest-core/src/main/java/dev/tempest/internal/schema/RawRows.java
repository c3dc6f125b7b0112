package dev.tempest.internal.schema;

import java.util.Map;

/**
 * Raw items as rows, as the SDK makes them.
 *
 * @param <R> the raw item type
 * @param <V> the SDK's attribute value
 */
public interface RawRows<R, V> {
    /**
     * The row that a raw item is stored as.
     *
     * @throws IllegalArgumentException if the object is no raw item: it came through an unchecked cast
     */
    Map<String, V> encode(R rawItem);

    R decode(Map<String, V> row);
}
