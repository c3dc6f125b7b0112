package dev.tempest;

/**
 * Items whose sort key comes after the given one or equals it.
 *
 * @param key the partition, and the value to compare the sort key with
 * @param <K> the key type of the queried view or index
 */
public record GreaterThanOrEqualTo<K>(K key) implements KeyCondition<K> {}
