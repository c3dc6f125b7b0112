package dev.tempest.sdk2.internal;

import dev.tempest.ItemSet;
import dev.tempest.internal.batch.AskedRows;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.schema.RowKey;
import dev.tempest.sdk2.TransactionFailure;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.sdk2.TransactionWriteSet.CheckCondition;
import dev.tempest.sdk2.TransactionWriteSet.Create;
import dev.tempest.sdk2.TransactionWriteSet.Delete;
import dev.tempest.sdk2.TransactionWriteSet.Operation;
import dev.tempest.sdk2.TransactionWriteSet.Save;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The transactions of a database as requests, and what their answers and refusals mean. */
final class Transactions {
    private static final int LIMIT = 100;
    private static final ReturnValuesOnConditionCheckFailure OLD = ReturnValuesOnConditionCheckFailure.ALL_OLD;

    private Transactions() {}

    /**
     * One operation with its request.
     *
     * @param row has the key at least
     */
    record Step(
            Operation operation,
            ItemOperations<Object, Object> operations,
            Map<String, AttributeValue> row,
            TransactWriteItem item,
            Expectation expectation,
            @Nullable Write<Object> put) {

        String describe() {
            return operation.getClass().getSimpleName() + " of " + operations.describe(row);
        }

        /** Why the condition failed. */
        String describe(@Nullable Map<String, AttributeValue> found) {
            return operation instanceof TransactionWriteSet.Increment increase
                    ? operations.increments().describe(increase.increment(), found)
                    : expectation.describe(found);
        }
    }

    static Exchange<?, ?, ItemSet> write(Registry registry, TransactionWriteSet set) {
        return prepare(registry, set).exchange();
    }

