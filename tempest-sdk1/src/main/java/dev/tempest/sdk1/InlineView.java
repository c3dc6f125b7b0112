package dev.tempest.sdk1;

/**
 * One item type within a table: its single items, its queries and its scans.
 *
 * @param <K> the key type
 * @param <I> the item type
 */
public interface InlineView<K, I> extends View<K, I>, Queryable<K, I>, Scannable<K, I> {}
