package dev.tempest.sdk1;

import org.jspecify.annotations.Nullable;

/**
 * An operation because of which a transaction was cancelled.
 *
 * @param index the operation's place in the transaction, from 0
 * @param operation the operation as it was given
 * @param tableName the DynamoDB table
 * @param code DynamoDB's reason, such as {@code ConditionalCheckFailed}, {@code TransactionConflict} or
 *     {@code ThrottlingError}
 * @param message what DynamoDB adds to the reason; null for nothing
 * @param item the item that stood in the way of the operation's condition, as an item of the operation's type; null if
 *     there was none, or if it is of another type
 */
public record TransactionFailure(
        int index,
        TransactionWriteSet.Operation operation,
        String tableName,
        String code,
        @Nullable String message,
        @Nullable Object item) {

    /** The operation's place, kind and table, and DynamoDB's reason; neither of the items, as this ends up in logs. */
    @Override
    public String toString() {
        return "TransactionFailure[" + index + ": " + operation.getClass().getSimpleName() + " in table " + tableName
                + ", " + code + (message == null ? "" : ": " + message) + "]";
    }
}
