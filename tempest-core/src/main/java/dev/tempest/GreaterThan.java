package dev.tempest;

/**
 * Items whose sort key comes after the given one.
 *
 * @param key the partition, and the value to compare the sort key with
 * @param <K> the key type of the queried view or index
 */
public record GreaterThan<K>(K key) implements KeyCondition<K> {}
