package dev.tempest.sdk1;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTransactionWriteExpression;
import dev.tempest.Change;
import dev.tempest.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes of any types and tables that are all done, or none of them. DynamoDB takes 100 of them at most, and two of them
 * must not touch one item.
 *
 * <p>Immutable.
 */
public final class TransactionWriteSet {
    private final List<Operation> operations;
    private final @Nullable String idempotencyToken;

    /** One operation of a transaction. Keys and items are {@link dev.tempest.Scoped} where several tables have their type. */
    public sealed interface Operation {
        /** The item or key that the operation was given. */
        Object target();

        /** The condition that the caller gave as the SDK's expression; null for none. */
        default @Nullable DynamoDBTransactionWriteExpression expression() {
            return null;
        }

        /** The condition that the caller gave by attributes; null for none. */
        default @Nullable Condition<?> condition() {
            return null;
        }
    }

    /**
     * Writes an item, if its version allows and the stored one meets the condition. All attributes are replaced.
     *
     * @param target the item
     */
    public record Save(
            Object target,
            @Nullable DynamoDBTransactionWriteExpression expression,
            @Nullable Condition<?> condition) implements Operation {

        /** With a condition as the SDK's expression, or none. */
        public Save(Object target, @Nullable DynamoDBTransactionWriteExpression expression) {
            this(target, expression, null);
        }
    }

    /**
     * Writes the attributes that an item's type has, if its version allows and the stored one meets the condition. All other
     * attributes stay as they are.
     *
     * @param target the item
     */
    public record Merge(
            Object target,
            @Nullable DynamoDBTransactionWriteExpression expression,
            @Nullable Condition<?> condition) implements Operation {

        /** With a condition as the SDK's expression, or none. */
        public Merge(Object target, @Nullable DynamoDBTransactionWriteExpression expression) {
            this(target, expression, null);
        }
    }

    /**
     * Deletes an item, if the stored one meets the condition.
     *
     * @param target the key; or the item, whose version is then checked
     */
    public record Delete(
            Object target,
            @Nullable DynamoDBTransactionWriteExpression expression,
            @Nullable Condition<?> condition) implements Operation {

        /** With a condition as the SDK's expression, or none. */
        public Delete(Object target, @Nullable DynamoDBTransactionWriteExpression expression) {
            this(target, expression, null);
        }
    }

    /**
     * Lets the transaction fail unless the stored item meets the condition.
     *
     * @param target the key
     * @param expression the condition; null for an item that exists, whatever it is
     */
    public record CheckCondition(
            Object target,
            @Nullable DynamoDBTransactionWriteExpression expression,
            @Nullable Condition<?> condition) implements Operation {

        /** With a condition as the SDK's expression, or none. */
        public CheckCondition(Object target, @Nullable DynamoDBTransactionWriteExpression expression) {
            this(target, expression, null);
        }
    }

    /**
     * Changes single attributes of an item.
     *
     * @param target the key; or the item, whose version is then checked
     */
    public record Patch(Object target, Change<?> change) implements Operation {}

    private TransactionWriteSet(List<Operation> operations, @Nullable String idempotencyToken) {
        this.operations = List.copyOf(operations);
        this.idempotencyToken = idempotencyToken;
    }

    /** Returns an empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with the operations and the token of this set. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.operations.addAll(operations);
        builder.idempotencyToken = idempotencyToken;
        return builder;
    }

    /** The operations, in the order in which they were added. */
    public List<Operation> operations() {
        return operations;
    }

    /**
     * The client request token: DynamoDB executes requests with the same token and the same content once within ten minutes.
     * Null for a token that covers the retries of the SDK only.
     */
    public @Nullable String idempotencyToken() {
        return idempotencyToken;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TransactionWriteSet that
                && operations.equals(that.operations)
                && Objects.equals(idempotencyToken, that.idempotencyToken);
    }

    @Override
    public int hashCode() {
        return Objects.hash(operations, idempotencyToken);
    }

    /** The number of operations and the token. It contains no item, as it may be logged. */
    @Override
    public String toString() {
        return "TransactionWriteSet[" + operations.size() + " operations, idempotencyToken=" + idempotencyToken + "]";
    }

    /** Builds a {@link TransactionWriteSet}. Not safe for use by several threads. */
    public static final class Builder {
        private final List<Operation> operations = new ArrayList<>();
        private @Nullable String idempotencyToken;

        /** Adds an item to write; see {@link Save}. */
        public Builder save(Object item) {
            return save(item, (DynamoDBTransactionWriteExpression) null);
        }

        /** Adds an item to write if the stored one meets a condition; see {@link Save}. */
        public Builder save(Object item, @Nullable DynamoDBTransactionWriteExpression expression) {
            operations.add(new Save(item, expression));
            return this;
        }

