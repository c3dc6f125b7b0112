package dev.tempest.internal.query;

/**
 * The sort keys that a query reads, as DynamoDB's key conditions can say it.
 *
 * @param <V> the SDK's attribute value
 */
public sealed interface SortRange<V> {
    /** The whole partition. */
    record All<V>() implements SortRange<V> {}

    /** No row at all: nothing needs to be asked. */
    record Nothing<V>() implements SortRange<V> {}

    record StartingWith<V>(V prefix) implements SortRange<V> {}

    record Within<V>(V first, V last) implements SortRange<V> {}

    /**
     * The sort keys on one side of a value, or at it.
     *
     * @param operator as a key condition expression writes it
     */
    record Compared<V>(String operator, V value) implements SortRange<V> {}
}
