package dev.tempest.sdk2.internal;

import dev.tempest.sdk2.Loaded;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.extensions.WriteModification;
import software.amazon.awssdk.enhanced.dynamodb.internal.operations.OperationName;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * The single-item requests of one item type in one table, and what their answers mean.
 *
 * @param <K> the key type
 * @param <I> the item type
 */
final class ItemOperations<K, I> {
    /** Under this name the version extension keeps which attribute holds the version. */
    private static final String VERSION_METADATA = "VersionedRecordExtension:VersionAttribute";

    private final Table<?> table;
    private final ItemMapper<I> mapper;
    private final Function<K, Map<String, AttributeValue>> keyEncoder;
    private final Extensions extensions;
    private final Extensions extensionsOfCreate;
    private final @Nullable String versionAttribute;
    private final Expression keyIsFree;

    ItemOperations(Table<?> table, ItemMapper<I> mapper, Function<K, Map<String, AttributeValue>> keyEncoder) {
        this.table = table;
        this.mapper = mapper;
        this.keyEncoder = keyEncoder;
        var metadata = mapper.schema().tableMetadata();
        this.extensions = new Extensions(table.extension(), mapper.schema(), metadata, table.name());
        this.versionAttribute = metadata.customMetadataObject(VERSION_METADATA, String.class)
                .orElse(null);
        this.extensionsOfCreate = versionAttribute == null
                ? extensions
                : new Extensions(
                        table.extension(),
                        mapper.schema(),
                        new LogicalMetadata(metadata, name -> true, name -> !name.equals(versionAttribute)),
                        table.name());
        this.keyIsFree = Expression.builder()
                .expression("attribute_not_exists(#tempest_key)")
                .putExpressionName(
                        "#tempest_key", table.schema().table().key().partitionKey())
                .build();
    }

    Exchange<?, ?, Loaded<I>> load(K key, boolean consistentReads, @Nullable ReturnConsumedCapacity capacity) {
        Map<String, AttributeValue> keyRow = keyEncoder.apply(key);
        GetItemRequest request = GetItemRequest.builder()
                .tableName(table.name())
                .key(keyRow)
                .consistentRead(consistentReads)
                .returnConsumedCapacity(capacity)
                .build();
        return new Exchange<>(
                Command.GET_ITEM,
                request,
                response -> new Loaded<>(
                        response.hasItem() ? read(response.item()) : null, response.consumedCapacity()),
                during("load", keyRow));
    }

    Exchange<?, ?, I> save(I item, @Nullable Expression condition) {
        return put("save", item, extensions, condition);
    }

    Exchange<?, ?, I> create(I item) {
        Map<String, AttributeValue> row = mapper.encode(item);
        boolean keepsVersion = versionAttribute != null && row.containsKey(versionAttribute);
        return put("create", item, keepsVersion ? extensionsOfCreate : extensions, keyIsFree);
    }

    private Exchange<?, ?, I> put(
            String action, I item, Extensions chosenExtensions, @Nullable Expression callersCondition) {
        Map<String, AttributeValue> row = mapper.encode(item);
        WriteModification modification = chosenExtensions.beforeWrite(row, OperationName.PUT_ITEM);
        Map<String, AttributeValue> transformed = modification.transformedItem();
        // Worked out before the request is sent: a write that was done must not fail afterwards.
        I stored = transformed == null ? item : read(transformed);
        Map<String, AttributeValue> sent = transformed == null ? row : transformed;
        Expression condition = Conditions.both(callersCondition, modification.additionalConditionalExpression());
        PutItemRequest.Builder request =
                PutItemRequest.builder().tableName(table.name()).item(sent);
        if (condition != null) {
            request.conditionExpression(condition.expression())
                    .expressionAttributeNames(Conditions.names(condition))
                    .expressionAttributeValues(Conditions.values(condition))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
        }
        return new Exchange<>(Command.PUT_ITEM, request.build(), response -> stored, during(action, sent));
    }

    Exchange<?, ?, @Nullable I> delete(I item, @Nullable Expression callersCondition) {
        Map<String, AttributeValue> row = mapper.encode(item);
        Expression condition = callersCondition;
        if (versionAttribute != null) {
            // The enhanced client calls no extension for a delete, and so deletes whatever version is there.
            condition = Conditions.both(
                    condition,
                    extensions.beforeWrite(row, OperationName.DELETE_ITEM).additionalConditionalExpression());
        }
        return delete(table.schema().requireKey(row), condition);
    }

    Exchange<?, ?, @Nullable I> deleteKey(K key, @Nullable Expression condition) {
        return delete(keyEncoder.apply(key), condition);
    }

    private Exchange<?, ?, @Nullable I> delete(Map<String, AttributeValue> keyRow, @Nullable Expression condition) {
        DeleteItemRequest.Builder request = DeleteItemRequest.builder()
                .tableName(table.name())
                .key(keyRow)
                .returnValues(ReturnValue.ALL_OLD);
        if (condition != null) {
            request.conditionExpression(condition.expression())
                    .expressionAttributeNames(Conditions.names(condition))
                    .expressionAttributeValues(Conditions.values(condition))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
        }
        return new Exchange<>(
                Command.DELETE_ITEM,
                request.build(),
                response -> response.hasAttributes() ? read(response.attributes()) : null,
                during("delete", keyRow));
    }

    Optional<I> itemIn(ConditionalCheckFailedException refusal) {
        return refusal.hasItem() && !refusal.item().isEmpty()
                ? Optional.of(read(refusal.item()))
                : Optional.empty();
    }

    I read(Map<String, AttributeValue> row) {
        return mapper.decode(extensions.afterRead(row));
    }

    private UnaryOperator<DynamoDbException> during(String action, Map<String, AttributeValue> row) {
        return Refusals.during(() -> action + " of " + mapper.typeName() + " "
                + table.schema().table().describeKey(row) + " in table " + table.name());
    }
}
