package dev.tempest.sdk2.internal;

import dev.tempest.UnreadableItemException;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.model.TypeRegistry;
import dev.tempest.internal.schema.RowKey;
import dev.tempest.internal.schema.RowReader;
import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.sdk2.Increment;
import dev.tempest.sdk2.Loaded;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * The single-item requests of one item type in one table, and what their answers mean.
 *
 * @param <K> the key type
 * @param <I> the item type
 */
final class ItemOperations<K, I> implements RowReader<I, AttributeValue>, TypeRegistry.Entry {
    private final Table<?> table;
    private final ItemMapper<I> mapper;
    private final Function<K, Map<String, AttributeValue>> keyEncoder;
    private final ItemEncoder<I> encoder;
    private final WriteRequests<I> writes;
    private final Increments increments;
    private final ItemUpdates<I> updates;

    ItemOperations(Table<?> table, ItemMapper<I> mapper, Function<K, Map<String, AttributeValue>> keyEncoder) {
        this.table = table;
        this.mapper = mapper;
        this.keyEncoder = keyEncoder;
        this.encoder = new ItemEncoder<>(table, mapper);
        this.writes = new WriteRequests<>(table, encoder);
        this.increments = new Increments(this, mapper);
        this.updates = new ItemUpdates<>(encoder, mapper, this);
    }

    /** @param answer what of the loaded item is wanted */
    <T extends @Nullable Object> Exchange<?, ?, T> load(
            K key, boolean consistentReads, @Nullable ReturnConsumedCapacity capacity, Function<Loaded<I>, T> answer) {
        return loadRow(
                keyEncoder.apply(key),
                consistentReads,
                capacity,
                (row, consumed) -> answer.apply(new Loaded<>(row == null ? null : read(row), consumed)));
    }

    /** Loads what is stored now, as it is stored. */
    Exchange<?, ?, Optional<Map<String, AttributeValue>>> loadRow(Map<String, AttributeValue> key) {
        return loadRow(key, true, null, (row, consumed) -> Optional.ofNullable(row));
    }

    private <T extends @Nullable Object> Exchange<?, ?, T> loadRow(
            Map<String, AttributeValue> key,
            boolean consistentReads,
            @Nullable ReturnConsumedCapacity capacity,
            LoadedRow<T> answer) {
        GetItemRequest request = GetItemRequest.builder()
                .tableName(table.name())
                .key(key)
                .consistentRead(consistentReads)
                .returnConsumedCapacity(capacity)
                .build();
        return Exchange.of(
                Command.getItem(),
                request,
                response -> answer.apply(response.hasItem() ? response.item() : null, response.consumedCapacity()),
                Refusals.during(() -> "load of " + describe(key)));
    }

    private interface LoadedRow<T extends @Nullable Object> {
        T apply(@Nullable Map<String, AttributeValue> row, @Nullable ConsumedCapacity capacity);
    }

    Exchange<?, ?, I> create(I item, ConditionalWrites mode) {
        return settled("create", encoder.create(item), mode);
    }

    Exchange<?, ?, I> save(I item, @Nullable Expression condition, ConditionalWrites mode) {
        return settled("save", encoder.save(item, condition), mode);
    }

    Exchange<?, ?, I> merge(I item, @Nullable Expression condition, ConditionalWrites mode) {
        Merge<I> merge = encoder.merge(item, condition, Nonces.RANDOM);
        boolean isTransaction =
                mode == ConditionalWrites.TRANSACTIONAL && merge.write().isGuarded();
        return writes.update(merge.write(), merge.text(), isTransaction, response -> read(response.attributes()))
                .then(attempt -> settle("merge", merge.write(), attempt));
    }

    private Exchange<?, ?, I> settled(String action, Write<I> write, ConditionalWrites mode) {
        return writes.put(write, mode).then(attempt -> settle(action, write, attempt));
    }

    Exchange<?, ?, @Nullable I> delete(I item, @Nullable Expression callersCondition, ConditionalWrites mode) {
        return settledDelete(encoder.delete(item, callersCondition), mode);
    }

    Exchange<?, ?, @Nullable I> deleteKey(K key, @Nullable Expression condition, ConditionalWrites mode) {
        return settledDelete(encoder.deleteKey(keyEncoder.apply(key), condition), mode);
    }

    private Exchange<?, ?, @Nullable I> settledDelete(Write<@Nullable I> write, ConditionalWrites mode) {
        return writes.delete(write, mode).then(attempt -> settle("delete", write, attempt));
    }

    private <T extends @Nullable Object> T settle(String action, Write<T> write, Attempt<T> attempt) {
        return new Settlement<>(this, action, write).of(attempt);
    }

    CompletableFuture<Long> increment(Requests requests, K key, String property, long delta, ConditionalWrites mode) {
        return increments.whole(requests, keyEncoder.apply(key), property, delta, mode);
    }

    CompletableFuture<Map<String, Number>> increment(
            Requests requests, K key, Increment increment, ConditionalWrites mode) {
        return increments.all(requests, keyEncoder.apply(key), increment, mode);
    }

    ItemUpdates<I> updates() {
        return updates;
    }

    Increments increments() {
        return increments;
    }

    WriteRequests<I> writes() {
        return writes;
    }

    ItemEncoder<I> encoder() {
        return encoder;
    }

    Map<String, AttributeValue> encodeKey(K key) {
        return keyEncoder.apply(key);
    }

    Table<?> table() {
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

    String typeName() {
        return mapper.typeName();
    }

    /** An item as messages name it. */
    String describe(Map<String, AttributeValue> row) {
        return table.describe(mapper, row);
    }

    Optional<I> itemIn(ConditionalCheckFailedException refusal) {
        return refusal.hasItem() && !refusal.item().isEmpty() ? Optional.of(read(refusal.item())) : Optional.empty();
    }

    /** The item in a row, or null if the row is not of this type. */
    @Nullable I readOrNull(Map<String, AttributeValue> row) {
        try {
            return read(row);
        } catch (UnreadableItemException e) {
            return null;
        }
    }

    @Override
    public I read(Map<String, AttributeValue> row) {
        return encoder.read(row);
    }
}
