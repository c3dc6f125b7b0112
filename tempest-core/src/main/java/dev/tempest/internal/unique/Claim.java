package dev.tempest.internal.unique;

import java.util.Map;

/**
 * A value that an item holds and no other item of the table may hold.
 *
 * @param id tells it from all other claims of the table: the text of the companion item's partition key
 * @param key of the companion item
 * @param <V> the SDK's attribute value
 */
public record Claim<V>(UniqueRule<V> rule, String id, Map<String, V> key) {}
