package dev.tempest.sdk2;

import dev.tempest.Codec;
import dev.tempest.Scoped;

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

    /** As {@link LogicalTable#codec}. */
    <T> Codec<T, RI> codec(Class<T> type);

    /** As {@link LogicalTable#scoped}. */
    <T> Scoped<T> scoped(T keyOrItem);
}
