package dev.tempest.internal.query;

import dev.tempest.Offset;
import dev.tempest.UnreadableItemException;
import dev.tempest.internal.model.KeyType;
import dev.tempest.internal.schema.StoredNumber;
import dev.tempest.internal.schema.Values;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns the rows of a query or scan into items, and offsets into DynamoDB's own start keys and into text.
 *
 * @param <K> the key type
 * @param <I> the item type
 * @param <V> the SDK's attribute value
 */
public abstract class PageRows<K, I, V> {
    private final KeyType<K, V> keyType;
    private final Values<V> values;
    private final OffsetTokens tokens;
    // Between the ranges of two subtypes, there may be rows of other types.
    private final boolean isMixed;

    protected PageRows(KeyType<K, V> keyType, OffsetTokens tokens) {
        this.keyType = keyType;
        this.values = keyType.itemType().table().values();
        this.tokens = tokens;
        this.isMixed = keyType.itemType().isToldByKey();
    }

    /** The item in a row as DynamoDB gave it. */
    protected abstract I decode(Map<String, V> row);

    /** Whether a row is no item, but belongs to one. */
    protected boolean isLeftOut(Map<String, V> row) {
        return false;
    }

    /**
     * The items of the rows, in their order.
     *
     * @param onUnreadableItem gets what is wrong with each row that is left out; null to let the first such row fail it all
     */
    public final List<I> contents(
            List<Map<String, V>> rows, @Nullable Consumer<UnreadableItemException> onUnreadableItem) {
        List<I> contents = new ArrayList<>(rows.size());
        for (Map<String, V> row : rows) {
            if (isLeftOut(row) || (isMixed && !keyType.itemType().codec().recognizes(row))) {
                continue;
            }
            try {
                contents.add(decode(row));
            } catch (UnreadableItemException e) {
                if (onUnreadableItem == null) {
                    throw e;
                }
                onUnreadableItem.accept(e);
            }
        }
        return contents;
    }

    /**
     * Where the next page begins; null after the last one.
     *
     * @param lastRow the key where DynamoDB stopped; null or empty after the last page
     */
    protected final @Nullable Offset<K> offset(@Nullable Map<String, V> lastRow) {
        return lastRow == null || lastRow.isEmpty()
                ? null
                : new Offset<>(keyType.codec().decodeOrNull(lastRow), neutral(lastRow));
    }

    /** Where DynamoDB is to begin; null for the beginning. */
    public final @Nullable Map<String, V> startKey(@Nullable Offset<K> offset) {
        return offset == null ? null : rawKey(offset);
    }

    /**
     * Where DynamoDB is to begin with a query; null for the beginning.
     *
     * @throws IllegalArgumentException if the offset is of another partition
     */
    public final @Nullable Map<String, V> startKey(@Nullable Offset<K> offset, KeyQuery<V> query) {
        Map<String, V> startKey = startKey(offset);
        if (startKey != null) {
            boolean samePartition = isSame(startKey.get(keyType.schema().partitionKey()), query.partition());
            for (KeyQuery.Equality<V> other : query.others()) {
                samePartition &= isSame(startKey.get(other.attribute()), other.value());
            }
            if (!samePartition) {
                throw new IllegalArgumentException("The offset is of another partition than the query. Go on with the"
                        + " condition that the offset comes from, or begin again without an Offset.");
            }
        }
        return startKey;
    }

    private boolean isSame(@Nullable V stored, V queried) {
        return stored != null && values.same(stored, queried);
    }

    public final String toText(Offset<K> offset) {
        return tokens.encode(neutral(rawKey(offset)));
    }

    /**
     * The offset that {@link #toText} made the text of.
     *
     * @throws IllegalArgumentException if the text is not of this view, or is damaged
     */
    public final Offset<K> fromText(String text) {
        Map<String, Object> rawKey = tokens.decode(text);
        if (!rawKey.keySet().equals(keyType.attributes())) {
            throw OffsetTokens.refused(null);
        }
        return new Offset<>(keyType.codec().decodeOrNull(fromNeutral(rawKey)), rawKey);
    }

    private Map<String, V> rawKey(Offset<K> offset) {
        K key = offset.key();
        return offset.keyAttributes().isEmpty() && key != null
                ? keyType.encode(key)
                : fromNeutral(offset.keyAttributes());
    }

    private Map<String, Object> neutral(Map<String, V> rawKey) {
        Map<String, Object> neutral = new LinkedHashMap<>();
        rawKey.forEach((name, value) -> neutral.put(name, values.neutral(value)));
        return neutral;
    }

    private Map<String, V> fromNeutral(Map<String, Object> neutral) {
        Map<String, V> rawKey = new HashMap<>();
        neutral.forEach((name, value) -> {
            if (value instanceof String text) {
                rawKey.put(name, values.ofText(text));
            } else if (value instanceof BigDecimal number) {
                if (!StoredNumber.fits(number)) {
                    throw new IllegalArgumentException(
                            "The offset's attribute " + name + " is a number that DynamoDB does not have.");
                }
                rawKey.put(name, values.ofNumber(number));
            } else if (value instanceof ByteBuffer bytes) {
                rawKey.put(name, values.ofBytes(bytes));
            } else {
                throw new IllegalArgumentException("The offset's attribute " + name + " is a "
                        + value.getClass().getSimpleName() + ", but keys are String, BigDecimal or ByteBuffer.");
            }
        });
        return rawKey;
    }
}
