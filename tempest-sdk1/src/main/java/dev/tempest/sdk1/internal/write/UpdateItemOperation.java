package dev.tempest.sdk1.internal.write;

import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBSaveExpression;
import com.amazonaws.services.dynamodbv2.model.AttributeAction;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.AttributeValueUpdate;
import com.amazonaws.services.dynamodbv2.model.ReturnValue;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItem;
import com.amazonaws.services.dynamodbv2.model.Update;
import com.amazonaws.services.dynamodbv2.model.UpdateItemRequest;
import com.amazonaws.services.dynamodbv2.model.UpdateItemResult;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.ExpressionWriter;
import dev.tempest.internal.expression.UpdateText;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.internal.schema.KeySchema;
import dev.tempest.sdk1.internal.mapping.ItemMapper;
import dev.tempest.sdk1.internal.mapping.TableContext;
import dev.tempest.sdk1.internal.request.Command;
import dev.tempest.sdk1.internal.request.Conditions;
import dev.tempest.sdk1.internal.request.ErrorContext;
import dev.tempest.sdk1.internal.request.Requests;
import dev.tempest.sdk1.internal.request.TryCounter;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * UpdateItem: items that are merged into what is stored.
 *
 * @param <I> the item type
 */
public final class UpdateItemOperation<I> {
    private static final Command<UpdateItemRequest, UpdateItemResult> COMMAND = new Command<>(
            "UpdateItem",
            true,
            AmazonDynamoDB::updateItem,
            UpdateItemRequest::getReturnConsumedCapacity,
            UpdateItemRequest::setReturnConsumedCapacity,
            Command.one(UpdateItemResult::getConsumedCapacity));

    private final ItemMapper<I> mapper;
    private final TableContext<?> table;
    private final OperationInfo merging;

    UpdateItemOperation(ItemMapper<I> mapper) {
        this.mapper = mapper;
        this.table = mapper.table();
        this.merging = OperationInfo.of("merge", table.name(), mapper.type(), null);
    }

    I merge(I item, @Nullable DynamoDBSaveExpression expression, boolean ignoreVersions) {
        Write<I> write = merge(item, Nonces.RANDOM);
        return send(write, write.guard(ignoreVersions, expression));
    }

    I merge(I item, Clause<AttributeValue> condition, boolean ignoreVersions) {
        Write<I> write = merge(item, Nonces.RANDOM);
        return send(write, write.guard(ignoreVersions, condition));
    }

    private I send(Write<I> write, Guard guard) {
        Map<String, AttributeValue> key = key(write);
        UpdateItemRequest request;
        if (guard.condition() == null && write.begun().isEmpty()) {
            request = new UpdateItemRequest()
                    .withTableName(table.name())
                    .withKey(key)
                    .withAttributeUpdates(updates(write))
                    .withExpected(guard.expected())
                    .withConditionalOperator(guard.operator());
        } else {
            request = request(key, text(write, guard.asCondition()));
        }
        return table.requests()
                .send(
                        merging,
                        COMMAND,
                        request.withReturnValues(ReturnValue.ALL_NEW),
                        result -> mapper.read(result.getAttributes()),
                        ErrorContext.during(() -> "merge of " + mapper.describe(key)));
    }

    /**
     * Changes a part of an item, and returns its row as it is then. Fails with the SDK's exceptions as they are.
     *
     * @param operation of which the change is a part
     */
    Map<String, AttributeValue> change(
            Requests requests,
            OperationInfo operation,
            Map<String, AttributeValue> key,
            UpdateText<AttributeValue> text,
            TryCounter tries) {
        UpdateItemRequest request =
                request(key, text).withReturnValues(ReturnValue.ALL_NEW).withGeneralProgressListener(tries);
        return requests.send(operation, COMMAND, request, UpdateItemResult::getAttributes, e -> e);
    }

    private UpdateItemRequest request(Map<String, AttributeValue> key, UpdateText<AttributeValue> text) {
        return new UpdateItemRequest()
                .withTableName(table.name())
                .withKey(key)
                .withUpdateExpression(text.expression())
                .withConditionExpression(text.condition())
                .withExpressionAttributeNames(text.names())
                .withExpressionAttributeValues(text.values())
                .withReturnValuesOnConditionCheckFailure(Conditions.oldItemFor(text.condition()));
    }

    /** The attributes of an item whose version moves on; the stored item may have others. */
    public Write<I> merge(I item, Nonces nonces) {
        return Write.of(mapper, item, nonces, true);
    }

    public TransactWriteItem inTransaction(Write<I> write, @Nullable Clause<AttributeValue> callersCondition) {
        return inTransaction(key(write), text(write, write.condition(callersCondition)));
    }

    TransactWriteItem inTransaction(Map<String, AttributeValue> key, UpdateText<AttributeValue> text) {
        return new TransactWriteItem()
                .withUpdate(new Update()
                        .withTableName(table.name())
                        .withKey(key)
                        .withUpdateExpression(text.expression())
                        .withConditionExpression(text.condition())
                        .withExpressionAttributeNames(text.names())
                        .withExpressionAttributeValues(text.values())
                        .withReturnValuesOnConditionCheckFailure(Conditions.oldItemFor(text.condition())));
    }

    private UpdateText<AttributeValue> text(Write<I> write, @Nullable Clause<AttributeValue> condition) {
        UpdateText<AttributeValue> text = new UpdateText<>(ExpressionWriter.texts(condition));
        changes(write).forEach((attribute, value) -> {
            if (value == null) {
                text.remove(attribute);
            } else if (write.begun().contains(attribute)) {
                text.setIfAbsent(attribute, value);
            } else {
                text.set(attribute, value);
            }
        });
        text.require(condition);
        return text;
    }

    private Map<String, AttributeValue> key(Write<I> write) {
        return table.schema().table().requireKey(write.row());
    }

    private @Nullable Map<String, AttributeValueUpdate> updates(Write<I> write) {
        Map<String, AttributeValueUpdate> updates = new HashMap<>();
        changes(write)
                .forEach((attribute, value) -> updates.put(
                        attribute,
                        value == null
                                ? new AttributeValueUpdate().withAction(AttributeAction.DELETE)
                                : new AttributeValueUpdate()
                                        .withAction(AttributeAction.PUT)
                                        .withValue(value)));
        // DynamoDB takes no empty maps in requests.
        return updates.isEmpty() ? null : updates;
    }

    /** The attributes that a merge sets, and those that it removes, which are null; in a fixed order. */
    private Map<String, @Nullable AttributeValue> changes(Write<I> write) {
        Map<String, @Nullable AttributeValue> changes = new TreeMap<>();
        for (String attribute : mapper.attributes()) {
            changes.put(attribute, null);
        }
        changes.putAll(write.row());
        KeySchema key = table.schema().table().key();
        changes.keySet().removeIf(key::contains);
        return changes;
    }
}
