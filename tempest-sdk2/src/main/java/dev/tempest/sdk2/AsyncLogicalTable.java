package dev.tempest.sdk2;

import dev.tempest.Codec;
import dev.tempest.ItemSet;
import dev.tempest.KeyCondition;
import dev.tempest.Scoped;
import java.util.concurrent.CompletableFuture;

/**
 * One DynamoDB table with the entity types that share it, without blocking: {@link LogicalTable} with asynchronous views.
 *
 * @param <RI> the raw item type
 */
public interface AsyncLogicalTable<RI> extends AsyncView<RI, RI> {
    /** The name of the DynamoDB table. */
    String tableName();

    /** As {@link LogicalTable#inlineView}. */
    <K, I> AsyncInlineView<K, I> inlineView(Class<K> keyType, Class<I> itemType);

    /** As {@link LogicalTable#secondaryIndex}. */
    <K, I> AsyncSecondaryIndex<K, I> secondaryIndex(Class<K> offsetType, Class<I> itemType);

    /** As {@link LogicalTable#itemCollection}. */
    <K, A> AsyncItemCollection<K, A> itemCollection(Class<K> keyType, Class<A> type);

    /** As {@link LogicalTable#loadPartition(Object, Class[])}: a Query for each MB. */
    default CompletableFuture<ItemSet> loadPartitionAsync(Object key, Class<?>... itemTypes) {
        return loadPartitionAsync(key, QueryConfig.whole(false), itemTypes);
    }

    /** As {@link LogicalTable#loadPartition(Object, QueryConfig, Class[])}: a Query for each page. */
    CompletableFuture<ItemSet> loadPartitionAsync(Object key, QueryConfig config, Class<?>... itemTypes);

    /** As {@link LogicalTable#loadPartition(KeyCondition, Class[])}: a Query for each MB. */
    default CompletableFuture<ItemSet> loadPartitionAsync(KeyCondition<?> condition, Class<?>... itemTypes) {
        return loadPartitionAsync(condition, QueryConfig.whole(false), itemTypes);
    }

    /** As {@link LogicalTable#loadPartition(KeyCondition, QueryConfig, Class[])}: a Query for each page. */
    CompletableFuture<ItemSet> loadPartitionAsync(KeyCondition<?> condition, QueryConfig config, Class<?>... itemTypes);

    /** As {@link LogicalTable#codec}. */
    <T> Codec<T, RI> codec(Class<T> type);

    /** As {@link LogicalTable#scoped}. */
    <T> Scoped<T> scoped(T keyOrItem);
}
