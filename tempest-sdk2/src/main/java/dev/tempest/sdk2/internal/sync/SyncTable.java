package dev.tempest.sdk2.internal.sync;

import dev.tempest.Codec;
import dev.tempest.ItemSet;
import dev.tempest.KeyCondition;
import dev.tempest.Scoped;
import dev.tempest.internal.ModelError;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.ItemCollection;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.SecondaryIndex;
import dev.tempest.sdk2.internal.table.Table;

/** What every table does, whatever its interface declares; by a client that blocks. */
final class SyncTable<RI> extends SyncItems<RI, RI> implements LogicalTable<RI> {
    private final SyncRequests requests;
    private final Table<RI> table;
    private final Class<?> tableType;

    SyncTable(SyncRequests requests, Table<RI> table, Class<?> tableType) {
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
    public <K, I> InlineView<K, I> inlineView(Class<K> keyType, Class<I> itemType) {
        return new SyncInline<>(requests, table.view(keyType, itemType));
    }

    @Override
    public <K, I> SecondaryIndex<K, I> secondaryIndex(Class<K> offsetType, Class<I> itemType) {
        return new SyncIndex<>(requests, table.index(offsetType, itemType));
    }

    @Override
    public <K, A> ItemCollection<K, A> itemCollection(Class<K> keyType, Class<A> type) {
        return new SyncCollection<>(requests, table.collection(keyType, type));
    }

    @Override
    public ItemSet loadPartition(Object key, QueryConfig config, Class<?>... itemTypes) {
        return requests.call(
                table.loadingPartitions(), call -> table.partitionLoad().load(call, key, config, itemTypes));
    }

    @Override
    public ItemSet loadPartition(KeyCondition<?> condition, QueryConfig config, Class<?>... itemTypes) {
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
