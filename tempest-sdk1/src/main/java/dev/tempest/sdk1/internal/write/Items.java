package dev.tempest.sdk1.internal.write;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBDeleteExpression;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.ConsistentReads;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBSaveExpression;
import com.amazonaws.services.dynamodbv2.model.AttributeAction;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.AttributeValueUpdate;
import com.amazonaws.services.dynamodbv2.model.DeleteItemRequest;
import com.amazonaws.services.dynamodbv2.model.ExpectedAttributeValue;
import com.amazonaws.services.dynamodbv2.model.GetItemRequest;
import com.amazonaws.services.dynamodbv2.model.PutItemRequest;
import com.amazonaws.services.dynamodbv2.model.ReturnValue;
import com.amazonaws.services.dynamodbv2.model.UpdateItemRequest;
import dev.tempest.UnreadableItemException;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.model.TypeRegistry;
import dev.tempest.internal.schema.KeySchema;
import dev.tempest.internal.schema.RowKey;
import dev.tempest.internal.schema.RowReader;
import dev.tempest.sdk1.FilterExpression;
import dev.tempest.sdk1.View;
import dev.tempest.sdk1.internal.mapping.Generation;
import dev.tempest.sdk1.internal.mapping.ItemMapper;
import dev.tempest.sdk1.internal.mapping.TableContext;
import dev.tempest.sdk1.internal.request.Conditions;
import dev.tempest.sdk1.internal.request.Connection;
import dev.tempest.sdk1.internal.request.MergeText;
import dev.tempest.sdk1.internal.request.Refusals;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The single items of one type in one table.
 *
 * @param <K> the key type
 * @param <I> the item type
 */
public class Items<K, I> implements View<K, I>, RowReader<I, AttributeValue>, TypeRegistry.Entry {
    private final TableContext<?> table;
    private final ItemMapper<I> mapper;
    private final Function<K, Map<String, AttributeValue>> keyEncoder;
    private final Connection connection;

    public Items(TableContext<?> table, ItemMapper<I> mapper, Function<K, Map<String, AttributeValue>> keyEncoder) {
        this.table = table;
        this.mapper = mapper;
        this.keyEncoder = keyEncoder;
        this.connection = table.connection();
    }

    @Override
    public @Nullable I load(K key) {
        return load(key, connection.consistent(null));
    }

    @Override
    public @Nullable I load(K key, ConsistentReads consistentReads) {
        return load(key, connection.consistent(consistentReads));
    }

    private @Nullable I load(K key, boolean consistentRead) {
        Map<String, AttributeValue> keyRow = encodeKey(key);
        GetItemRequest request = connection.prepared(
                new GetItemRequest().withTableName(table.name()).withKey(keyRow).withConsistentRead(consistentRead));
        Map<String, AttributeValue> row = Refusals.during(
                () -> "load of " + describe(keyRow),
                () -> connection.client().getItem(request).getItem());
        return row == null ? null : read(row);
    }

    @Override
    public I save(I item, @Nullable DynamoDBSaveExpression saveExpression, boolean ignoreVersionConstraints) {
        Write<I> write = encodeSave(item, Nonces.RANDOM);
        String operator = saveExpression == null ? null : saveExpression.getConditionalOperator();
        Map<String, ExpectedAttributeValue> expected = write.expected(ignores(ignoreVersionConstraints));
        Map<String, ExpectedAttributeValue> callers = saveExpression == null ? null : saveExpression.getExpected();
        FilterExpression absent = write.absentVersion(ignores(ignoreVersionConstraints), callers, operator);
        PutItemRequest request = connection.prepared(
                new PutItemRequest().withTableName(table.name()).withItem(write.row()));
        if (absent == null) {
            request.withExpected(Conditions.expected(expected, callers, operator))
                    .withConditionalOperator(operator);
        } else {
            request.withConditionExpression(absent.expression())
                    .withExpressionAttributeNames(absent.attributeNames())
                    .withExpressionAttributeValues(absent.attributeValues());
        }
        Refusals.during(
                () -> "save of " + describe(write.row()),
                () -> connection.client().putItem(request));
        return write.stored();
    }

