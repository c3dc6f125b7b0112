package dev.tempest.sdk1;

/**
 * One item type seen through a global or local secondary index.
 *
 * <p>Items that the index does not project in full lack attributes; declare an item type of its own for such an index.
 *
 * @param <K> the offset type: a key type with {@link dev.tempest.ForIndex}
 * @param <I> the item type
 */
public interface SecondaryIndex<K, I> extends Queryable<K, I>, Scannable<K, I> {}
