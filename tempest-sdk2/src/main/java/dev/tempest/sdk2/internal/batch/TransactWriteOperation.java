package dev.tempest.sdk2.internal.batch;

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
import dev.tempest.internal.write.Expectation;
import dev.tempest.sdk2.TransactionFailure;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.sdk2.TransactionWriteSet.CheckCondition;
import dev.tempest.sdk2.TransactionWriteSet.Create;
import dev.tempest.sdk2.TransactionWriteSet.Delete;
import dev.tempest.sdk2.TransactionWriteSet.Operation;
import dev.tempest.sdk2.TransactionWriteSet.Save;
import dev.tempest.sdk2.internal.request.ErrorContext;
import dev.tempest.sdk2.internal.request.Exchange;
import dev.tempest.sdk2.internal.request.Expressions;
import dev.tempest.sdk2.internal.request.FailureKind;
import dev.tempest.sdk2.internal.request.Trouble;
import dev.tempest.sdk2.internal.schema.value.SdkValues;
import dev.tempest.sdk2.internal.write.Counters;
import dev.tempest.sdk2.internal.write.ItemOperations;
import dev.tempest.sdk2.internal.write.Patches;
import dev.tempest.sdk2.internal.write.SingleTransaction;
import dev.tempest.sdk2.internal.write.UpdateItemOperation;
import dev.tempest.sdk2.internal.write.Write;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * TransactWriteItems: one transaction whose items, versions and tokens are encoded. However often it is sent, it is the same
 * request.
 */
public final class TransactWriteOperation implements TransactionPage.Prepared {
    private static final OperationInfo OPERATION = OperationInfo.ofMany("transactionWrite");

    private final Exchange<?, ?, ItemSet> exchange;
    private final List<Step> steps;

    private TransactWriteOperation(Exchange<?, ?, ItemSet> exchange, List<Step> steps) {
        this.exchange = exchange;
        this.steps = steps;
    }

    /**
     * One operation with its request.
     *
     * @param row has the key at least
     * @param put a write whose result is known; null for none
     * @param release is to be called when the outcome is known
     */
    record Step(
            Operation operation,
            ItemOperations<Object, Object> operations,
            Map<String, AttributeValue> row,
            TransactWriteItem item,
            Expectation<AttributeValue> expectation,
            @Nullable Write<Object> put,
            Runnable release) {

        Step(
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
    }

    /**
     * A transaction that is ready to be sent.
     *
     * @throws IllegalArgumentException if DynamoDB would not take the transaction, or an operation cannot be encoded
     */
    public static TransactWriteOperation of(Registry registry, TransactionWriteSet set) {
        PageLimits.checkOperations(
                set.operations().size(), "operations", "A WritingPager makes a series of transactions.");
        if (set.operations().isEmpty()) {
            return new TransactWriteOperation(
                    Exchange.completed(ItemSet.builder().build()), List.of());
        }
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
            Step other = byRow.put(step.operations().table().rowKey(step.row()), step);
            if (other != null) {
                throw new IllegalArgumentException("Two operations of the transaction touch one item: "
                        + other.describe() + ", and " + step.describe() + ". Make them one.");
            }
            Write<Object> put = step.put();
            if (put != null) {
                stored.add(operation.target(), put.result());
            }
        }
        TransactWriteItemsRequest request = TransactWriteItemsRequest.builder()
                .transactItems(steps.stream().map(Step::item).toList())
                .clientRequestToken(token == null ? UUID.randomUUID().toString() : token)
                .build();
        ItemSet storedItems = stored.build();
        Exchange<?, ?, ItemSet> exchange = Exchange.of(
                OPERATION,
                SingleTransaction.COMMAND,
                request,
                response -> settled(steps, storedItems),
                e -> withFailures(e, steps));
        return new TransactWriteOperation(exchange, steps);
    }

