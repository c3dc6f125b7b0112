package dev.tempest;

/**
 * Items whose sort key comes before the given one or equals it.
 *
 * @param key the partition, and the value to compare the sort key with
 * @param <K> the key type of the queried view or index
 */
public record LessThanOrEqualTo<K>(K key) implements KeyCondition<K> {}
