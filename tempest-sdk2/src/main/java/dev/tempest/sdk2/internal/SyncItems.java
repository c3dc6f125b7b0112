package dev.tempest.sdk2.internal;

import static java.util.Objects.requireNonNull;

import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.sdk2.Increment;
import dev.tempest.sdk2.Loaded;
import dev.tempest.sdk2.View;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Single items, by a client that blocks. */
class SyncItems<K, I> implements View<K, I> {
    private final DynamoDbClient client;
    private final ItemOperations<K, I> items;
    private final ConditionalWrites mode;

    SyncItems(DynamoDbClient client, ItemOperations<K, I> items) {
        this(client, items, items.table().conditionalWrites());
    }

    private SyncItems(DynamoDbClient client, ItemOperations<K, I> items, ConditionalWrites mode) {
        this.client = client;
        this.items = items;
        this.mode = mode;
    }

    @Override
    public Loaded<I> load(K key, boolean consistentReads, ReturnConsumedCapacity returnConsumedCapacity) {
        return items.load(key, consistentReads, returnConsumedCapacity, loaded -> loaded)
                .run(client);
    }

    @Override
    public I save(I item, @Nullable Expression saveExpression) {
        return items.save(item, saveExpression, mode).run(client);
    }

    @Override
    public I merge(I item, @Nullable Expression mergeExpression) {
        return items.merge(item, mergeExpression, mode).run(client);
    }

    @Override
    public I create(I item) {
        return items.create(item, mode).run(client);
    }

    @Override
    public @Nullable I delete(I item, @Nullable Expression deleteExpression) {
        return items.delete(item, deleteExpression, mode).run(client);
    }

    @Override
    public @Nullable I deleteKey(K key, @Nullable Expression deleteExpression) {
        return items.deleteKey(key, deleteExpression, mode).run(client);
    }

    @Override
    public I update(K key, UnaryOperator<I> change) {
        return update(key, item -> change.apply(requireNonNull(item)), false);
    }

    @Override
    public I updateOrCreate(K key, Function<@Nullable I, I> change) {
        return update(key, change, true);
    }

    private I update(K key, Function<@Nullable I, I> change, boolean create) {
        return SyncRequests.await(ItemChange.run(new SyncRequests(client), items, key, change, create, mode));
    }

    @Override
    public long increment(K key, String property, long delta) {
        return SyncRequests.await(items.increment(new SyncRequests(client), key, property, delta, mode));
    }

    @Override
    public Map<String, Number> increment(K key, Increment increment) {
        return SyncRequests.await(items.increment(new SyncRequests(client), key, increment, mode));
    }

    @Override
    public View<K, I> with(ConditionalWrites conditionalWrites) {
        return new SyncItems<>(client, items, conditionalWrites);
    }

    @Override
    public Optional<I> itemIn(ConditionalCheckFailedException refusal) {
        return items.itemIn(refusal);
    }
}
