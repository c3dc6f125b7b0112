package dev.tempest.sdk1.internal.write;

import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBDeleteExpression;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.Delete;
import com.amazonaws.services.dynamodbv2.model.DeleteItemRequest;
import com.amazonaws.services.dynamodbv2.model.DeleteItemResult;
import com.amazonaws.services.dynamodbv2.model.ExpectedAttributeValue;
import com.amazonaws.services.dynamodbv2.model.ReturnValue;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItem;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.Rendered;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.sdk1.internal.mapping.ItemMapper;
import dev.tempest.sdk1.internal.mapping.TableContext;
import dev.tempest.sdk1.internal.request.Command;
import dev.tempest.sdk1.internal.request.Conditions;
import dev.tempest.sdk1.internal.request.ErrorContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * DeleteItem: by an item, on its version, or by a key.
 *
 * @param <I> the item type
 */
public final class DeleteItemOperation<I> {
    private static final Command<DeleteItemRequest, DeleteItemResult> COMMAND = new Command<>(
            "DeleteItem",
            true,
            AmazonDynamoDB::deleteItem,
            DeleteItemRequest::getReturnConsumedCapacity,
            DeleteItemRequest::setReturnConsumedCapacity,
            Command.one(DeleteItemResult::getConsumedCapacity));

    private final ItemMapper<I> mapper;
    private final TableContext<?> table;
    private final OperationInfo deleting;

    DeleteItemOperation(ItemMapper<I> mapper) {
        this.mapper = mapper;
        this.table = mapper.table();
        this.deleting = OperationInfo.of("delete", table.name(), mapper.type(), null);
    }

    @Nullable I delete(I item, @Nullable DynamoDBDeleteExpression expression, boolean ignoreVersions) {
        Map<String, AttributeValue> row = mapper.encode(item);
        return delete(key(row), guard(ignoreVersions ? Map.of() : versions(item, row), expression));
    }

    @Nullable I delete(I item, Clause<AttributeValue> condition, boolean ignoreVersions) {
        Map<String, AttributeValue> row = mapper.encode(item);
        return delete(key(row), Guard.of(ignoreVersions ? Map.of() : versions(item, row), Map.of(), condition));
    }

    @Nullable I deleteKey(Map<String, AttributeValue> key, @Nullable DynamoDBDeleteExpression expression) {
        return delete(key, guard(Map.of(), expression));
    }

    @Nullable I deleteKey(Map<String, AttributeValue> key, Clause<AttributeValue> condition) {
        return delete(key, Guard.of(Map.of(), Map.of(), condition));
    }

    private @Nullable I delete(Map<String, AttributeValue> key, Guard guard) {
        Rendered<AttributeValue> condition = Rendered.of(guard.condition());
        DeleteItemRequest request = new DeleteItemRequest()
                .withTableName(table.name())
                .withKey(key)
                .withReturnValues(ReturnValue.ALL_OLD)
                .withExpected(guard.expected())
                .withConditionalOperator(guard.operator())
                .withConditionExpression(condition.expression())
                .withExpressionAttributeNames(condition.names())
                .withExpressionAttributeValues(condition.values())
                .withReturnValuesOnConditionCheckFailure(Conditions.oldItemFor(guard.condition()));
        return table.requests()
                .<DeleteItemRequest, DeleteItemResult, @Nullable I>send(
                        deleting,
                        COMMAND,
                        request,
                        result -> old(result.getAttributes()),
                        ErrorContext.during(() -> "delete of " + mapper.describe(key)));
    }

    private Map<String, AttributeValue> key(Map<String, AttributeValue> row) {
        return table.schema().table().requireKey(row);
    }

    private static Guard guard(
            Map<String, ExpectedAttributeValue> versions, @Nullable DynamoDBDeleteExpression expression) {
        if (expression == null) {
            return Guard.of(versions, Map.of(), null, null);
        }
        if (expression.getConditionExpression() == null) {
            return Guard.of(versions, Map.of(), expression.getExpected(), expression.getConditionalOperator());
        }
        Clause<AttributeValue> callers = new Clause.Text<>(
                expression.getConditionExpression(),
                expression.getExpressionAttributeNames(),
                expression.getExpressionAttributeValues());
        return new Guard(
                expression.getExpected(),
                expression.getConditionalOperator(),
                Clause.both(callers, Guard.ofVersions(versions)));
    }

    private @Nullable I old(@Nullable Map<String, AttributeValue> row) {
        return row == null || row.isEmpty() ? null : mapper.read(row);
    }

    private Map<String, ExpectedAttributeValue> versions(I item, Map<String, AttributeValue> row) {
        return mapper.generation().expectedToDelete(item, row, () -> mapper.describe(row));
    }

    /** The deletion of an item, on its version. */
    public TransactWriteItem inTransaction(I item, @Nullable Clause<AttributeValue> callersCondition) {
        Map<String, AttributeValue> row = mapper.encode(item);
        Clause<AttributeValue> versions = Guard.ofVersions(versions(item, row));
        return keyInTransaction(key(row), Clause.both(callersCondition, versions));
    }

    public TransactWriteItem keyInTransaction(Map<String, AttributeValue> key, @Nullable Clause<AttributeValue> whole) {
        Rendered<AttributeValue> condition = Rendered.of(whole);
        return new TransactWriteItem()
                .withDelete(new Delete()
                        .withTableName(table.name())
                        .withKey(key)
                        .withConditionExpression(condition.expression())
                        .withExpressionAttributeNames(condition.names())
                        .withExpressionAttributeValues(condition.values())
                        .withReturnValuesOnConditionCheckFailure(Conditions.oldItemFor(whole)));
    }
}
