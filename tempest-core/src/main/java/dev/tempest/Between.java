package dev.tempest;

/**
 * Items whose sort key lies between two others, both included.
 *
 * @param startInclusive the partition and the lowest sort key
 * @param endInclusive the same partition and the highest sort key
 * @param <K> the key type of the queried view or index
 */
public record Between<K>(K startInclusive, K endInclusive) implements KeyCondition<K> {}
