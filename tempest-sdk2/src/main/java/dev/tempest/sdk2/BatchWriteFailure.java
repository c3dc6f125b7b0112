package dev.tempest.sdk2;

/**
 * An operation of a batch write that DynamoDB rejected.
 *
 * @param operation the operation, as it was given
 * @param tableName the DynamoDB table
 * @param cause why; where DynamoDB rejected a request for the sake of a whole table, its operations share one cause
 */
public record BatchWriteFailure(BatchWriteSet.Operation operation, String tableName, RuntimeException cause) {
    /** Names the kind of the operation and the table only, not the item. */
    @Override
    public String toString() {
        return operation.getClass().getSimpleName() + " in table " + tableName + ": " + cause;
    }
}
