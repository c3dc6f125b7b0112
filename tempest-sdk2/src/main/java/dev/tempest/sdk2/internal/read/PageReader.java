package dev.tempest.sdk2.internal.read;

import dev.tempest.UnreadableItemException;
import dev.tempest.internal.model.KeyType;
import dev.tempest.internal.query.OffsetTokens;
import dev.tempest.internal.query.PageRows;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.internal.mapping.ItemReader;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;

/** Turns the responses of queries and scans into pages. */
public final class PageReader<K, I> extends PageRows<K, I, AttributeValue> {
    private final ItemReader<I> mapper;

    public PageReader(KeyType<K, AttributeValue> keyType, ItemReader<I> mapper, OffsetTokens tokens) {
        super(keyType, tokens);
        this.mapper = mapper;
    }

    @Override
    protected I decode(Map<String, AttributeValue> row) {
        return mapper.read(row);
    }

    @Override
    protected boolean isLeftOut(Map<String, AttributeValue> row) {
        return mapper.table().isCompanion(row);
    }

    Page<K, I> page(
            List<Map<String, AttributeValue>> rows,
            @Nullable Map<String, AttributeValue> lastRow,
            @Nullable Integer scannedCount,
            @Nullable ConsumedCapacity consumedCapacity,
            @Nullable Consumer<UnreadableItemException> onUnreadableItem) {
        return new Page<>(
                contents(rows, onUnreadableItem),
                offset(lastRow),
                scannedCount == null ? 0 : scannedCount,
                consumedCapacity);
    }
}
