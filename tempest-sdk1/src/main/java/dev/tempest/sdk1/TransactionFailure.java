package dev.tempest.sdk1;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An operation that caused DynamoDB to cancel a transaction. Immutable. */
public final class TransactionFailure {
    private final int index;
    private final TransactionWriteSet.Operation operation;
    private final String tableName;
    private final String code;
    private final @Nullable String message;
    private final @Nullable Object item;

    private TransactionFailure(Builder builder) {
        index = builder.index;
        operation = requireNonNull(builder.operation, "operation");
        tableName = requireNonNull(builder.tableName, "tableName");
        code = requireNonNull(builder.code, "code");
        message = builder.message;
        item = builder.item;
    }

    /** Returns a builder. The operation, the table name and the code must be set. */
    public static Builder builder() {
        return new Builder();
    }

    /** The operation's position in the transaction, from 0. */
    public int index() {
        return index;
    }

    /** The operation, as the caller gave it. */
    public TransactionWriteSet.Operation operation() {
        return operation;
    }

    /** The name of the DynamoDB table. */
    public String tableName() {
        return tableName;
    }

    /**
     * DynamoDB's cancellation code, such as {@code ConditionalCheckFailed}, {@code TransactionConflict} or {@code
     * ThrottlingError}.
     */
    public String code() {
        return code;
    }

    /** DynamoDB's cancellation message, or null. */
    public @Nullable String message() {
        return message;
    }

    /**
     * The stored item on which the operation's condition failed, as an item of the operation's type; null if there was no item,
     * or if it is of another type.
     */
    public @Nullable Object item() {
        return item;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TransactionFailure that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(index, operation, tableName, code, message, item);
    }

    /** The position, kind and table of the operation, the code and the message. It contains no item, as it may be logged. */
    @Override
    public String toString() {
        return "TransactionFailure[" + index + ": " + operation.getClass().getSimpleName() + " in table " + tableName
                + ", " + code + (message == null ? "" : ": " + message) + "]";
    }

    /** Builds a {@link TransactionFailure}. Not safe for use by several threads. */
    public static final class Builder {
        private int index;
        private TransactionWriteSet.@Nullable Operation operation;
        private @Nullable String tableName;
        private @Nullable String code;
        private @Nullable String message;
        private @Nullable Object item;

        /** Sets {@link TransactionFailure#index()}. */
        public Builder index(int index) {
            this.index = index;
            return this;
        }

        /** Sets {@link TransactionFailure#operation()}. */
        public Builder operation(TransactionWriteSet.Operation operation) {
            this.operation = operation;
            return this;
        }

        /** Sets {@link TransactionFailure#tableName()}. */
        public Builder tableName(String tableName) {
            this.tableName = tableName;
            return this;
        }

        /** Sets {@link TransactionFailure#code()}. */
        public Builder code(String code) {
            this.code = code;
            return this;
        }

        /** Sets {@link TransactionFailure#message()}. */
        public Builder message(@Nullable String message) {
            this.message = message;
            return this;
        }

        /** Sets {@link TransactionFailure#item()}. */
        public Builder item(@Nullable Object item) {
            this.item = item;
            return this;
        }

        /**
         * Builds the failure.
         *
         * @throws NullPointerException if the operation, the table name or the code is not set
         */
        public TransactionFailure build() {
            return new TransactionFailure(this);
        }
    }
}