    @Override
    public I merge(I item, @Nullable DynamoDBSaveExpression mergeExpression, boolean ignoreVersionConstraints) {
        Write<I> write = encodeMerge(item, Nonces.RANDOM);
        String operator = mergeExpression == null ? null : mergeExpression.getConditionalOperator();
        Map<String, ExpectedAttributeValue> expected = write.expected(ignores(ignoreVersionConstraints));
        Map<String, ExpectedAttributeValue> callers = mergeExpression == null ? null : mergeExpression.getExpected();
        FilterExpression absent = write.absentVersion(ignores(ignoreVersionConstraints), callers, operator);
        Map<String, AttributeValue> keyRow = table.schema().table().requireKey(write.row());
        UpdateItemRequest request = connection.prepared(new UpdateItemRequest()
                .withTableName(table.name())
                .withKey(keyRow)
                .withReturnValues(ReturnValue.ALL_NEW));
        if (absent == null) {
            request.withAttributeUpdates(Conditions.orNull(updates(write.row())))
                    .withExpected(Conditions.expected(expected, callers, operator))
                    .withConditionalOperator(operator);
        } else {
            MergeText text = MergeText.of(changes(write.row()), absent);
            request.withUpdateExpression(text.expression())
                    .withConditionExpression(absent.expression())
                    .withExpressionAttributeNames(text.names())
                    .withExpressionAttributeValues(text.values());
        }
        return read(Refusals.during(
                () -> "merge of " + describe(keyRow),
                () -> connection.client().updateItem(request).getAttributes()));
    }

    private Map<String, AttributeValueUpdate> updates(Map<String, AttributeValue> row) {
        Map<String, AttributeValueUpdate> updates = new HashMap<>();
        changes(row)
                .forEach((attribute, value) -> updates.put(
                        attribute,
                        value == null
                                ? new AttributeValueUpdate().withAction(AttributeAction.DELETE)
                                : new AttributeValueUpdate()
                                        .withAction(AttributeAction.PUT)
                                        .withValue(value)));
        return updates;
    }

    /** The attributes that a merge sets, and those that it removes, which are null; in a fixed order. */
    public Map<String, @Nullable AttributeValue> changes(Map<String, AttributeValue> row) {
        Map<String, @Nullable AttributeValue> changes = new TreeMap<>();
        for (String attribute : mapper.attributes()) {
            changes.put(attribute, null);
        }
        changes.putAll(row);
        KeySchema key = table.schema().table().key();
        changes.keySet().removeIf(key::contains);
        return changes;
    }

    private boolean ignores(boolean ignoreVersionConstraints) {
        return ignoreVersionConstraints || connection.ignoresVersions();
    }

    /**
     * An item ready to be written.
     *
     * @param row as DynamoDB gets it
     * @param stored the item as it will be stored; known before the request is sent, for a write that was done must not
     *     fail afterwards
     * @param versions what its versions expect of the stored item
     * @param newKeys what its generated keys expect of the stored item
     */
    public record Write<I>(
            Map<String, AttributeValue> row,
            I stored,
            Map<String, ExpectedAttributeValue> versions,
            Map<String, ExpectedAttributeValue> newKeys) {

        Map<String, ExpectedAttributeValue> expected(boolean ignoreVersions) {
            return ignoreVersions ? Map.of() : Conditions.joined(versions, newKeys);
        }

        @Nullable FilterExpression absentVersion(
                boolean ignoreVersions,
                @Nullable Map<String, ExpectedAttributeValue> callers,
                @Nullable String operator) {
            return ignoreVersions ? null : Conditions.ofAbsentVersion(versions, newKeys, callers, operator);
        }
    }

    /** An item whose version moves on. */
    public Write<I> encodeSave(I item, Nonces nonces) {
        return encode(item, nonces, false);
    }

    /** The attributes of an item whose version moves on; the stored item may have others. */
    public Write<I> encodeMerge(I item, Nonces nonces) {
        return encode(item, nonces, true);
    }

    /** An item to be written whatever is stored; its version is neither checked nor moved on. */
    public Write<I> encodeUnversioned(I item) {
        return encode(item, null, false);
    }

