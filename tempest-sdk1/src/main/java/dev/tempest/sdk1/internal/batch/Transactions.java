package dev.tempest.sdk1.internal.batch;

import com.amazonaws.AmazonServiceException;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.CancellationReason;
import com.amazonaws.services.dynamodbv2.model.ConditionCheck;
import com.amazonaws.services.dynamodbv2.model.Delete;
import com.amazonaws.services.dynamodbv2.model.Put;
import com.amazonaws.services.dynamodbv2.model.ReturnValuesOnConditionCheckFailure;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItem;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItemsRequest;
import com.amazonaws.services.dynamodbv2.model.TransactionCanceledException;
import com.amazonaws.services.dynamodbv2.model.Update;
import dev.tempest.ItemSet;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.schema.RowKey;
import dev.tempest.sdk1.FilterExpression;
import dev.tempest.sdk1.TransactionFailure;
import dev.tempest.sdk1.TransactionWriteSet;
import dev.tempest.sdk1.TransactionWriteSet.CheckCondition;
import dev.tempest.sdk1.TransactionWriteSet.Operation;
import dev.tempest.sdk1.TransactionWriteSet.Save;
import dev.tempest.sdk1.internal.request.Conditions;
import dev.tempest.sdk1.internal.request.Connection;
import dev.tempest.sdk1.internal.request.MergeText;
import dev.tempest.sdk1.internal.request.Refusals;
import dev.tempest.sdk1.internal.write.Items;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The write transactions of a database, and what their refusals mean. */
public final class Transactions {
    static final int LIMIT = 100;
    private static final ReturnValuesOnConditionCheckFailure OLD = ReturnValuesOnConditionCheckFailure.ALL_OLD;

    private Transactions() {}

    public static PreparedWrite prepare(Connection connection, Registry registry, TransactionWriteSet set) {
        checkSize(set.operations().size(), "operations", "A WritingPager makes a series of transactions.");
        String token = set.idempotencyToken();
        Nonces nonces = token == null ? Nonces.RANDOM : Nonces.of(token);
        List<TransactionStep> steps = new ArrayList<>();
        Map<RowKey, TransactionStep> byRow = new HashMap<>();
        ItemSet.Builder stored = ItemSet.builder();
        for (Operation operation : set.operations()) {
            TransactionStep step = step(registry, operation, nonces);
            steps.add(step);
            TransactionStep other = byRow.put(step.items().table().rowKey(step.row()), step);
            if (other != null) {
                throw new IllegalArgumentException("Two operations of the transaction touch one item: "
                        + other.describe() + ", and " + step.describe() + ". Make them one.");
            }
            if (step.stored() != null) {
                stored.add(operation.target(), step.stored());
            }
        }
        TransactWriteItemsRequest request = connection.prepared(new TransactWriteItemsRequest()
                .withTransactItems(steps.stream().map(TransactionStep::request).toList())
                .withClientRequestToken(token == null ? UUID.randomUUID().toString() : token));
        return new PreparedWrite(request, steps, stored.build());
    }

    public static ItemSet write(Connection connection, PreparedWrite prepared) {
        if (prepared.steps().isEmpty()) {
            return prepared.stored();
        }
        try {
            connection.client().transactWriteItems(prepared.request());
        } catch (TransactionCanceledException e) {
            throw withFailures(e, prepared.steps());
        } catch (AmazonServiceException e) {
            throw Refusals.withContext(e, "transaction of " + prepared.steps().size() + " operations");
        }
        return prepared.stored();
    }

    static void checkSize(int size, String what, String hint) {
        if (size > LIMIT) {
            throw new IllegalArgumentException(
                    "A transaction has " + LIMIT + " " + what + " at most, not " + size + ". " + hint);
        }
    }

    private static TransactionStep step(Registry registry, Operation operation, Nonces nonces) {
        Object target = Registry.plain(operation.target());
        if (operation instanceof Save) {
            return save(operation, registry.ofItem(operation.target()), target, nonces);
        }
        if (operation instanceof TransactionWriteSet.Merge) {
            return merge(operation, registry.ofItem(operation.target()), target, nonces);
        }
        if (operation instanceof TransactionWriteSet.Delete && !registry.isKey(operation.target())) {
            Items<Object, Object> items = registry.ofItem(operation.target());
            FilterExpression version = Conditions.ofVersions(items.expectedToDelete(target));
            return delete(
                    operation,
                    items,
                    items.encodeKeyOf(target),
                    Conditions.both(Conditions.of(operation.expression()), version));
        }
        Items<Object, Object> items = registry.ofKey(operation.target());
        Map<String, AttributeValue> key = items.encodeKey(target);
        return operation instanceof CheckCondition check
                ? check(check, items, key)
                : delete(operation, items, key, Conditions.of(operation.expression()));
    }

