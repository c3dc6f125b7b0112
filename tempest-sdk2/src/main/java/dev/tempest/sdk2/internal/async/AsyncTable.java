package dev.tempest.sdk2.internal.async;

import dev.tempest.Codec;
import dev.tempest.ItemSet;
import dev.tempest.KeyCondition;
import dev.tempest.Scoped;
import dev.tempest.internal.ModelError;
import dev.tempest.sdk2.AsyncInlineView;
import dev.tempest.sdk2.AsyncItemCollection;
import dev.tempest.sdk2.AsyncLogicalTable;
import dev.tempest.sdk2.AsyncSecondaryIndex;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.internal.table.Table;
import java.util.concurrent.CompletableFuture;

/** What every table does, whatever its interface declares, without blocking. */
final class AsyncTable<RI> extends AsyncItems<RI, RI> implements AsyncLogicalTable<RI> {
    private final AsyncRequests.Source requests;
    private final Table<RI> table;
    private final Class<?> tableType;

    AsyncTable(AsyncRequests.Source requests, Table<RI> table, Class<?> tableType) {
        super(requests, table.rawOperations());
        this.requests = requests;
        this.table = table;
        this.tableType = tableType;
    }

    @Override
    public String tableName() {
        return table.name();
    }

    @Override
    public <K, I> AsyncInlineView<K, I> inlineView(Class<K> keyType, Class<I> itemType) {
        return new AsyncInline<>(requests, table.view(keyType, itemType));
    }

    @Override
    public <K, I> AsyncSecondaryIndex<K, I> secondaryIndex(Class<K> offsetType, Class<I> itemType) {
        return new AsyncIndex<>(requests, table.index(offsetType, itemType));
    }

    @Override
    public <K, A> AsyncItemCollection<K, A> itemCollection(Class<K> keyType, Class<A> type) {
        return new AsyncCollection<>(requests, table.collection(keyType, type));
    }

    @Override
    public CompletableFuture<ItemSet> loadPartitionAsync(Object key, QueryConfig config, Class<?>... itemTypes) {
        return requests.call(
                table.loadingPartitions(), call -> table.partitionLoad().load(call, key, config, itemTypes));
    }

    @Override
    public CompletableFuture<ItemSet> loadPartitionAsync(
            KeyCondition<?> condition, QueryConfig config, Class<?>... itemTypes) {
        return requests.call(
                table.loadingPartitions(), call -> table.partitionLoad().load(call, condition, config, itemTypes));
    }

    @Override
    public <T> Codec<T, RI> codec(Class<T> type) {
        return table.codec(type);
    }

    @Override
    public <T> Scoped<T> scoped(T keyOrItem) {
        return table.scoped(keyOrItem);
    }

    @Override
    public String toString() {
        return ModelError.name(tableType) + " of table " + table.name();
    }
}
