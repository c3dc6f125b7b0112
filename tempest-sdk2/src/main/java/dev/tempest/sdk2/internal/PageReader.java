package dev.tempest.sdk2.internal;

import dev.tempest.UnreadableItemException;
import dev.tempest.internal.query.PageRows;
import dev.tempest.sdk2.Page;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;

/** Turns the answers to queries and scans into pages. */
final class PageReader<K, I> extends PageRows<K, I, AttributeValue> {
    private final ItemMapper<I> mapper;
    private final Extensions extensions;

    PageReader(ViewModel<K, I> view) {
        super(view.key(), view.offsetTokens());
        this.mapper = view.mapper();
        this.extensions = view.extensions();
    }

    @Override
    protected I decode(Map<String, AttributeValue> row) {
        return mapper.decode(extensions.afterRead(row));
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
