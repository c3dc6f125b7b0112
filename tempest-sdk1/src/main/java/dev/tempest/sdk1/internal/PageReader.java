package dev.tempest.sdk1.internal;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.ConsumedCapacity;
import dev.tempest.Offset;
import dev.tempest.UnreadableRowException;
import dev.tempest.internal.KeyType;
import dev.tempest.internal.OffsetTokens;
import dev.tempest.sdk1.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns the rows of a query or scan into a page, and offsets into DynamoDB's own start keys and into text. */
final class PageReader<K, I> {
    private final Table<?> table;
    private final KeyType<K, AttributeValue> keyType;
    private final ItemMapper<I> mapper;
    private final OffsetTokens tokens;

    PageReader(ViewModel<K, I> view) {
        this.table = view.table();
        this.keyType = view.key();
        this.mapper = view.mapper();
        this.tokens = view.offsetTokens();
    }

    Page<K, I> page(
            List<Map<String, AttributeValue>> rows,
            @Nullable Map<String, AttributeValue> lastRow,
            @Nullable Integer scannedCount,
            @Nullable ConsumedCapacity consumedCapacity,
            @Nullable Consumer<UnreadableRowException> unreadableRows) {
        List<I> contents = new ArrayList<>(rows.size());
        for (Map<String, AttributeValue> row : rows) {
            try {
                contents.add(mapper.decode(table.untransformed(row)));
            } catch (UnreadableRowException e) {
                if (unreadableRows == null) {
                    throw e;
                }
                unreadableRows.accept(e);
            }
        }
        Offset<K> offset = lastRow == null || lastRow.isEmpty()
                ? null
                : new Offset<>(keyType.codec().decodeOrNull(lastRow), SdkValues.neutral(lastRow));
        return new Page<>(contents, offset, scannedCount == null ? 0 : scannedCount, consumedCapacity);
    }

    @Nullable Map<String, AttributeValue> startKey(@Nullable Offset<K> offset) {
        return offset == null ? null : rawKey(offset);
    }

    String toText(Offset<K> offset) {
        return tokens.encode(SdkValues.neutral(rawKey(offset)));
    }

    Offset<K> fromText(String text) {
        Map<String, Object> rawKey = tokens.decode(text);
        return new Offset<>(keyType.codec().decodeOrNull(SdkValues.fromNeutral(rawKey)), rawKey);
    }

    private Map<String, AttributeValue> rawKey(Offset<K> offset) {
        K key = offset.key();
        return offset.rawKey().isEmpty() && key != null ? keyType.encode(key) : SdkValues.fromNeutral(offset.rawKey());
    }
}