    public Exchange<?, ?, ItemSet> exchange() {
        return exchange;
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

    /** What a failure of a transaction says of it. */
    public static Verdict verdict(Throwable failure) {
        if (failure instanceof IllegalArgumentException) {
            return Verdict.NOT_DONE;
        }
        if (!(failure instanceof RuntimeException e)) {
            return Verdict.UNKNOWN;
        }
        if (e instanceof IdempotentParameterMismatchException
                || Trouble.of(e, true) == Trouble.OF_AN_ITEM
                || (e instanceof TransactionCanceledException cancelled && isStale(cancelled))) {
            return Verdict.STALE;
        }
        return FailureKind.isCertainlyNotDone(e) ? Verdict.NOT_DONE : Verdict.UNKNOWN;
    }

    private static boolean isStale(TransactionCanceledException cancelled) {
        return cancelled.cancellationReasons().stream()
                .map(CancellationReason::code)
                .anyMatch(FailureCodes::isStale);
    }

    private static ItemSet settled(List<Step> steps, ItemSet stored) {
        release(steps);
        return stored;
    }

    /** Lets other writes have the slots, once it is known what became of the transaction. */
    private static void release(List<Step> steps) {
        for (Step step : steps) {
            step.release().run();
        }
    }

    private static Step step(Registry registry, Operation operation, Nonces nonces) {
        Object target = Registry.plain(operation.target());
        if (operation instanceof Save || operation instanceof Create) {
            ItemOperations<Object, Object> operations = registry.ofItem(operation.target());
            Write<Object> write = operation instanceof Create
                    ? operations.put().create(target, nonces)
                    : operations.put().save(target, given(operations, operation), nonces);
            return new Step(
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
                    operations.update().merge(target, given(operations, operation), nonces);
            return new Step(
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
                    operations.patches().ofItemInTransaction(target, operations.change(patch.change()), nonces);
            return new Step(
                    operation, operations, change.key(), change.item(), change.expectation(), null, change.release());
        }
        if (operation instanceof Delete && !registry.isKey(operation.target())) {
            ItemOperations<Object, Object> operations = registry.ofItem(operation.target());
            return delete(
                    operation, operations, operations.delete().delete(target, given(operations, operation), nonces));
        }
        ItemOperations<Object, Object> operations = registry.ofKey(operation.target());
        Map<String, AttributeValue> key = operations.encodeKey(target);
        if (operation instanceof TransactionWriteSet.Increment increase) {
            return new Step(
                    operation,
                    operations,
                    key,
                    operations.increments().inTransaction(key, increase.increment(), nonces),
                    operations.increments().counters().expectation(increase.increment()),
                    null);
        }
        if (operation instanceof TransactionWriteSet.Patch patch) {
            ItemChange<AttributeValue> change = operations.change(patch.change());
            return new Step(
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
                        operations.delete().deleteKey(key, given(operations, operation), nonces));
    }

    private static @Nullable Clause<AttributeValue> given(
            ItemOperations<Object, Object> operations, Operation operation) {
        Condition<?> condition = operation.condition();
        return condition == null ? Expressions.clause(operation.expression()) : operations.clause(condition);
    }

    private static Step delete(
            Operation operation, ItemOperations<Object, Object> operations, Write<@Nullable Object> write) {
        return new Step(
                operation,
                operations,
                write.row(),
                operations.delete().inTransaction(write),
                write.expectation(),
                null);
    }

    private static Step check(
            CheckCondition operation,
            ItemOperations<Object, Object> operations,
            Map<String, AttributeValue> key,
            Nonces nonces) {
        Clause<AttributeValue> given = given(operations, operation);
        Rendered<AttributeValue> condition = Rendered.of(
                given == null
                        ? operations.rules().presence().keyIsTaken(nonces)
                        : operations.rules().presence().ofPresent(given, nonces));
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
        return new Step(operation, operations, key, item, expectation, null);
    }

    private static DynamoDbException withFailures(DynamoDbException e, List<Step> steps) {
        if (!(e instanceof TransactionCanceledException cancelled) || !cancelled.hasCancellationReasons()) {
            return ErrorContext.withContext(e, "transaction of " + steps.size() + " operations");
        }
        if (FailureKind.isSentOnce(e)) {
            release(steps);
        }
        List<TransactionFailure> failures = new ArrayList<>();
        StringBuilder text = new StringBuilder("transaction of " + steps.size() + " operations, cancelled because of ");
        String separator = "";
        List<CancellationReason> reasons = cancelled.cancellationReasons();
        for (int i = 0; i < reasons.size() && i < steps.size(); i++) {
            CancellationReason reason = reasons.get(i);
            if (reason.code() != null && !reason.code().equals("None")) {
                Step step = steps.get(i);
                failures.add(TransactionFailure.builder()
                        .index(i)
                        .operation(step.operation())
                        .tableName(step.operations().table().name())
                        .code(reason.code())
                        .message(reason.message())
                        .item(reason.hasItem() ? step.operations().readOrNull(reason.item()) : null)
                        .build());
                text.append(separator)
                        .append(i)
                        .append(": ")
                        .append(step.describe())
                        .append(" (")
                        .append(reason.code())
                        .append(
                                reason.code().equals("ConditionalCheckFailed")
                                        ? ": " + step.describe(reason.hasItem() ? reason.item() : null)
                                        : ofNoNumber(step, reason))
                        .append(')');
                separator = "; ";
            }
        }
        return ErrorContext.withContext(
                e, text.append(ErrorContext.ofAnEarlierTry(e)).toString(), new Failures(failures));
    }

    /** DynamoDB does not say which attribute has the wrong type, and does not return the item. */
    private static String ofNoNumber(Step step, CancellationReason reason) {
        if (!(step.operation() instanceof TransactionWriteSet.Increment increase)
                || !reason.code().equals("ValidationError")) {
            return "";
        }
        List<String> numbers = new ArrayList<>();
        increase.increment().counters().forEach(counter -> numbers.add(counter.property()));
        String version = step.operations().rules().versionAttribute();
        if (version != null) {
            numbers.add(version);
        }
        return ": " + String.join(" or ", numbers)
                + " is stored as NULL or as another type that DynamoDB cannot add to;"
                + " increment the item outside of a transaction";
    }

    /** The failed operations, as the cause of the SDK's own exception, which has no room for them. */
    static final class Failures extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient List<TransactionFailure> failures;

        Failures(List<TransactionFailure> failures) {
            super("failed operations: " + failures.size() + "; failuresIn returns them", null, false, false);
            this.failures = failures;
        }
    }

    public static List<TransactionFailure> failuresIn(TransactionCanceledException e) {
        return e.getCause() instanceof Failures cause ? cause.failures : List.of();
    }
}
