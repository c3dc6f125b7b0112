package dev.tempest;

/**
 * Items whose sort key equals the given one; on a table, one item at most.
 *
 * @param key the partition, and the value to compare the sort key with
 * @param <K> the key type of the queried view or index
 */
public record EqualTo<K>(K key) implements KeyCondition<K> {}
