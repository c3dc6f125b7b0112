package dev.tempest.sdk2;

/**
 * One item type seen through a global or local secondary index.
 *
 * <p>Items that the index does not project in full lack attributes; declare an item type of its own for such an index.
 *
 * @param <K> the offset type: a key type with {@link dev.tempest.ForIndex}
 * @param <I> the item type
 */
public interface SecondaryIndex<K, I> extends Queryable<K, I>, Scannable<K, I> {
    /**
     * Reads some properties of the items and no others; see {@link InlineView#projecting}. The index must hold them:
     * DynamoDB rejects queries and scans of a global secondary index for what it does not hold, and reads it from the table,
     * at the price of another read of each item, where the index is a local one.
     *
     * @param type a record or class whose properties have the names and types of properties of the item type
     * @throws IllegalArgumentException if the item type does not have such properties
     */
    <P> SecondaryIndex<K, P> projecting(Class<P> type);
}
