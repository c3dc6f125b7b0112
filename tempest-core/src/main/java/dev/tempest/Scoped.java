package dev.tempest;

/**
 * A key or an item together with the table that it is meant for. Needed only where two tables of one database share an
 * item type; the table makes it.
 *
 * @param tableName the name of the DynamoDB table
 * @param value the key or the item
 * @param <T> the key type or item type
 */
public record Scoped<T>(String tableName, T value) {}
