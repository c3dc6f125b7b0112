package dev.tempest;

/**
 * Which items of one partition a query returns. The partition comes from the given key; the kinds of condition differ in
 * what they ask of the sort key. Whatever the condition, a query on an item type returns items of that type only.
 *
 * @param <K> the key type of the queried view or index
 */
public sealed interface KeyCondition<K>
        permits BeginsWith, Between, EqualTo, LessThan, LessThanOrEqualTo, GreaterThan, GreaterThanOrEqualTo {}
