package dev.tempest.sdk2.internal.write;

import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.UpdateText;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.sdk2.internal.mapping.ItemMapper;
import dev.tempest.sdk2.internal.mapping.Upgrade;
import dev.tempest.sdk2.internal.mapping.WriteTokens;
import dev.tempest.sdk2.internal.request.Exchange;
import dev.tempest.sdk2.internal.request.Exchange.Command;
import dev.tempest.sdk2.internal.request.Expressions;
import dev.tempest.sdk2.internal.schema.value.SdkValues;
import dev.tempest.sdk2.internal.write.Write.Attempt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.TableMetadata;
import software.amazon.awssdk.enhanced.dynamodb.internal.mapper.UpdateBehaviorTag;
import software.amazon.awssdk.enhanced.dynamodb.internal.operations.OperationName;
import software.amazon.awssdk.enhanced.dynamodb.internal.update.UpdateExpressionConverter;
import software.amazon.awssdk.enhanced.dynamodb.mapper.UpdateBehavior;
import software.amazon.awssdk.enhanced.dynamodb.update.UpdateExpression;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * UpdateItem: a merge, and what updates and increments change of an item.
 *
 * @param <I> the item type
 */
public final class UpdateItemOperation<I> {
    private static final Command<UpdateItemRequest, UpdateItemResponse> COMMAND =
            new Command<>("UpdateItem", true, DynamoDbClient::updateItem, DynamoDbAsyncClient::updateItem);

    private final WriteRules<I> rules;
    private final ItemMapper<I> mapper;
    private final String tableName;
    private final OperationInfo merging;

    UpdateItemOperation(WriteRules<I> rules) {
        this.rules = rules;
        this.mapper = rules.mapper();
        this.tableName = rules.table().name();
        this.merging = rules.operation("merge");
    }

    /**
     * A write of the attributes that an item type has, and of no others.
     *
     * @param write its row has the attributes that are set
     * @param text what is set and removed
     */
    public record Merge<I>(Write<I> write, UpdateText<AttributeValue> text) {}

    /** A merge as listeners see it. */
    public OperationInfo operation() {
        return merging;
    }

    public Exchange<?, ?, I> merge(I item, @Nullable Clause<AttributeValue> callersCondition, ConditionalWrites mode) {
        Merge<I> merge = merge(item, callersCondition, Nonces.RANDOM);
        return request(merge, mode).then(merge.write()::settle);
    }

    Exchange<?, ?, Attempt<I>> request(Merge<I> merge, ConditionalWrites mode) {
        boolean isTransaction =
                mode == ConditionalWrites.TRANSACTIONAL && merge.write().isConditional();
        return request(merge.write(), merge.text(), isTransaction, response -> mapper.read(response.attributes()));
    }

    /** The type's attributes of an item, guarded as a save. */
    public Merge<I> merge(I item, @Nullable Clause<AttributeValue> callersCondition, Nonces nonces) {
        WriteRules.Prepared<I> prepared =
                rules.save(merging, item, callersCondition, nonces, OperationName.UPDATE_ITEM);
        UpdateText<AttributeValue> text = text(prepared);
        if (rules.version() == null && callersCondition == null) {
            text.require(rules.presence().isNotExpired(nonces));
        }
        text.require(rules.upgrades().isCurrent(true));
        return new Merge<>(prepared.write(), text);
    }

    /**
     * A merge that is done on what was read.
     *
     * @param base what was read; null for nothing
     */
    Planned<I> planned(Merge<I> merge, @Nullable Map<String, AttributeValue> base, ConditionalWrites mode) {
        Write<I> write = merge.write();
        ClaimMoves moves = rules.claims().moves(write.row(), base, claimedAfter(write, base));
        return moves == null
                ? new Planned<>(write, request(merge, mode))
                : Planned.claiming(write, moves, inTransaction(merge), null);
    }

    /** The unique values of what is stored after a merge, with the key. */
    public Map<String, AttributeValue> claimedAfter(Write<I> write, @Nullable Map<String, AttributeValue> base) {
        Map<String, AttributeValue> next = new HashMap<>(write.row());
        for (String attribute : rules.claims().rules().attributes()) {
            AttributeValue stored = base == null ? null : base.get(attribute);
            if (stored != null
                    && UpdateBehaviorTag.resolveForAttribute(
                                    attribute, mapper.schema().tableMetadata())
                            == UpdateBehavior.WRITE_IF_NOT_EXISTS) {
                next.put(attribute, stored);
            }
        }
        return next;
    }