    private static TransactionStep save(Operation operation, Items<Object, Object> items, Object item, Nonces nonces) {
        Items.Write<Object> write = items.encodeSave(item, nonces);
        FilterExpression version = Conditions.ofVersions(write.versions());
        Put put = new Put().withTableName(items.table().name()).withItem(write.row());
        FilterExpression condition = Conditions.both(Conditions.of(operation.expression()), version);
        if (condition != null) {
            put.withConditionExpression(condition.expression())
                    .withExpressionAttributeNames(Conditions.orNull(condition.attributeNames()))
                    .withExpressionAttributeValues(Conditions.orNull(condition.attributeValues()))
                    .withReturnValuesOnConditionCheckFailure(OLD);
        }
        return new TransactionStep(operation, items, write.row(), new TransactWriteItem().withPut(put), write.stored());
    }

    private static TransactionStep merge(Operation operation, Items<Object, Object> items, Object item, Nonces nonces) {
        Items.Write<Object> write = items.encodeMerge(item, nonces);
        FilterExpression condition =
                Conditions.both(Conditions.of(operation.expression()), Conditions.ofVersions(write.versions()));
        MergeText text = MergeText.of(items.changes(write.row()), condition);
        Update update = new Update()
                .withTableName(items.table().name())
                .withKey(items.table().schema().table().requireKey(write.row()))
                .withUpdateExpression(text.expression())
                .withExpressionAttributeNames(text.names())
                .withExpressionAttributeValues(text.values());
        if (condition != null) {
            update.withConditionExpression(condition.expression()).withReturnValuesOnConditionCheckFailure(OLD);
        }
        return new TransactionStep(
                operation, items, write.row(), new TransactWriteItem().withUpdate(update), write.stored());
    }

    private static TransactionStep delete(
            Operation operation,
            Items<Object, Object> items,
            Map<String, AttributeValue> key,
            @Nullable FilterExpression condition) {
        Delete delete = new Delete().withTableName(items.table().name()).withKey(key);
        if (condition != null) {
            delete.withConditionExpression(condition.expression())
                    .withExpressionAttributeNames(Conditions.orNull(condition.attributeNames()))
                    .withExpressionAttributeValues(Conditions.orNull(condition.attributeValues()))
                    .withReturnValuesOnConditionCheckFailure(OLD);
        }
        return new TransactionStep(operation, items, key, new TransactWriteItem().withDelete(delete), null);
    }

    private static TransactionStep check(
            CheckCondition operation, Items<Object, Object> items, Map<String, AttributeValue> key) {
        FilterExpression given = Conditions.of(operation.expression());
        FilterExpression condition = given == null
                ? Conditions.exists(items.table().schema().table().key().partitionKey())
                : given;
        ConditionCheck check = new ConditionCheck()
                .withTableName(items.table().name())
                .withKey(key)
                .withConditionExpression(condition.expression())
                .withExpressionAttributeNames(Conditions.orNull(condition.attributeNames()))
                .withExpressionAttributeValues(Conditions.orNull(condition.attributeValues()))
                .withReturnValuesOnConditionCheckFailure(OLD);
        return new TransactionStep(operation, items, key, new TransactWriteItem().withConditionCheck(check), null);
    }

    private static AmazonServiceException withFailures(TransactionCanceledException e, List<TransactionStep> steps) {
        List<CancellationReason> reasons = e.getCancellationReasons() == null ? List.of() : e.getCancellationReasons();
        List<TransactionFailure> failures = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < reasons.size() && i < steps.size(); i++) {
            CancellationReason reason = reasons.get(i);
            if (reason.getCode() != null && !reason.getCode().equals("None")) {
                TransactionStep step = steps.get(i);
                failures.add(TransactionFailure.builder()
                        .index(i)
                        .operation(step.operation())
                        .tableName(step.items().table().name())
                        .code(reason.getCode())
                        .message(reason.getMessage())
                        .item(reason.getItem() == null ? null : step.items().readOrNull(reason.getItem()))
                        .build());
                texts.add(i + ": " + step.describe() + " (" + reason.getCode() + ")");
            }
        }
        e.addSuppressed(new Failures(failures));
        return Refusals.withContext(
                e,
                "transaction of " + steps.size() + " operations"
                        + (texts.isEmpty() ? "" : ", cancelled because of " + String.join("; ", texts)));
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

    public static List<TransactionFailure> failuresIn(TransactionCanceledException refusal) {
        for (Throwable suppressed : refusal.getSuppressed()) {
            if (suppressed instanceof Failures found) {
                return found.failures;
            }
        }
        return List.of();
    }
}