    static PreparedWrite prepare(Registry registry, TransactionWriteSet set) {
        checkSize(set.operations().size(), "operations", "A WritingPager makes a series of transactions.");
        if (set.operations().isEmpty()) {
            return new PreparedWrite(Exchange.answered(ItemSet.builder().build()), List.of());
        }
        String token = set.idempotencyToken();
        Nonces nonces = token == null ? Nonces.RANDOM : Nonces.of(token);
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
                Command.transactWriteItems(),
                request,
                response -> settled(steps, storedItems),
                e -> withFailures(e, steps));
        return new PreparedWrite(exchange, steps);
    }

    private static ItemSet settled(List<Step> steps, ItemSet stored) {
        release(steps);
        return stored;
    }

    /** Lets other writes have the slots, once it is known what became of the transaction. */
    private static void release(List<Step> steps) {
        for (Step step : steps) {
            Write<Object> put = step.put();
            Write.Trace trace = put == null ? null : put.trace();
            if (trace != null) {
                step.operations().encoder().release(trace);
            }
        }
    }

    private static void checkSize(int size, String what, String hint) {
        if (size > LIMIT) {
            throw new IllegalArgumentException(
                    "A transaction has " + LIMIT + " " + what + " at most, not " + size + ". " + hint);
        }
    }

    private static Step step(Registry registry, Operation operation, Nonces nonces) {
        Object target = Registry.plain(operation.target());
        if (operation instanceof Save || operation instanceof Create) {
            ItemOperations<Object, Object> operations = registry.ofItem(operation.target());
            Write<Object> write = operation instanceof Create
                    ? operations.encoder().create(target, nonces)
                    : operations.encoder().save(target, operation.expression(), nonces);
            return new Step(
                    operation,
                    operations,
                    write.row(),
                    operations.writes().putInTransaction(write),
                    write.expectation(),
                    write);
        }
        if (operation instanceof TransactionWriteSet.Merge) {
            ItemOperations<Object, Object> operations = registry.ofItem(operation.target());
            Merge<Object> merge = operations.encoder().merge(target, operation.expression(), nonces);
            return new Step(
                    operation,
                    operations,
                    merge.write().row(),
                    operations.writes().updateInTransaction(merge.write(), merge.text()),
                    merge.write().expectation(),
                    merge.write());
        }
        if (operation instanceof Delete && !registry.isKey(operation.target())) {
            ItemOperations<Object, Object> operations = registry.ofItem(operation.target());
            return delete(operation, operations, operations.encoder().delete(target, operation.expression()));
        }
        ItemOperations<Object, Object> operations = registry.ofKey(operation.target());
        Map<String, AttributeValue> key = operations.encodeKey(target);
        if (operation instanceof TransactionWriteSet.Increment increase) {
            return new Step(
                    operation,
                    operations,
                    key,
                    operations.increments().inTransaction(key, increase.increment(), nonces),
                    operations.increments().expectation(increase.increment()),
                    null);
        }
        return operation instanceof CheckCondition check
                ? check(check, operations, key)
                : delete(operation, operations, operations.encoder().deleteKey(key, operation.expression()));
    }

    private static Step delete(
            Operation operation, ItemOperations<Object, Object> operations, Write<@Nullable Object> write) {
        return new Step(
                operation,
                operations,
                write.row(),
                operations.writes().deleteInTransaction(write),
                write.expectation(),
                null);
    }

    private static Step check(
            CheckCondition operation, ItemOperations<Object, Object> operations, Map<String, AttributeValue> key) {
        Expression given = operation.expression();
        Expression condition = given == null ? operations.encoder().conditions().keyIsTaken() : given;
        Expectation expectation =
                given == null ? new Expectation(Expectation.AN_ITEM, null, null, null) : Expectation.of(given);
        TransactWriteItem item = TransactWriteItem.builder()
                .conditionCheck(check -> check.tableName(operations.table().name())
                        .key(key)
                        .conditionExpression(condition.expression())
                        .expressionAttributeNames(Conditions.names(condition))
                        .expressionAttributeValues(Conditions.values(condition))
                        .returnValuesOnConditionCheckFailure(OLD))
                .build();
        return new Step(operation, operations, key, item, expectation, null);
    }

    private static DynamoDbException withFailures(DynamoDbException e, List<Step> steps) {
        if (!(e instanceof TransactionCanceledException cancelled) || !cancelled.hasCancellationReasons()) {
            return Refusals.withContext(e, "transaction of " + steps.size() + " operations");
        }
        if (WriteRequests.isSentOnce(e)) {
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
                failures.add(new TransactionFailure(
                        i,
                        step.operation(),
                        step.operations().table().name(),
                        reason.code(),
                        reason.message(),
                        reason.hasItem() ? step.operations().readOrNull(reason.item()) : null));
                text.append(separator)
                        .append(i)
                        .append(": ")
                        .append(step.describe())
                        .append(" (")
                        .append(reason.code())
                        .append(
                                reason.code().equals("ConditionalCheckFailed")
                                        ? ": " + step.describe(reason.hasItem() ? reason.item() : null)
                                        : "")
                        .append(')');
                separator = "; ";
            }
        }
        return Refusals.withContext(e, text.append(Refusals.ofAnEarlierTry(e)).toString(), new Failures(failures));
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

    static List<TransactionFailure> failuresIn(TransactionCanceledException refusal) {
        return refusal.getCause() instanceof Failures cause ? cause.failures : List.of();
    }

    static Exchange<?, ?, ItemSet> load(Registry registry, Iterable<?> keys) {
        AskedRows<AttributeValue> asked = new AskedRows<>();
        List<TransactGetItem> gets = new ArrayList<>();
        for (Object key : keys) {
            ItemOperations<Object, Object> operations = registry.ofKey(key);
            Map<String, AttributeValue> row = operations.encodeKey(Registry.plain(key));
            if (asked.add(key, row, operations)) {
                gets.add(TransactGetItem.builder()
                        .get(get -> get.tableName(operations.tableName()).key(row))
                        .build());
            }
        }
        checkSize(gets.size(), "keys", "Load them in parts, or by batchLoad.");
        if (gets.isEmpty()) {
            return Exchange.answered(ItemSet.builder().build());
        }
        return Exchange.of(
                Command.transactGetItems(),
                TransactGetItemsRequest.builder().transactItems(gets).build(),
                response -> asked.items(response.responses(), each -> each.hasItem() ? each.item() : null),
                Refusals.during(() -> "transactional load of " + gets.size() + " keys"));
    }
}
