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
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.sdk1.FilterExpression;
import dev.tempest.sdk1.internal.mapping.ItemMapper;
import dev.tempest.sdk1.internal.mapping.TableContext;
import dev.tempest.sdk1.internal.request.Command;
import dev.tempest.sdk1.internal.request.Conditions;
import dev.tempest.sdk1.internal.request.ErrorContext;
import dev.tempest.sdk1.internal.request.Guard;
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
        Map<String, AttributeValue> key = table.schema().table().requireKey(row);
        return delete(key, ignoreVersions ? Map.of() : versions(item, row), expression);
    }

    @Nullable I deleteKey(Map<String, AttributeValue> key, @Nullable DynamoDBDeleteExpression expression) {
        return delete(key, Map.of(), expression);
    }

    private @Nullable I delete(
            Map<String, AttributeValue> key,
            Map<String, ExpectedAttributeValue> versions,
            @Nullable DynamoDBDeleteExpression expression) {
        Guard guard = guard(versions, expression);
        DeleteItemRequest request = new DeleteItemRequest()
                .withTableName(table.name())
                .withKey(key)
                .withReturnValues(ReturnValue.ALL_OLD)
                .withExpected(guard.expected())
                .withConditionalOperator(guard.operator())
                .withConditionExpression(guard.text())
                .withExpressionAttributeNames(guard.names())
                .withExpressionAttributeValues(guard.values());
        return table.requests()
                .<DeleteItemRequest, DeleteItemResult, @Nullable I>send(
                        deleting,
                        COMMAND,
                        request,
                        result -> old(result.getAttributes()),
                        ErrorContext.during(() -> "delete of " + mapper.describe(key)));
    }

    private static Guard guard(
            Map<String, ExpectedAttributeValue> versions, @Nullable DynamoDBDeleteExpression expression) {
        if (expression == null) {
            return Guard.of(versions, Map.of(), null, null);
        }
        if (expression.getConditionExpression() == null) {
            return Guard.of(versions, Map.of(), expression.getExpected(), expression.getConditionalOperator());
        }
        FilterExpression callers = Conditions.of(
                expression.getConditionExpression(),
                expression.getExpressionAttributeNames(),
                expression.getExpressionAttributeValues());
        return new Guard(
                expression.getExpected(),
                expression.getConditionalOperator(),
                Conditions.both(callers, Guard.ofVersions(versions)));
    }

    private @Nullable I old(@Nullable Map<String, AttributeValue> row) {
        return row == null || row.isEmpty() ? null : mapper.read(row);
    }

    private Map<String, ExpectedAttributeValue> versions(I item, Map<String, AttributeValue> row) {
        return mapper.generation().expectedToDelete(item, row, () -> mapper.describe(row));
    }

    /** The deletion of an item, on its version. */
    public TransactWriteItem inTransaction(I item, @Nullable FilterExpression callersCondition) {
        Map<String, AttributeValue> row = mapper.encode(item);
        FilterExpression versions = Guard.ofVersions(versions(item, row));
        return keyInTransaction(table.schema().table().requireKey(row), Conditions.both(callersCondition, versions));
    }

    public TransactWriteItem keyInTransaction(Map<String, AttributeValue> key, @Nullable FilterExpression condition) {
        return new TransactWriteItem()
                .withDelete(new Delete()
                        .withTableName(table.name())
                        .withKey(key)
                        .withConditionExpression(Conditions.text(condition))
                        .withExpressionAttributeNames(Conditions.names(condition))
                        .withExpressionAttributeValues(Conditions.values(condition))
                        .withReturnValuesOnConditionCheckFailure(Conditions.oldItemFor(condition)));
    }
}
