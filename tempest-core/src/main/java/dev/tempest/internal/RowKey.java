package dev.tempest.internal;

import org.jspecify.annotations.Nullable;

/**
 * The identity of a row, to compare and to look up by. Numbers are compared by their value: DynamoDB gives back the number 1 for
 * the key 1.0.
 *
 * @param partition the partition key's value, in a type that no SDK defines
 * @param sort the sort key's; null if the table has none
 */
public record RowKey(
        String tableName, Object partition, @Nullable Object sort) {}
