package dev.tempest.sdk2.internal.write;

import dev.tempest.internal.model.TypeRegistry;
import dev.tempest.internal.schema.RowKey;
import dev.tempest.internal.schema.RowReader;
import dev.tempest.sdk2.internal.mapping.ItemMapper;
import dev.tempest.sdk2.internal.mapping.TableContext;
import dev.tempest.sdk2.internal.read.GetItemOperation;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The operations on single items of one type in one table.
 *
 * @param <K> the key type
 * @param <I> the item type
 */
public final class ItemOperations<K, I> implements RowReader<I, AttributeValue>, TypeRegistry.Entry {
    private final ItemMapper<I> mapper;
    private final WriteRules<I> rules;
    private final GetItemOperation<K, I> get;
    private final PutItemOperation<I> put;
    private final UpdateItemOperation<I> update;
    private final DeleteItemOperation<I> delete;
    private final Increments increments;
    private final ItemUpdate<K, I> updates;

    public ItemOperations(ItemMapper<I> mapper, Function<K, Map<String, AttributeValue>> keyEncoder) {
        this.mapper = mapper;
        this.rules = new WriteRules<>(mapper);
        this.get = new GetItemOperation<>(mapper, keyEncoder);
        this.put = new PutItemOperation<>(rules);
        this.update = new UpdateItemOperation<>(rules);
        this.delete = new DeleteItemOperation<>(rules);
        this.increments = new Increments(rules, get, update);
        this.updates = new ItemUpdate<>(rules, get, put, update);
    }

    public GetItemOperation<K, I> get() {
        return get;
    }

    public PutItemOperation<I> put() {
        return put;
    }

    public UpdateItemOperation<I> update() {
        return update;
    }

    public DeleteItemOperation<I> delete() {
        return delete;
    }

    public Increments increments() {
        return increments;
    }

    public ItemUpdate<K, I> updates() {
        return updates;
    }

    public WriteRules<I> rules() {
        return rules;
    }

    public TableContext<?> table() {
        return mapper.table();
    }

    public Map<String, AttributeValue> encodeKey(K key) {
        return get.encodeKey(key);
    }

    @Override
    public RowKey rowKey(Map<String, AttributeValue> row) {
        return mapper.table().rowKey(row);
    }

    @Override
    public String tableName() {
        return mapper.table().name();
    }

    @Override
    public Class<I> type() {
        return mapper.type();
    }

    /** An item as messages name it. */
    public String describe(Map<String, AttributeValue> row) {
        return mapper.describe(row);
    }

    @Override
    public I read(Map<String, AttributeValue> row) {
        return mapper.read(row);
    }

    public @Nullable I readOrNull(Map<String, AttributeValue> row) {
        return mapper.readOrNull(row);
    }

    public Optional<I> itemIn(ConditionalCheckFailedException e) {
        Map<String, AttributeValue> found = Write.found(e);
        return found == null ? Optional.empty() : Optional.of(read(found));
    }
}
