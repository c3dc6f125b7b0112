package dev.tempest.sdk2;

import static java.util.Objects.requireNonNull;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An operation of a batch write that DynamoDB rejected. Immutable. */
public final class BatchWriteFailure {
    private final BatchWriteSet.Operation operation;
    private final String tableName;
    private final RuntimeException cause;

    private BatchWriteFailure(BatchWriteSet.Operation operation, String tableName, RuntimeException cause) {
        this.operation = requireNonNull(operation, "operation");
        this.tableName = requireNonNull(tableName, "tableName");
        this.cause = requireNonNull(cause, "cause");
    }

    /** Returns a failure. */
    public static BatchWriteFailure of(BatchWriteSet.Operation operation, String tableName, RuntimeException cause) {
        return new BatchWriteFailure(operation, tableName, cause);
    }

    /** The operation, as the caller gave it. */
    public BatchWriteSet.Operation operation() {
        return operation;
    }

    /** The name of the DynamoDB table. */
    public String tableName() {
        return tableName;
    }

    /** The SDK's exception. Operations of one table share it if DynamoDB rejected the request because of the table. */
    public RuntimeException cause() {
        return cause;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BatchWriteFailure that
                && operation.equals(that.operation)
                && tableName.equals(that.tableName)
                && cause.equals(that.cause);
    }

    @Override
    public int hashCode() {
        return Objects.hash(operation, tableName, cause);
    }

    /** The kind and the table of the operation, and the cause. It contains no item, as it may be logged. */
    @Override
    public String toString() {
        return operation.getClass().getSimpleName() + " in table " + tableName + ": " + cause;
    }
}
