package dev.tempest.sdk1.internal.batch;

import com.amazonaws.AmazonServiceException;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.CancellationReason;
import com.amazonaws.services.dynamodbv2.model.ConditionCheck;
import com.amazonaws.services.dynamodbv2.model.IdempotentParameterMismatchException;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItem;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItemsRequest;
import com.amazonaws.services.dynamodbv2.model.TransactionCanceledException;
import dev.tempest.Condition;
import dev.tempest.ItemSet;
import dev.tempest.internal.batch.FailureCodes;
import dev.tempest.internal.batch.PageLimits;
import dev.tempest.internal.batch.PagedUpdates.Verdict;
import dev.tempest.internal.batch.TransactionPage;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.ItemChange;
import dev.tempest.internal.expression.Rendered;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.locking.OneTime;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.internal.schema.RowKey;
import dev.tempest.sdk1.TransactionFailure;
import dev.tempest.sdk1.TransactionWriteSet;
import dev.tempest.sdk1.TransactionWriteSet.CheckCondition;
import dev.tempest.sdk1.TransactionWriteSet.Operation;
import dev.tempest.sdk1.TransactionWriteSet.Save;
import dev.tempest.sdk1.internal.request.Conditions;
import dev.tempest.sdk1.internal.request.ErrorContext;
import dev.tempest.sdk1.internal.request.Requests;
import dev.tempest.sdk1.internal.request.Trouble;
import dev.tempest.sdk1.internal.schema.SdkValues;
import dev.tempest.sdk1.internal.write.Items;
import dev.tempest.sdk1.internal.write.SingleTransaction;
import dev.tempest.sdk1.internal.write.Write;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * TransactWriteItems: one transaction whose items and versions are encoded. However often it is sent, it is the same request.
 */
public final class TransactWriteOperation implements TransactionPage.Prepared {
    private static final OperationInfo OPERATION = OperationInfo.ofMany("transactionWrite");

    private final TransactWriteItemsRequest request;
    private final List<Step> steps;
    private final ItemSet stored;

    private TransactWriteOperation(TransactWriteItemsRequest request, List<Step> steps, ItemSet stored) {
        this.request = request;
        this.steps = steps;
        this.stored = stored;
    }

    /**
     * One operation with its request.
     *
     * @param row has the key at least
     * @param stored the item as it will be stored; null if none is
     */
    private record Step(
            Operation operation,
            Items<Object, Object> items,
            Map<String, AttributeValue> row,
            TransactWriteItem item,
            @Nullable Object stored) {

        String describe() {
            return operation.getClass().getSimpleName() + " of "
                    + items.mapper().describe(row);
        }
    }

    /**
     * A transaction that is ready to be sent.
     *
     * @throws IllegalArgumentException if DynamoDB would not take the transaction, or an operation cannot be encoded
     */
    public static TransactWriteOperation of(Registry registry, TransactionWriteSet set) {
        PageLimits.checkOperations(
                set.operations().size(), "operations", "A WritingPager makes a series of transactions.");
        String token = set.idempotencyToken();
        Nonces nonces = token == null
                ? Nonces.RANDOM.at(new OneTime())
                : Nonces.of(token).at(OneTime.of(set));
        List<Step> steps = new ArrayList<>();
        Map<RowKey, Step> byRow = new HashMap<>();
        ItemSet.Builder stored = ItemSet.builder();
        for (Operation operation : set.operations()) {
            Step step = step(registry, operation, nonces);
            steps.add(step);
            Step other = byRow.put(step.items().rowKey(step.row()), step);
            if (other != null) {
                throw new IllegalArgumentException("Two operations of the transaction touch one item: "
                        + other.describe() + ", and " + step.describe() + ". Make them one.");
            }
            if (step.stored() != null) {
                stored.add(operation.target(), step.stored());
            }
        }
        TransactWriteItemsRequest request = new TransactWriteItemsRequest()
                .withTransactItems(steps.stream().map(Step::item).toList())
                .withClientRequestToken(token == null ? UUID.randomUUID().toString() : token);
        return new TransactWriteOperation(request, steps, stored.build());
    }

    /** Sends the transaction, and returns the items as they are stored. */
    public ItemSet write(Requests requests) {
        return steps.isEmpty()
                ? stored
                : requests.send(OPERATION, SingleTransaction.COMMAND, request, result -> stored, this::withFailures);
    }

    @Override
    public long[] sizes() {
        return steps.stream()
                .mapToLong(step -> SdkValues.INSTANCE.size(step.row()))
                .toArray();
    }

    @Override
    public String describe(int operation) {
        return steps.get(operation).describe();
    }

    /** What a failure of a transaction says of it. This SDK does not say whether a request was its first try. */
    public static Verdict verdict(Throwable failure) {
        if (failure instanceof IllegalArgumentException) {
            return Verdict.NOT_DONE;
        }
        boolean isStale = failure instanceof IdempotentParameterMismatchException
                || (failure instanceof AmazonServiceException rejection && Trouble.isOfAnItem(rejection))
                || (failure instanceof TransactionCanceledException cancelled && isStale(cancelled));
        return isStale ? Verdict.STALE : Verdict.UNKNOWN;
    }

