package dev.tempest;

/**
 * Items whose sort key begins with the given one's.
 *
 * @param prefix the partition, and the beginning of the sort key; a sort key of null or "" stands for all items of the
 *     type in that partition
 * @param <K> the key type of the queried view or index
 */
public record BeginsWith<K>(K prefix) implements KeyCondition<K> {}
