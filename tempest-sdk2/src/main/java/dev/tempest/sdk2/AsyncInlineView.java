package dev.tempest.sdk2;

/**
 * One item type within a table, without blocking: {@link InlineView} with futures and publishers.
 *
 * @param <K> the key type
 * @param <I> the item type
 */
public interface AsyncInlineView<K, I> extends AsyncView<K, I>, AsyncQueryable<K, I>, AsyncScannable<K, I> {
    /** As {@link InlineView#projecting}; sends nothing. */
    <P> AsyncProjectedView<K, P> projecting(Class<P> type);
}
