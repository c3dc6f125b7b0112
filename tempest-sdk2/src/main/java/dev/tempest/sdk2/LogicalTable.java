package dev.tempest.sdk2;

import dev.tempest.Codec;
import dev.tempest.ItemSet;
import dev.tempest.KeyCondition;
import dev.tempest.Scoped;

/**
 * One DynamoDB table with the entity types that share it. Declare an interface that extends it, with a method for each
 * view:
 *
 * <pre>{@code
 * @Table(partitionKey = "partition_key", sortKey = "sort_key",
 *         indexes = @Index(name = "genre_index", partitionKey = "genre_name"))
 * public interface MusicTable extends LogicalTable<Map<String, AttributeValue>> {
 *   InlineView<AlbumInfo.Key, AlbumInfo> albumInfo();
 *   SecondaryIndex<AlbumInfo.GenreIndexOffset, AlbumInfo> albumInfoByGenre();
 * }
 * }</pre>
 *
 * <p>A table with a raw item type, a bean with the SDK's annotations that declares keys, indexes and attributes, extends
 * {@code LogicalTable<MusicItem>}, and has no {@link dev.tempest.Table}.
 *
 * <p>The table is also a view of its own raw items; their keys are raw items of which only the key attributes count.
 *
 * @param <RI> the raw item type, or {@code Map<String, AttributeValue>}
 */
public interface LogicalTable<RI> extends View<RI, RI> {
    /** The name of the DynamoDB table. */
    String tableName();

    /**
     * A view of an item type for which the interface declares no method.
     *
     * @throws IllegalArgumentException if the types do not fit the table
     */
    <K, I> InlineView<K, I> inlineView(Class<K> keyType, Class<I> itemType);

    /**
     * A secondary index of an item type for which the interface declares no method.
     *
     * @param offsetType a key type with {@link dev.tempest.ForIndex}
     * @throws IllegalArgumentException if the types do not fit the table
     */
    <K, I> SecondaryIndex<K, I> secondaryIndex(Class<K> offsetType, Class<I> itemType);

    /**
     * An item collection for which the interface declares no method.
     *
     * @param keyType a class whose property names the partition
     * @param type a class with a component for each item type
     * @throws IllegalArgumentException if the types do not fit each other or the table
     */
    <K, A> ItemCollection<K, A> itemCollection(Class<K> keyType, Class<A> type);

    /**
     * Loads the items of several types from one partition, by eventually consistent reads: an {@link ItemCollection} without
     * a type that gathers them. Sends a Query for each MB.
     *
     * @param key says which partition: a key of any of the item types, or an object whose one property is that of the item
     *     types which is stored in the partition key; with {@link dev.tempest.ForIndex}, a partition of that index
     * @param itemTypes whose items are wanted, distinguished by the prefix of the table's sort key; with the raw item type among
     *     them, items of no other type come as that. Else such items are left out
     * @return the items, in the order of the sort key; each also by its key, where the table has a view of its type
     * @throws IllegalArgumentException if the key or the item types do not fit each other or the table
     */
    default ItemSet loadPartition(Object key, Class<?>... itemTypes) {
        return loadPartition(key, QueryConfig.whole(false), itemTypes);
    }

    /**
     * Loads the items of several types from one partition, as {@link #loadPartition(Object, Class[])} does.
     *
     * @param config the order of the items, the size of the pages, consistent reads, a filter; capacity is not reported
     */
    ItemSet loadPartition(Object key, QueryConfig config, Class<?>... itemTypes);

    /**
     * Loads the items of several types from a part of one partition, as {@link #loadPartition(Object, Class[])} does.
     *
     * @param condition compares sort keys as they are stored; see {@link ItemCollection#load(KeyCondition, QueryConfig)}
     */
    default ItemSet loadPartition(KeyCondition<?> condition, Class<?>... itemTypes) {
        return loadPartition(condition, QueryConfig.whole(false), itemTypes);
    }

    /**
     * Loads the items of several types from a part of one partition, as {@link #loadPartition(Object, Class[])} does.
     *
     * @param condition compares sort keys as they are stored; see {@link ItemCollection#load(KeyCondition, QueryConfig)}
     * @param config the order of the items, the size of the pages, consistent reads, a filter; capacity is not reported
     */
    ItemSet loadPartition(KeyCondition<?> condition, QueryConfig config, Class<?>... itemTypes);

    /**
     * The codec between raw items and an item type of this table, or one of its key types.
     *
     * @throws IllegalArgumentException if the type does not fit the table
     */
    <T> Codec<T, RI> codec(Class<T> type);

    /**
     * Says that a key or item is meant for this table. Needed only in batches and transactions, and only where two tables
     * of the database share the item type.
     */
    <T> Scoped<T> scoped(T keyOrItem);
}
