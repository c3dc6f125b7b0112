package dev.tempest.internal.codec;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns objects of one type into rows and back, each in one pass.
 *
 * @param <T> an item type or a key type
 * @param <V> the SDK's attribute value
 */
public sealed interface RowCodec<T, V> permits ObjectCodec, SubtypesCodec {
    Class<T> type();

    /** How each property is stored, and each attribute that is made of several. */
    List<Binding<V>> bindings();

    /**
     * The row of an item, in a map of the caller's own.
     *
     * @throws IllegalArgumentException if a property holds what DynamoDB cannot store
     */
    Map<String, V> encode(T item);

    /** The item in a row of a table that is not known. */
    default T decode(Map<String, V> row) {
        return decode(row, null);
    }

    /**
     * The item in a row.
     *
     * @param tableName the DynamoDB table; null if it is not known
     * @throws dev.tempest.UnreadableItemException if the row cannot be read
     */
    T decode(Map<String, V> row, @Nullable String tableName);

    /** The item in a row, or null if the row is not of this type. */
    @Nullable T decodeOrNull(Map<String, V> row);

    /** Whether the row's key carries the type's prefixes. */
    boolean recognizes(Map<String, V> row);
}
