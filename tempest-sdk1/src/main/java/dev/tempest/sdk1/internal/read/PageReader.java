package dev.tempest.sdk1.internal.read;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.ConsumedCapacity;
import dev.tempest.UnreadableItemException;
import dev.tempest.internal.model.KeyType;
import dev.tempest.internal.query.OffsetTokens;
import dev.tempest.internal.query.PageRows;
import dev.tempest.sdk1.Page;
import dev.tempest.sdk1.internal.mapping.ItemMapper;
import dev.tempest.sdk1.internal.mapping.TableContext;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns the responses to queries and scans into pages. */
final class PageReader<K, I> extends PageRows<K, I, AttributeValue> {
    private final ItemMapper<I> mapper;

    PageReader(ItemMapper<I> mapper, KeyType<K, AttributeValue> key) {
        super(key, offsetTokens(mapper, key.index()));
        this.mapper = mapper;
    }

    private static OffsetTokens offsetTokens(ItemMapper<?> mapper, @Nullable String index) {
        TableContext<?> table = mapper.table();
        String scope = String.join("\n", table.name(), String.valueOf(index), mapper.typeName());
        return new OffsetTokens(scope, table.settings().offsetSecret());
    }

    @Override
    protected I decode(Map<String, AttributeValue> row) {
        return mapper.read(row);
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