    private static boolean isStale(TransactionCanceledException cancelled) {
        return cancelled.getCancellationReasons() != null
                && cancelled.getCancellationReasons().stream()
                        .map(CancellationReason::getCode)
                        .anyMatch(FailureCodes::isStale);
    }

    private static Step step(Registry registry, Operation operation, Nonces nonces) {
        Object target = Registry.plain(operation.target());
        if (operation instanceof Save) {
            Items<Object, Object> items = registry.ofItem(operation.target());
            Write<Object> write = items.put().save(target, nonces);
            return new Step(
                    operation,
                    items,
                    write.row(),
                    items.put().inTransaction(write, given(items, operation)),
                    write.stored());
        }
        if (operation instanceof TransactionWriteSet.Merge) {
            Items<Object, Object> items = registry.ofItem(operation.target());
            Write<Object> write = items.update().merge(target, nonces);
            return new Step(
                    operation,
                    items,
                    write.row(),
                    items.update().inTransaction(write, given(items, operation)),
                    write.stored());
        }
        if (operation instanceof TransactionWriteSet.Patch patch) {
            return patch(registry, patch, target, nonces);
        }
        if (operation instanceof TransactionWriteSet.Delete && !registry.isKey(operation.target())) {
            Items<Object, Object> items = registry.ofItem(operation.target());
            TransactWriteItem deletion = items.delete().inTransaction(target, given(items, operation));
            return new Step(operation, items, deletion.getDelete().getKey(), deletion, null);
        }
        Items<Object, Object> items = registry.ofKey(operation.target());
        Map<String, AttributeValue> key = items.encodeKey(target);
        Clause<AttributeValue> given = given(items, operation);
        TransactWriteItem item = operation instanceof CheckCondition
                ? check(items, key, given)
                : items.delete().keyInTransaction(key, given);
        return new Step(operation, items, key, item, null);
    }

    private static Step patch(Registry registry, TransactionWriteSet.Patch patch, Object target, Nonces nonces) {
        boolean isKey = registry.isKey(patch.target());
        Items<Object, Object> items = isKey ? registry.ofKey(patch.target()) : registry.ofItem(patch.target());
        ItemChange<AttributeValue> change = items.change(patch.change());
        TransactWriteItem item = isKey
                ? items.patches().inTransaction(items.encodeKey(target), change, nonces)
                : items.patches().ofItemInTransaction(target, change, nonces);
        return new Step(patch, items, item.getUpdate().getKey(), item, null);
    }

    private static @Nullable Clause<AttributeValue> given(Items<Object, Object> items, Operation operation) {
        Condition<?> condition = operation.condition();
        return condition == null ? Conditions.of(operation.expression()) : items.clause(condition);
    }

    private static TransactWriteItem check(
            Items<Object, Object> items, Map<String, AttributeValue> key, @Nullable Clause<AttributeValue> given) {
        Rendered<AttributeValue> condition = Rendered.of(given == null ? items.keyIsTaken() : given);
        return new TransactWriteItem()
                .withConditionCheck(new ConditionCheck()
                        .withTableName(items.tableName())
                        .withKey(key)
                        .withConditionExpression(condition.expression())
                        .withExpressionAttributeNames(condition.names())
                        .withExpressionAttributeValues(condition.values())
                        .withReturnValuesOnConditionCheckFailure(Conditions.oldItemFor(condition)));
    }

    private AmazonServiceException withFailures(AmazonServiceException e) {
        String action = "transaction of " + steps.size() + " operations";
        if (!(e instanceof TransactionCanceledException cancelled)) {
            return ErrorContext.withContext(e, action);
        }
        List<CancellationReason> reasons =
                cancelled.getCancellationReasons() == null ? List.of() : cancelled.getCancellationReasons();
        List<TransactionFailure> failures = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < reasons.size() && i < steps.size(); i++) {
            CancellationReason reason = reasons.get(i);
            if (reason.getCode() != null && !reason.getCode().equals("None")) {
                Step step = steps.get(i);
                failures.add(TransactionFailure.builder()
                        .index(i)
                        .operation(step.operation())
                        .tableName(step.items().tableName())
                        .code(reason.getCode())
                        .message(reason.getMessage())
                        .item(
                                reason.getItem() == null
                                        ? null
                                        : step.items().mapper().readOrNull(reason.getItem()))
                        .build());
                texts.add(i + ": " + step.describe() + " (" + reason.getCode() + ")");
            }
        }
        e.addSuppressed(new Failures(failures));
        return ErrorContext.withContext(
                e, action + (texts.isEmpty() ? "" : ", cancelled because of " + String.join("; ", texts)));
    }

    /** The failed operations, within the SDK's own exception, which has no room for them. */
    private static final class Failures extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient List<TransactionFailure> failures;

        Failures(List<TransactionFailure> failures) {
            super("failed operations: " + failures.size() + "; failuresIn returns them", null, false, false);
            this.failures = failures;
        }
    }

    public static List<TransactionFailure> failuresIn(TransactionCanceledException e) {
        for (Throwable suppressed : e.getSuppressed()) {
            if (suppressed instanceof Failures found) {
                return found.failures;
            }
        }
        return List.of();
    }
}
