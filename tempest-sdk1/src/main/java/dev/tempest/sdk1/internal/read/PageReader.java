package dev.tempest.sdk1.internal.read;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.ConsumedCapacity;
import dev.tempest.UnreadableItemException;
import dev.tempest.internal.query.PageRows;
import dev.tempest.sdk1.Page;
import dev.tempest.sdk1.internal.mapping.ItemMapper;
import dev.tempest.sdk1.internal.mapping.TableContext;
import dev.tempest.sdk1.internal.mapping.ViewModel;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns the answers to queries and scans into pages. */
final class PageReader<K, I> extends PageRows<K, I, AttributeValue> {
    private final ItemMapper<I> mapper;
    private final TableContext<?> table;

    PageReader(ViewModel<K, I> view) {
        super(view.key(), view.offsetTokens());
        this.mapper = view.mapper();
        this.table = view.table();
    }

    @Override
    protected I decode(Map<String, AttributeValue> row) {
        return mapper.decode(table.untransformed(row), table.name());
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
