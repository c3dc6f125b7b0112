package dev.tempest;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A place in the results of a query or scan; the next page begins right after it.
 *
 * <p>An offset of a page is the place of the last row that DynamoDB looked at. Where a filter was at work, that may be a
 * row of another type or one that the page does not show: then {@link #key()} is null, and {@link #rawKey()} alone tells
 * the place. An offset made by hand from a key begins after that key, whether there is an item or not.
 *
 * @param key the place as a key, or null if the row there is not of the queried type
 * @param rawKey the place as DynamoDB tells it: the key attributes of the table and the index, each a {@link String}, a
 *     {@link BigDecimal} or a read-only {@link ByteBuffer}; empty in an offset made from a key
 * @param <K> the key type of the queried view or index
 */
public record Offset<K>(@Nullable K key, Map<String, Object> rawKey) {
    public Offset {
        if (key == null && rawKey.isEmpty()) {
            throw new IllegalArgumentException("An offset needs a key.");
        }
        rawKey = Collections.unmodifiableMap(new LinkedHashMap<>(rawKey));
    }

    /** The place right after the given key, which must be complete: on an index, with the table's key too. */
    public Offset(K key) {
        this(Objects.requireNonNull(key, "key"), Map.of());
    }
}
