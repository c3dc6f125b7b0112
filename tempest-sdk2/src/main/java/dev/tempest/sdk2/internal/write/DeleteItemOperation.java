package dev.tempest.sdk2.internal.write;

import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.Rendered;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.locking.TraceToken;
import dev.tempest.internal.locking.VersionRule;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.internal.write.Expectation;
import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.sdk2.internal.mapping.ItemMapper;
import dev.tempest.sdk2.internal.mapping.WriteTokens;
import dev.tempest.sdk2.internal.request.Exchange;
import dev.tempest.sdk2.internal.request.Exchange.Command;
import dev.tempest.sdk2.internal.request.Expressions;
import dev.tempest.sdk2.internal.write.Write.Attempt;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.internal.operations.OperationName;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * DeleteItem: by an item, on its version, or by a key.
 *
 * @param <I> the item type
 */
public final class DeleteItemOperation<I> {
    private static final Command<DeleteItemRequest, DeleteItemResponse> COMMAND =
            new Command<>("DeleteItem", true, DynamoDbClient::deleteItem, DynamoDbAsyncClient::deleteItem);

    private final WriteRules<I> rules;
    private final ItemMapper<I> mapper;
    private final String tableName;
    private final OperationInfo deleting;

    DeleteItemOperation(WriteRules<I> rules) {
        this.rules = rules;
        this.mapper = rules.mapper();
        this.tableName = rules.table().name();
        this.deleting = rules.operation("delete");
    }

    /** The operation as listeners see it. */
    public OperationInfo operation() {
        return deleting;
    }

    public Exchange<?, ?, @Nullable I> delete(
            I item, @Nullable Clause<AttributeValue> callersCondition, ConditionalWrites mode) {
        return settled(delete(item, callersCondition, Nonces.RANDOM), mode);
    }

    public Exchange<?, ?, @Nullable I> deleteKey(
            Map<String, AttributeValue> key, @Nullable Clause<AttributeValue> condition, ConditionalWrites mode) {
        return settled(deleteKey(key, condition, Nonces.RANDOM), mode);
    }

    private Exchange<?, ?, @Nullable I> settled(Write<@Nullable I> write, ConditionalWrites mode) {
        return request(write, mode).then(write::settle);
    }

    /**
     * The deletion of an item, which its version guards.
     *
     * @throws IllegalArgumentException if the item has no version, and so was never stored
     */
    public Write<@Nullable I> delete(I item, @Nullable Clause<AttributeValue> callersCondition, Nonces nonces) {
        Map<String, AttributeValue> row = mapper.encode(item);
        Map<String, AttributeValue> key = rules.table().schema().table().requireKey(row);
        rules.requireWritable(key);
        Clause<AttributeValue> onCurrent = rules.upgrades().onCurrent(callersCondition);
        Clause<AttributeValue> condition = onCurrent;
        Expectation<AttributeValue> expectation = rules.withExtensionsVersion(row, callersCondition);
        VersionRule<AttributeValue> version = rules.version();
        if (version != null) {
            AttributeValue carried = version.carriedBy(item);
            if (carried == null) {
                throw new IllegalArgumentException(version.property() + " has no value, which says that "
                        + mapper.describe(key) + " is not stored. Delete the item as it was loaded, or delete"
                        + " whatever is stored by deleteKey.");
            }
            expectation = new Expectation<>(null, version.attribute(), carried, callersCondition);
            condition = Clause.both(onCurrent, rules.state().versionIs(carried));
        } else if (rules.versionAttribute() != null) {
            // The enhanced client calls no extension for a delete, and so deletes whatever version is there.
            condition = Clause.both(
                    onCurrent,
                    Expressions.clause(rules.extensions()
                            .beforeWrite(row, OperationName.DELETE_ITEM)
                            .additionalConditionalExpression()));
        }
        condition = rules.presence().ofPresent(condition, nonces);
        WriteTokens tokens = rules.tokens();
        TraceToken base = condition == null ? null : rules.mappedBase(row);
        AttributeValue token = tokens == null ? null : row.get(tokens.attribute());
        if (base != null && token != null) {
            condition = Clause.both(condition, rules.state().tokenIs(token));
        }
        return Write.delete(mapper, deleting, key, condition, expectation, trace(condition, base));
    }

    public Write<@Nullable I> deleteKey(
            Map<String, AttributeValue> key, @Nullable Clause<AttributeValue> callersCondition, Nonces nonces) {
        rules.requireWritable(key);
        Clause<AttributeValue> condition =
                rules.presence().ofPresent(rules.upgrades().onCurrent(callersCondition), nonces);
        return Write.delete(mapper, deleting, key, condition, Expectation.of(callersCondition), trace(condition, null));
    }

    /**
     * A delete that is done on what was read. Its result is what was read, or what DynamoDB returns.
     *
     * @param base what was read; null for nothing
     */
    Planned<Optional<I>> planned(
            Write<@Nullable I> write, @Nullable Map<String, AttributeValue> base, ConditionalWrites mode) {
        ClaimMoves moves = rules.claims().moves(write.row(), base, null);
        Optional<I> read = Optional.ofNullable(base).map(mapper::readOrNull);
        Write<Optional<I>> known = write.withResult(read);
        return moves == null
                ? new Planned<>(known, request(write, mode).then(attempt -> Write.map(attempt, Optional::ofNullable)))
                : Planned.claiming(known, moves, inTransaction(write), null);
    }

    private WriteTokens.@Nullable Trace trace(@Nullable Clause<AttributeValue> condition, @Nullable TraceToken base) {
        return rules.tokens() == null || condition == null ? null : new WriteTokens.Trace(null, base, null);
    }

    private Exchange<?, ?, Attempt<@Nullable I>> request(Write<@Nullable I> write, ConditionalWrites mode) {
        if (mode == ConditionalWrites.TRANSACTIONAL && write.isConditional()) {
            return SingleTransaction.of(inTransaction(write), write);
        }
        Rendered<AttributeValue> condition = Rendered.of(write.condition());
        DeleteItemRequest request = DeleteItemRequest.builder()
                .tableName(tableName)
                .key(write.row())
                .returnValues(ReturnValue.ALL_OLD)
                .conditionExpression(condition.expression())
                .expressionAttributeNames(condition.names())
                .expressionAttributeValues(condition.values())
                .returnValuesOnConditionCheckFailure(Expressions.oldItemFor(condition.expression()))
                .build();
        return new Exchange<>(
                deleting, COMMAND, request, response -> deleted(write, response), e -> Write.<@Nullable I>failed(e));
    }

    @SuppressWarnings("NullAway") // Not every mode of it knows that the type argument is nullable.
    private Attempt<@Nullable I> deleted(Write<@Nullable I> write, DeleteItemResponse response) {
        Map<String, AttributeValue> deleted =
                response.hasAttributes() ? mapper.table().present(response.attributes()) : null;
        return write.done(deleted == null ? null : mapper.read(deleted));
    }

    public TransactWriteItem inTransaction(Write<?> write) {
        Rendered<AttributeValue> condition = Rendered.of(write.condition());
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(tableName)
                        .key(write.row())
                        .conditionExpression(condition.expression())
                        .expressionAttributeNames(condition.names())
                        .expressionAttributeValues(condition.values())
                        .returnValuesOnConditionCheckFailure(Expressions.oldItemFor(condition.expression())))
                .build();
    }
}
