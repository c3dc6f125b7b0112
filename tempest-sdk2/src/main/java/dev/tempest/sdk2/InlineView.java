package dev.tempest.sdk2;

/**
 * One item type within a table: its single items, its queries and its scans.
 *
 * @param <K> the key type
 * @param <I> the item type
 */
public interface InlineView<K, I> extends View<K, I>, Queryable<K, I>, Scannable<K, I> {
    /**
     * Reads some properties of the items and no others. They are sent as a ProjectionExpression, with the table's key.
     * DynamoDB still reads whole items, and charges for them; the responses are smaller.
     *
     * @param type a record or class whose properties have the names and types of properties of the item type. How they are
     *     stored, the item type says
     * @throws IllegalArgumentException if the item type does not have such properties
     */
    <P> ProjectedView<K, P> projecting(Class<P> type);
}
