package dev.tempest.sdk1.internal.write;

import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBSaveExpression;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.Put;
import com.amazonaws.services.dynamodbv2.model.PutItemRequest;
import com.amazonaws.services.dynamodbv2.model.PutItemResult;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItem;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.Rendered;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.sdk1.internal.mapping.ItemMapper;
import dev.tempest.sdk1.internal.mapping.TableContext;
import dev.tempest.sdk1.internal.request.Command;
import dev.tempest.sdk1.internal.request.Conditions;
import dev.tempest.sdk1.internal.request.ErrorContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * PutItem: items that are saved, and what of them goes into a batch or a transaction.
 *
 * @param <I> the item type
 */
public final class PutItemOperation<I> {
    private static final Command<PutItemRequest, PutItemResult> COMMAND = new Command<>(
            "PutItem",
            true,
            AmazonDynamoDB::putItem,
            PutItemRequest::getReturnConsumedCapacity,
            PutItemRequest::setReturnConsumedCapacity,
            Command.one(PutItemResult::getConsumedCapacity));

    private final ItemMapper<I> mapper;
    private final TableContext<?> table;
    private final OperationInfo saving;

    PutItemOperation(ItemMapper<I> mapper) {
        this.mapper = mapper;
        this.table = mapper.table();
        this.saving = OperationInfo.of("save", table.name(), mapper.type(), null);
    }

    I save(I item, @Nullable DynamoDBSaveExpression expression, boolean ignoreVersions) {
        Write<I> write = save(item, Nonces.RANDOM);
        return send(write, write.guard(ignoreVersions, expression));
    }

    I save(I item, Clause<AttributeValue> condition, boolean ignoreVersions) {
        Write<I> write = save(item, Nonces.RANDOM);
        return send(write, write.guard(ignoreVersions, condition));
    }

    private I send(Write<I> write, Guard guard) {
        Rendered<AttributeValue> condition = Rendered.of(guard.condition());
        PutItemRequest request = new PutItemRequest()
                .withTableName(table.name())
                .withItem(write.row())
                .withExpected(guard.expected())
                .withConditionalOperator(guard.operator())
                .withConditionExpression(condition.expression())
                .withExpressionAttributeNames(condition.names())
                .withExpressionAttributeValues(condition.values())
                .withReturnValuesOnConditionCheckFailure(Conditions.oldItemFor(guard.condition()));
        return table.requests()
                .send(
                        saving,
                        COMMAND,
                        request,
                        result -> write.stored(),
                        ErrorContext.during(() -> "save of " + mapper.describe(write.row())));
    }

    /** The row of an item that is new, as a part of a transaction. */
    TransactWriteItem inTransaction(Map<String, AttributeValue> row, Clause<AttributeValue> whole) {
        return inTransaction(row, Rendered.of(whole));
    }

    /** An item whose version moves on. */
    public Write<I> save(I item, Nonces nonces) {
        return Write.of(mapper, item, nonces, false);
    }

    /** An item to be written whatever is stored; its version is neither checked nor moved on. */
    public Write<I> unversioned(I item) {
        return Write.of(mapper, item, null, false);
    }

    public TransactWriteItem inTransaction(Write<I> write, @Nullable Clause<AttributeValue> callersCondition) {
        return inTransaction(write.row(), Rendered.of(write.condition(callersCondition)));
    }

    private TransactWriteItem inTransaction(Map<String, AttributeValue> row, Rendered<AttributeValue> condition) {
        return new TransactWriteItem()
                .withPut(new Put()
                        .withTableName(table.name())
                        .withItem(row)
                        .withConditionExpression(condition.expression())
                        .withExpressionAttributeNames(condition.names())
                        .withExpressionAttributeValues(condition.values())
                        .withReturnValuesOnConditionCheckFailure(Conditions.oldItemFor(condition.expression())));
    }
}
