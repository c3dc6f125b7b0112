package dev.tempest.sdk2.internal.batch;

import dev.tempest.Condition;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.ItemChange;
import dev.tempest.internal.expression.Rendered;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.write.Expectation;
import dev.tempest.internal.write.RowEdit;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.sdk2.TransactionWriteSet.CheckCondition;
import dev.tempest.sdk2.TransactionWriteSet.Create;
import dev.tempest.sdk2.TransactionWriteSet.Delete;
import dev.tempest.sdk2.TransactionWriteSet.Operation;
import dev.tempest.sdk2.TransactionWriteSet.Save;
import dev.tempest.sdk2.internal.request.Expressions;
import dev.tempest.sdk2.internal.schema.value.SdkValues;
import dev.tempest.sdk2.internal.write.Claims;
import dev.tempest.sdk2.internal.write.Counters;
import dev.tempest.sdk2.internal.write.ItemOperations;
import dev.tempest.sdk2.internal.write.Patches;
import dev.tempest.sdk2.internal.write.UpdateItemOperation;
import dev.tempest.sdk2.internal.write.Write;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * One operation with its request.
 *
 * @param row has the key at least
 * @param put a write whose result is known; null for none
 * @param release is to be called when the outcome is known
 */
record TransactStep(
        Operation operation,
        ItemOperations<Object, Object> operations,
        Map<String, AttributeValue> row,
        TransactWriteItem item,
        Expectation<AttributeValue> expectation,
        @Nullable Write<Object> put,
        Runnable release) {

    TransactStep(
            Operation operation,
            ItemOperations<Object, Object> operations,
            Map<String, AttributeValue> row,
            TransactWriteItem item,
            Expectation<AttributeValue> expectation,
            @Nullable Write<Object> put) {
        this(operation, operations, row, item, expectation, put, put == null ? () -> {} : put::release);
    }

    String describe() {
        return operation.getClass().getSimpleName() + " of " + operations.describe(row);
    }

    /** Why the condition failed. */
    String describe(@Nullable Map<String, AttributeValue> stored) {
        Map<String, AttributeValue> found = operations.table().present(stored);
        String ofExpired = operations.rules().presence().problemOf(operation, expectation, stored);
        if (ofExpired != null) {
            return ofExpired;
        }
        if (needsCurrent() && operations.rules().upgrades().older(stored) != null) {
            return "found an item of an older model, which has to be migrated first: write it on its own, or with"
                    + " transactionWrite";
        }
        if (operation instanceof TransactionWriteSet.Increment increase) {
            Counters counters = operations.increments().counters();
            return counters.describe(increase.increment(), found)
                    + hint(found != null && counters.holdsNull(increase.increment(), found));
        }
        if (operation instanceof TransactionWriteSet.Patch patch) {
            ItemChange<AttributeValue> change = operations.change(patch.change());
            return operations.rules().patches().describe(change, expectation, found)
                    + hint(found != null && operations.rules().patches().holdsNull(change, found));
        }
        return expectation.describe(found, SdkValues.INSTANCE);
    }

    private String hint(boolean holdsNull) {
        String action = operation.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return holdsNull ? "; " + action + " the item outside of a transaction" : "";
    }

    static TransactStep of(
            Registry registry, Operation operation, @Nullable Clause<AttributeValue> required, Nonces nonces) {
        Object target = Registry.plain(operation.target());
        if (operation instanceof Save || operation instanceof Create) {
            ItemOperations<Object, Object> operations = registry.ofItem(operation.target());
            Write<Object> write = operation instanceof Create
                    ? operations.put().create(target, nonces)
                    : operations.put().save(target, given(operations, operation, required), nonces);
            return new TransactStep(
                    operation,
                    operations,
                    write.row(),
                    operations.put().inTransaction(write),
                    write.expectation(),
                    write);
        }
        if (operation instanceof TransactionWriteSet.Merge) {
            ItemOperations<Object, Object> operations = registry.ofItem(operation.target());
            UpdateItemOperation.Merge<Object> merge =
                    operations.update().merge(target, given(operations, operation, required), nonces);
            return new TransactStep(
                    operation,
                    operations,
                    merge.write().row(),
                    operations.update().inTransaction(merge),
                    merge.write().expectation(),
                    merge.write());
        }
        if (operation instanceof TransactionWriteSet.Patch patch && !registry.isKey(operation.target())) {
            ItemOperations<Object, Object> operations = registry.ofItem(operation.target());
            Patches.InTransaction change =
                    operations.patches().ofItemInTransaction(target, change(operations, patch, required), nonces);
            return new TransactStep(
                    operation, operations, change.key(), change.item(), change.expectation(), null, change.release());
        }
        if (operation instanceof Delete && !registry.isKey(operation.target())) {
            ItemOperations<Object, Object> operations = registry.ofItem(operation.target());
            return delete(
                    operation,
                    operations,
                    operations.delete().delete(target, given(operations, operation, required), nonces));
        }
        ItemOperations<Object, Object> operations = registry.ofKey(operation.target());
        Map<String, AttributeValue> key = operations.encodeKey(target);
        if (operation instanceof TransactionWriteSet.Increment increase) {
            return new TransactStep(
                    operation,
                    operations,
                    key,
                    operations.increments().inTransaction(key, increase.increment(), nonces),
                    operations.increments().counters().expectation(increase.increment()),
                    null);
        }
        if (operation instanceof TransactionWriteSet.Patch patch) {
            ItemChange<AttributeValue> change = change(operations, patch, required);
            return new TransactStep(
                    operation,
                    operations,
                    key,
                    operations.patches().inTransaction(key, change, nonces),
                    operations.rules().patches().expectation(change),
                    null);
        }
        return operation instanceof CheckCondition check
                ? check(check, operations, key, nonces)
                : delete(
                        operation,
                        operations,
                        operations.delete().deleteKey(key, given(operations, operation, required), nonces));
    }

    private static @Nullable Clause<AttributeValue> given(
            ItemOperations<Object, Object> operations, Operation operation, @Nullable Clause<AttributeValue> required) {
        Condition<?> condition = operation.condition();
        return Clause.both(
                condition == null ? Expressions.clause(operation.expression()) : operations.clause(condition),
                required);
    }

    private static TransactStep delete(
            Operation operation, ItemOperations<Object, Object> operations, Write<@Nullable Object> write) {
        return new TransactStep(
                operation,
                operations,
                write.row(),
                operations.delete().inTransaction(write),
                write.expectation(),
                null);
    }

    private static TransactStep check(
            CheckCondition operation,
            ItemOperations<Object, Object> operations,
            Map<String, AttributeValue> key,
            Nonces nonces) {
        Clause<AttributeValue> given = given(operations, operation, null);
        Rendered<AttributeValue> condition = Rendered.of(
                given == null
                        ? operations.rules().presence().keyIsTaken(nonces)
                        : operations
                                .rules()
                                .presence()
                                .ofPresent(operations.rules().upgrades().onCurrent(given), nonces));
        Expectation<AttributeValue> expectation =
                given == null ? new Expectation<>(Expectation.AN_ITEM, null, null, null) : Expectation.of(given);
        TransactWriteItem item = TransactWriteItem.builder()
                .conditionCheck(check -> check.tableName(operations.table().name())
                        .key(key)
                        .conditionExpression(condition.expression())
                        .expressionAttributeNames(condition.names())
                        .expressionAttributeValues(condition.values())
                        .returnValuesOnConditionCheckFailure(Expressions.oldItemFor(condition.expression())))
                .build();
        return new TransactStep(operation, operations, key, item, expectation, null);
    }

    /** A change with what is required of the item besides its own condition. */
    private static ItemChange<AttributeValue> change(
            ItemOperations<Object, Object> operations,
            TransactionWriteSet.Patch patch,
            @Nullable Clause<AttributeValue> required) {
        ItemChange<AttributeValue> change = operations.change(patch.change());
        return required == null
                ? change
                : new ItemChange<>(
                        change.actions(),
                        change.properties(),
                        change.given(),
                        Clause.both(change.condition(), required),
                        change.createsItem());
    }

    /** The unique values of the item type of an operation. */
    static Claims claims(Registry registry, Operation operation) {
        ItemOperations<Object, Object> operations = registry.isKey(operation.target())
                ? registry.ofKey(operation.target())
                : registry.ofItem(operation.target());
        return operations.rules().claims();
    }

    /** Whether the operation requires that a stored item is of the current model. */
    boolean needsCurrent() {
        return operations.rules().upgrades().areNeeded()
                && (operation instanceof TransactionWriteSet.Patch
                        || operation instanceof TransactionWriteSet.Increment
                        || operation instanceof TransactionWriteSet.Merge
                        || operation.condition() != null
                        || operation.expression() != null);
    }

    /**
     * The item of an older model that made the operation fail.
     *
     * @return null if it failed for another reason
     */
    @Nullable Map<String, AttributeValue> older(CancellationReason reason) {
        return needsCurrent() && reason.hasItem()
                ? operations.rules().upgrades().older(reason.item())
                : null;
    }

    /** Whether the operation may change unique values of its item. */
    boolean changesClaims() {
        Claims claims = operations.rules().claims();
        if (claims.isEmpty() || operation instanceof CheckCondition) {
            return false;
        }
        if (operation instanceof TransactionWriteSet.Patch patch) {
            return claims.touches(operations.change(patch.change()));
        }
        return operation instanceof Create
                ? !claims.rules().claims(row).isEmpty()
                : !(operation instanceof TransactionWriteSet.Increment);
    }

    /**
     * The unique values that the item has afterwards, with its key; null for no item.
     *
     * @param base what is stored; null for nothing
     */
    @Nullable Map<String, AttributeValue> claimedAfter(@Nullable Map<String, AttributeValue> base) {
        if (operation instanceof Delete) {
            return null;
        }
        if (operation instanceof TransactionWriteSet.Patch patch) {
            ItemChange<AttributeValue> change = operations.change(patch.change());
            if (base == null && !change.createsItem()) {
                return null;
            }
            try {
                return operations
                        .rules()
                        .patches()
                        .changed(base == null ? operations.rules().patches().begun(row) : base, change);
            } catch (RowEdit.NoSuchPlace e) {
                // DynamoDB says so itself.
                return base;
            }
        }
        return operation instanceof TransactionWriteSet.Merge && put != null
                ? operations.update().claimedAfter(put, base)
                : row;
    }
}
