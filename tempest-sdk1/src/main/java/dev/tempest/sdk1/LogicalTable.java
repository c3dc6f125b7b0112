package dev.tempest.sdk1;

import dev.tempest.Codec;
import dev.tempest.Scoped;

/**
 * One DynamoDB table with the entity types that share it. Declare an interface that extends it, with a method for each
 * view:
 *
 * <pre>{@code
 * public interface MusicTable extends LogicalTable<MusicItem> {
 *   InlineView<AlbumInfo.Key, AlbumInfo> albumInfo();
 *   SecondaryIndex<AlbumInfo.GenreIndexOffset, AlbumInfo> albumInfoByGenre();
 * }
 * }</pre>
 *
 * <p>The table is also a view of its own raw items; their keys are raw items of which only the key attributes count.
 *
 * <p>With {@link dev.tempest.Table} on the interface, the table needs no raw item type: it extends
 * {@code LogicalTable<Map<String, AttributeValue>>}, and raw items are maps of attribute values.
 *
 * @param <RI> the raw item type, with {@code @DynamoDBTable}, or {@code Map<String, AttributeValue>}
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