        /** Adds an item to write if the stored one meets a condition; see {@link Save}. */
        public Builder save(Object item, Condition<?> condition) {
            operations.add(new Save(item, null, condition));
            return this;
        }

        // Of these, the elements are nullable for the sake of Kotlin, to which a call with an expression would be
        // ambiguous otherwise.

        /** Adds items to write, none of them null; see {@link Save}. */
        public Builder save(@Nullable Object... items) {
            for (Object item : items) {
                save(Objects.requireNonNull(item, "item"));
            }
            return this;
        }

        /** Another name of {@link #save(Object)}. */
        public Builder put(Object item) {
            return save(item, (DynamoDBTransactionWriteExpression) null);
        }

        /** Another name of {@link #save(Object, DynamoDBTransactionWriteExpression)}. */
        public Builder put(Object item, @Nullable DynamoDBTransactionWriteExpression expression) {
            return save(item, expression);
        }

        /** Adds an item whose type's attributes are to be written; see {@link Merge}. */
        public Builder merge(Object item) {
            return merge(item, (DynamoDBTransactionWriteExpression) null);
        }

        /** Adds an item whose type's attributes are to be written if the stored one meets a condition; see {@link Merge}. */
        public Builder merge(Object item, @Nullable DynamoDBTransactionWriteExpression expression) {
            operations.add(new Merge(item, expression));
            return this;
        }

        /** Adds an item whose type's attributes are to be written if the stored one meets a condition; see {@link Merge}. */
        public Builder merge(Object item, Condition<?> condition) {
            operations.add(new Merge(item, null, condition));
            return this;
        }

        /** Adds a key, or an item, to delete; see {@link Delete}. */
        public Builder delete(Object keyOrItem) {
            return delete(keyOrItem, (DynamoDBTransactionWriteExpression) null);
        }

        /** Adds a key, or an item, to delete if the stored item meets a condition; see {@link Delete}. */
        public Builder delete(Object keyOrItem, @Nullable DynamoDBTransactionWriteExpression expression) {
            operations.add(new Delete(keyOrItem, expression));
            return this;
        }

        /** Adds a key, or an item, to delete if the stored item meets a condition; see {@link Delete}. */
        public Builder delete(Object keyOrItem, Condition<?> condition) {
            operations.add(new Delete(keyOrItem, null, condition));
            return this;
        }

        /**
         * Adds a change of single attributes of the item of a key; or of an item, if its version is the stored one. By the
         * transaction's token, DynamoDB makes it once even if it is sent twice. A transaction reads nothing:
         * {@code transactionWrite} throws {@link IllegalArgumentException} if the item type has attributes that may be computed
         * from what changes, or from anything else that is stored if the change creates the item, and as
         * {@link View#patch} and {@link View#patchItem} do.
         */
        public Builder patch(Object keyOrItem, Change<?> change) {
            operations.add(new Patch(keyOrItem, change));
            return this;
        }

        /** Adds keys, or items, to delete, none of them null; see {@link Delete}. */
        public Builder delete(@Nullable Object... keysOrItems) {
            for (Object keyOrItem : keysOrItems) {
                delete(Objects.requireNonNull(keyOrItem, "keyOrItem"));
            }
            return this;
        }

        /** Adds the condition that the item of a key exists. */
        public Builder checkCondition(Object key) {
            return checkCondition(key, (DynamoDBTransactionWriteExpression) null);
        }

        /** Adds the condition that the items of several keys exist, none of them null. */
        public Builder checkCondition(@Nullable Object... keys) {
            for (Object key : keys) {
                checkCondition(Objects.requireNonNull(key, "key"));
            }
            return this;
        }

        /** Adds a condition that the item of a key must meet; null for an item that exists. */
        public Builder checkCondition(Object key, @Nullable DynamoDBTransactionWriteExpression expression) {
            operations.add(new CheckCondition(key, expression));
            return this;
        }

        /** Adds a condition that the item of a key must meet. */
        public Builder checkCondition(Object key, Condition<?> condition) {
            operations.add(new CheckCondition(key, null, condition));
            return this;
        }

        /** Adds all operations of another builder, after those of this one. */
        public Builder addAll(Builder other) {
            operations.addAll(other.operations);
            return this;
        }

        /** See {@link TransactionWriteSet#idempotencyToken()}; 36 characters at most. */
        public Builder idempotencyToken(@Nullable String idempotencyToken) {
            this.idempotencyToken = idempotencyToken;
            return this;
        }

        /** How many operations there are. */
        public int size() {
            return operations.size();
        }

        public TransactionWriteSet build() {
            return new TransactionWriteSet(operations, idempotencyToken);
        }
    }
}
