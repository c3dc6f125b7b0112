package dev.tempest;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A position in the results of a query or scan: the next page starts right after it.
 *
 * <p>The offset of a page is the position of the last item that DynamoDB evaluated. With a filter, that may be an item of
 * another type, or one that is not on the page. Then {@link #key()} is null, and only {@link #keyAttributes()} has the
 * position. An offset that you create from a key starts after that key, whether or not there is such an item.
 *
 * @param key the position as a key, or null if the item there is not of the queried type
 * @param keyAttributes the position as DynamoDB returned it: the key attributes of the table and the index, each a
 *     {@link String}, a {@link BigDecimal} or a read-only {@link ByteBuffer}; empty in an offset created from a key
 * @param <K> the key type of the queried view or index
 */
public record Offset<K>(@Nullable K key, Map<String, Object> keyAttributes) {
    public Offset {
        if (key == null && keyAttributes.isEmpty()) {
            throw new IllegalArgumentException("An offset needs a key.");
        }
        keyAttributes = Collections.unmodifiableMap(new LinkedHashMap<>(keyAttributes));
    }

    /** The position right after a key. The key must be complete: on an index, it needs the table's key, too. */
    public Offset(K key) {
        this(Objects.requireNonNull(key, "key"), Map.of());
    }
}