    private UpdateText<AttributeValue> text(WriteRules.Prepared<I> prepared) {
        Write<I> write = prepared.write();
        UpdateExpression updates = prepared.updates();
        UpdateText<AttributeValue> text = new UpdateText<>(Expressions.foreign(write.condition(), updates));
        TableMetadata metadata = mapper.schema().tableMetadata();
        List<String> extensions = updates == null ? List.of() : UpdateExpressionConverter.findAttributeNames(updates);
        rules.claims().requireKnown(extensions);
        Set<String> attributes = new TreeSet<>(mapper.schema().attributeNames());
        attributes.addAll(write.row().keySet());
        WriteTokens tokens = rules.tokens();
        if (tokens != null) {
            // What leaves no trace must not keep the traces of others: it would pass for one of their writes.
            attributes.add(tokens.attribute());
        }
        Upgrade upgrade = mapper.upgrade();
        for (String attribute : attributes) {
            if (!rules.table().schema().table().key().contains(attribute) && !extensions.contains(attribute)) {
                AttributeValue value = write.row().get(attribute);
                if (value == null || SdkValues.INSTANCE.isNull(value)) {
                    text.remove(attribute);
                } else if (prepared.begun().contains(attribute)
                        || (upgrade != null && upgrade.attribute().equals(attribute))
                        || UpdateBehaviorTag.resolveForAttribute(attribute, metadata)
                                == UpdateBehavior.WRITE_IF_NOT_EXISTS) {
                    text.setIfAbsent(attribute, value);
                } else {
                    text.set(attribute, value);
                }
            }
        }
        if (updates != null) {
            Expressions.addTo(text, updates);
        }
        text.require(write.condition());
        return text;
    }

    /**
     * A write of a part of an item. It may be sent again: it is the same write then.
     *
     * @param isTransaction whether it is sent as a transaction, which does not return what is stored
     * @param onResponse what a response means that holds the whole item as it is stored; null if the result is known
     *     beforehand
     */
    <T> Exchange<?, ?, Attempt<T>> request(
            Write<T> write,
            UpdateText<AttributeValue> text,
            boolean isTransaction,
            @Nullable Function<UpdateItemResponse, T> onResponse) {
        Map<String, AttributeValue> key = rules.table().schema().table().requireKey(write.row());
        if (isTransaction) {
            return SingleTransaction.of(inTransaction(key, text), write);
        }
        return new Exchange<>(
                write.operation(),
                COMMAND,
                request(key, text, onResponse == null ? null : ReturnValue.ALL_NEW),
                response -> write.done(onResponse == null ? write.result() : onResponse.apply(response)),
                Write::failed);
    }

    /** A change that is the same whatever is stored. */
    <T> Exchange<?, ?, T> blind(
            OperationInfo operation,
            Map<String, AttributeValue> key,
            UpdateText<AttributeValue> text,
            ReturnValue returnValues,
            Function<UpdateItemResponse, T> onResponse,
            UnaryOperator<DynamoDbException> context) {
        return Exchange.of(operation, COMMAND, request(key, text, returnValues), onResponse, context);
    }

    private UpdateItemRequest request(
            Map<String, AttributeValue> key, UpdateText<AttributeValue> text, @Nullable ReturnValue returnValues) {
        return UpdateItemRequest.builder()
                .tableName(tableName)
                .key(key)
                .updateExpression(text.expression())
                .conditionExpression(text.condition())
                .expressionAttributeNames(text.names())
                .expressionAttributeValues(text.values())
                .returnValues(returnValues)
                .returnValuesOnConditionCheckFailure(
                        text.condition() == null ? null : ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
    }

    public TransactWriteItem inTransaction(Merge<I> merge) {
        return inTransaction(
                rules.table().schema().table().requireKey(merge.write().row()), merge.text());
    }

    public TransactWriteItem inTransaction(Map<String, AttributeValue> key, UpdateText<AttributeValue> text) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(tableName)
                        .key(key)
                        .updateExpression(text.expression())
                        .conditionExpression(text.condition())
                        .expressionAttributeNames(text.names())
                        .expressionAttributeValues(text.values())
                        .returnValuesOnConditionCheckFailure(
                                text.condition() == null ? null : ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }
}
