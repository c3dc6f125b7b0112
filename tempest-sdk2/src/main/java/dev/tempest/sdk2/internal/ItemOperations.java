package dev.tempest.sdk2.internal;

import dev.tempest.UnreadableRowException;
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
        this.versionAttribute =
                metadata.customMetadataObject(VERSION_METADATA, String.class).orElse(null);
        this.extensionsOfCreate = versionAttribute == null
                ? extensions
                : new Extensions(
                        table.extension(),
                        mapper.schema(),
                        new LogicalMetadata(metadata, name -> true, name -> !name.equals(versionAttribute)),
                        table.name());
        this.keyIsFree = Expression.builder()
                .expression("attribute_not_exists(#tempest_key)")
                .putExpressionName("#tempest_key", table.schema().table().key().partitionKey())
                .build();
    }

    /** @param answer what of the loaded item is wanted */
    <T extends @Nullable Object> Exchange<?, ?, T> load(
            K key, boolean consistentReads, @Nullable ReturnConsumedCapacity capacity, Function<Loaded<I>, T> answer) {
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
                response -> answer.apply(
                        new Loaded<>(response.hasItem() ? read(response.item()) : null, response.consumedCapacity())),
                during("load", keyRow));
    }

    Exchange<?, ?, I> create(I item) {
        return put("create", encodeCreate(item));
    }

    Exchange<?, ?, I> save(I item, @Nullable Expression condition) {
        return put("save", encodeSave(item, condition));
    }

    private Exchange<?, ?, I> put(String action, Write<I> write) {
        PutItemRequest.Builder request =
                PutItemRequest.builder().tableName(table.name()).item(write.row());
        Expression condition = write.condition();
        if (condition != null) {
            request.conditionExpression(condition.expression())
                    .expressionAttributeNames(Conditions.names(condition))
                    .expressionAttributeValues(Conditions.values(condition))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
        }
        return new Exchange<>(
                Command.PUT_ITEM, request.build(), response -> write.stored(), during(action, write.row()));
    }

    /**
     * An item ready to be written.
     *
     * @param stored the item as it will be stored; known before the request is sent, for a write that was done must not
     *     fail afterwards
     */
    record Write<I>(
            Map<String, AttributeValue> row,
            I stored,
            @Nullable Expression condition) {}

    Write<I> encodeSave(I item, @Nullable Expression condition) {
        return encode(item, extensions, condition);
    }

    Write<I> encodeCreate(I item) {
        Map<String, AttributeValue> row = mapper.encode(item);
        boolean keepsVersion = versionAttribute != null && row.containsKey(versionAttribute);
        return encode(item, keepsVersion ? extensionsOfCreate : extensions, keyIsFree);
    }

    /** An item to be written whatever is stored; its version is neither checked nor moved on. */
    Write<I> encodeUnversioned(I item) {
        return encode(item, extensionsOfCreate, null);
    }

    private Write<I> encode(I item, Extensions chosen, @Nullable Expression callersCondition) {
        Map<String, AttributeValue> row = mapper.encode(item);
        WriteModification modification = chosen.beforeWrite(row, OperationName.PUT_ITEM);
        Map<String, AttributeValue> transformed = modification.transformedItem();
        Expression condition = Conditions.both(callersCondition, modification.additionalConditionalExpression());
        return transformed == null
                ? new Write<>(row, item, condition)
                : new Write<>(transformed, read(transformed), condition);
    }

    /** The condition under which an item may be deleted: the caller's, and that of its version. */
    @Nullable Expression deleteCondition(I item, @Nullable Expression callersCondition) {
        if (versionAttribute == null) {
            return callersCondition;
        }
        // The enhanced client calls no extension for a delete, and so deletes whatever version is there.
        return Conditions.both(
                callersCondition,
                extensions
                        .beforeWrite(mapper.encode(item), OperationName.DELETE_ITEM)
                        .additionalConditionalExpression());
    }

    Map<String, AttributeValue> encodeKey(K key) {
        return keyEncoder.apply(key);
    }

    Map<String, AttributeValue> encodeKeyOf(I item) {
        return table.schema().requireKey(mapper.encode(item));
    }

    Table<?> table() {
        return table;
    }

    Class<I> type() {
        return mapper.type();
    }

    String typeName() {
        return mapper.typeName();
    }

    /** Whether both read and write the same item type in the same table. */
    boolean isLike(ItemOperations<?, ?> other) {
        return table.name().equals(other.table.name()) && mapper.type() == other.mapper.type();
    }

    /** An item as messages name it. */
    String describe(Map<String, AttributeValue> row) {
        return mapper.typeName() + " " + table.schema().table().describeKey(row) + " in table " + table.name();
    }

    Exchange<?, ?, @Nullable I> delete(I item, @Nullable Expression callersCondition) {
        return delete(encodeKeyOf(item), deleteCondition(item, callersCondition));
    }

    Exchange<?, ?, @Nullable I> deleteKey(K key, @Nullable Expression condition) {
        return delete(keyEncoder.apply(key), condition);
    }

    private Exchange<?, ?, @Nullable I> delete(Map<String, AttributeValue> keyRow, @Nullable Expression condition) {
        DeleteItemRequest.Builder request =
                DeleteItemRequest.builder().tableName(table.name()).key(keyRow).returnValues(ReturnValue.ALL_OLD);
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
        return refusal.hasItem() && !refusal.item().isEmpty() ? Optional.of(read(refusal.item())) : Optional.empty();
    }

    /** The item in a row, or null if the row is not of this type. */
    @Nullable I readOrNull(Map<String, AttributeValue> row) {
        try {
            return read(row);
        } catch (UnreadableRowException e) {
            return null;
        }
    }

    I read(Map<String, AttributeValue> row) {
        return mapper.decode(extensions.afterRead(row));
    }

    private UnaryOperator<DynamoDbException> during(String action, Map<String, AttributeValue> row) {
        return Refusals.during(() -> action + " of " + describe(row));
    }
}