    /** @param nonces null where the version does not move on */
    private Write<I> encode(I item, @Nullable Nonces nonces, boolean isPart) {
        Map<String, AttributeValue> row = mapper.encode(item);
        Generation<I> generation = mapper.generation();
        Map<String, ExpectedAttributeValue> versions = generation.expectedVersions(item, row);
        boolean changed = nonces != null && generation.nextVersions(item, row, nonces, () -> describe(row));
        Map<String, ExpectedAttributeValue> newKeys = generation.generate(row);
        table.schema().table().requireKey(row);
        I stored = changed || newKeys != null ? mapper.decode(row, table.name()) : item;
        return new Write<>(table.transformed(row, isPart), stored, versions, newKeys == null ? Map.of() : newKeys);
    }

    public boolean hasVersion() {
        return mapper.generation().hasVersion();
    }

    @Override
    public @Nullable I delete(
            I item, @Nullable DynamoDBDeleteExpression deleteExpression, boolean ignoreVersionConstraints) {
        return delete(
                encodeKeyOf(item),
                ignores(ignoreVersionConstraints) ? Map.of() : expectedToDelete(item),
                deleteExpression);
    }

    @Override
    public @Nullable I deleteKey(K key, @Nullable DynamoDBDeleteExpression deleteExpression) {
        return delete(encodeKey(key), Map.of(), deleteExpression);
    }

    private @Nullable I delete(
            Map<String, AttributeValue> keyRow,
            Map<String, ExpectedAttributeValue> versions,
            @Nullable DynamoDBDeleteExpression expression) {
        DeleteItemRequest request = connection.prepared(new DeleteItemRequest()
                .withTableName(table.name())
                .withKey(keyRow)
                .withReturnValues(ReturnValue.ALL_OLD));
        if (expression != null && expression.getConditionExpression() != null) {
            // DynamoDB does not take both kinds of condition in one request.
            FilterExpression callers = Conditions.of(
                    expression.getConditionExpression(),
                    expression.getExpressionAttributeNames(),
                    expression.getExpressionAttributeValues());
            FilterExpression all = Conditions.both(callers, Conditions.ofVersions(versions));
            FilterExpression condition = all == null ? callers : all;
            request.withConditionExpression(condition.expression())
                    .withExpressionAttributeNames(Conditions.orNull(condition.attributeNames()))
                    .withExpressionAttributeValues(Conditions.orNull(condition.attributeValues()))
                    .withExpected(expression.getExpected())
                    .withConditionalOperator(expression.getConditionalOperator());
        } else {
            String operator = expression == null ? null : expression.getConditionalOperator();
            Map<String, ExpectedAttributeValue> callers = expression == null ? null : expression.getExpected();
            FilterExpression absent = Conditions.ofAbsentVersion(versions, Map.of(), callers, operator);
            if (absent == null) {
                request.withExpected(Conditions.expected(versions, callers, operator))
                        .withConditionalOperator(operator);
            } else {
                request.withConditionExpression(absent.expression())
                        .withExpressionAttributeNames(absent.attributeNames())
                        .withExpressionAttributeValues(absent.attributeValues());
            }
        }
        Map<String, AttributeValue> old = Refusals.during(
                () -> "delete of " + describe(keyRow),
                () -> connection.client().deleteItem(request).getAttributes());
        return old == null || old.isEmpty() ? null : read(old);
    }

    public Map<String, ExpectedAttributeValue> expectedToDelete(I item) {
        Map<String, AttributeValue> row = mapper.encode(item);
        return mapper.generation().expectedToDelete(item, row, () -> describe(row));
    }

    public Map<String, AttributeValue> encodeKey(K key) {
        return keyEncoder.apply(key);
    }

    public Map<String, AttributeValue> encodeKeyOf(I item) {
        return table.schema().table().requireKey(mapper.encode(item));
    }

    public TableContext<?> table() {
        return table;
    }

    @Override
    public RowKey rowKey(Map<String, AttributeValue> row) {
        return table.rowKey(row);
    }

    @Override
    public String tableName() {
        return table.name();
    }

    @Override
    public Class<I> type() {
        return mapper.type();
    }

    /** An item as messages name it. */
    public String describe(Map<String, AttributeValue> row) {
        return mapper.typeName() + " " + table.schema().table().describeKey(row) + " in table " + table.name();
    }

    /** The item in a row, or null if the row is not of this type. */
    public @Nullable I readOrNull(Map<String, AttributeValue> row) {
        try {
            return read(row);
        } catch (UnreadableItemException e) {
            return null;
        }
    }

    @Override
    public I read(Map<String, AttributeValue> row) {
        return mapper.decode(table.untransformed(row), table.name());
    }
}
