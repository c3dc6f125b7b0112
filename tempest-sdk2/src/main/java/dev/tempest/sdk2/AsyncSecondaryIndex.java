package dev.tempest.sdk2;

/**
 * One item type seen through a secondary index, without blocking: {@link SecondaryIndex} with futures and publishers.
 *
 * @param <K> the offset type: a key type with {@link dev.tempest.ForIndex}
 * @param <I> the item type
 */
public interface AsyncSecondaryIndex<K, I> extends AsyncQueryable<K, I>, AsyncScannable<K, I> {
    /** As {@link SecondaryIndex#projecting}; sends nothing. */
    <P> AsyncSecondaryIndex<K, P> projecting(Class<P> type);
}
