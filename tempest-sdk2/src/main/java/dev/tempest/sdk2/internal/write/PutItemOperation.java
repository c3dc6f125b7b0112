package dev.tempest.sdk2.internal.write;

import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.Rendered;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.locking.VersionRule;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.internal.write.Expectation;
import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.sdk2.internal.mapping.Extensions;
import dev.tempest.sdk2.internal.mapping.ItemMapper;
import dev.tempest.sdk2.internal.request.Exchange;
import dev.tempest.sdk2.internal.request.Exchange.Command;
import dev.tempest.sdk2.internal.request.Expressions;
import dev.tempest.sdk2.internal.write.Write.Attempt;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.internal.operations.OperationName;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * PutItem: items that are saved or created, and what of them goes into a batch or a transaction.
 *
 * @param <I> the item type
 */
public final class PutItemOperation<I> {
    private static final Command<PutItemRequest, PutItemResponse> COMMAND =
            new Command<>("PutItem", true, DynamoDbClient::putItem, DynamoDbAsyncClient::putItem);

    private final WriteRules<I> rules;
    private final ItemMapper<I> mapper;
    private final String tableName;
    private final OperationInfo saving;
    private final OperationInfo creating;

    PutItemOperation(WriteRules<I> rules) {
        this.rules = rules;
        this.mapper = rules.mapper();
        this.tableName = rules.table().name();
        this.saving = rules.operation("save");
        this.creating = rules.operation("create");
    }

    /** A save as listeners see it. */
    public OperationInfo operation() {
        return saving;
    }

    public Exchange<?, ?, I> save(I item, @Nullable Clause<AttributeValue> callersCondition, ConditionalWrites mode) {
        return settled(save(item, callersCondition, Nonces.RANDOM), mode);
    }

    public Exchange<?, ?, I> create(I item, ConditionalWrites mode) {
        return settled(create(item, Nonces.RANDOM), mode);
    }

    private Exchange<?, ?, I> settled(Write<I> write, ConditionalWrites mode) {
        return request(write, mode).then(write::settle);
    }

    /** An item as it is saved: on the version that it carries, and on the caller's condition. */
    public Write<I> save(I item, @Nullable Clause<AttributeValue> callersCondition, Nonces nonces) {
        return rules.save(saving, item, callersCondition, nonces, OperationName.PUT_ITEM)
                .write();
    }

    /** An item whose key must be free; a version that it carries is kept. */
    public Write<I> create(I item, Nonces nonces) {
        Map<String, AttributeValue> row = mapper.encode(item);
        VersionRule<AttributeValue> version = rules.version();
        if (version != null && version.carriedBy(item) == null) {
            rules.moveOn(row, null, nonces);
        }
        return onFreeKey(creating, item, row, rules.extensionsOfNew(row), null, nonces);
    }

    /** An item that an update makes where there was none; its version begins. */
    Write<I> first(
            OperationInfo operation,
            I item,
            Map<String, AttributeValue> row,
            @Nullable Clause<AttributeValue> callersCondition) {
        rules.begin(row);
        return onFreeKey(operation, item, row, rules.extensions(), callersCondition, Nonces.RANDOM);
    }

    private Write<I> onFreeKey(
            OperationInfo operation,
            I item,
            Map<String, AttributeValue> row,
            Extensions extensions,
            @Nullable Clause<AttributeValue> callersCondition,
            Nonces nonces) {
        Expectation<AttributeValue> expectation =
                new Expectation<>(Expectation.NO_ITEM, rules.versionAttribute(), null, callersCondition);
        Clause<AttributeValue> condition = Clause.both(rules.presence().keyIsFree(nonces), callersCondition);
        return put(operation, item, row, extensions, condition, expectation, nonces);
    }

    /** An item to be written whatever is stored; its version is neither checked nor moved on. */
    public Write<I> unversioned(I item) {
        return put(
                saving,
                item,
                mapper.encode(item),
                rules.extensionsWithoutVersion(),
                null,
                Expectation.of(null),
                Nonces.RANDOM);
    }

    private Write<I> put(
            OperationInfo operation,
            I item,
            Map<String, AttributeValue> row,
            Extensions extensions,
            @Nullable Clause<AttributeValue> condition,
            Expectation<AttributeValue> expectation,
            Nonces nonces) {
        return rules.prepare(
                        operation, item, row, extensions, condition, expectation, null, nonces, OperationName.PUT_ITEM)
                .write();
    }

    /**
     * A write that is done on what was read.
     *
     * @param base what was read; null for nothing
     */
    Planned<I> planned(Write<I> write, @Nullable Map<String, AttributeValue> base, ConditionalWrites mode) {
        ClaimMoves moves = rules.claims().moves(write.row(), base, write.row());
        return moves == null
                ? new Planned<>(write, request(write, mode))
                : Planned.claiming(write, moves, inTransaction(write), null);
    }

    /** The request. It may be sent again: it is the same write then. */
    <T> Exchange<?, ?, Attempt<T>> request(Write<T> write, ConditionalWrites mode) {
        if (mode == ConditionalWrites.TRANSACTIONAL && write.isConditional()) {
            return SingleTransaction.of(inTransaction(write), write);
        }
        PutItemRequest.Builder request =
                PutItemRequest.builder().tableName(tableName).item(write.row());
        if (write.isConditional()) {
            Rendered<AttributeValue> condition = Rendered.of(write.condition());
            request.conditionExpression(condition.expression())
                    .expressionAttributeNames(condition.names())
                    .expressionAttributeValues(condition.values())
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
        }
        return new Exchange<>(
                write.operation(), COMMAND, request.build(), response -> write.done(write.result()), Write::failed);
    }

    public TransactWriteItem inTransaction(Write<?> write) {
        Rendered<AttributeValue> condition = Rendered.of(write.condition());
        return TransactWriteItem.builder()
                .put(put -> put.tableName(tableName)
                        .item(write.row())
                        .conditionExpression(condition.expression())
                        .expressionAttributeNames(condition.names())
                        .expressionAttributeValues(condition.values())
                        .returnValuesOnConditionCheckFailure(Expressions.oldItemFor(condition.expression())))
                .build();
    }
}
