package dev.tempest.sdk2.internal;

import static java.util.Objects.requireNonNull;

import dev.tempest.sdk2.AsyncView;
import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.sdk2.Increment;
import dev.tempest.sdk2.Loaded;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Single items, without blocking. */
class AsyncItems<K, I> implements AsyncView<K, I> {
    private final DynamoDbAsyncClient client;
    private final ItemOperations<K, I> items;
    private final ConditionalWrites mode;

    AsyncItems(DynamoDbAsyncClient client, ItemOperations<K, I> items) {
        this(client, items, items.table().conditionalWrites());
    }

    private AsyncItems(DynamoDbAsyncClient client, ItemOperations<K, I> items, ConditionalWrites mode) {
        this.client = client;
        this.items = items;
        this.mode = mode;
    }

    @Override
    public CompletableFuture<@Nullable I> loadAsync(K key, boolean consistentReads) {
        return AsyncRequests.send(client, () -> items.load(key, consistentReads, null, Loaded::item));
    }

    @Override
    public CompletableFuture<Loaded<I>> loadAsync(
            K key, boolean consistentReads, ReturnConsumedCapacity returnConsumedCapacity) {
        return AsyncRequests.send(
                client, () -> items.load(key, consistentReads, returnConsumedCapacity, loaded -> loaded));
    }

    @Override
    public CompletableFuture<I> saveAsync(I item, @Nullable Expression saveExpression) {
        return AsyncRequests.send(client, () -> items.save(item, saveExpression, mode));
    }

    @Override
    public CompletableFuture<I> mergeAsync(I item, @Nullable Expression mergeExpression) {
        return AsyncRequests.send(client, () -> items.merge(item, mergeExpression, mode));
    }

    @Override
    public CompletableFuture<I> createAsync(I item) {
        return AsyncRequests.send(client, () -> items.create(item, mode));
    }

    @Override
    public CompletableFuture<@Nullable I> deleteAsync(I item, @Nullable Expression deleteExpression) {
        return AsyncRequests.send(client, () -> items.delete(item, deleteExpression, mode));
    }

    @Override
    public CompletableFuture<@Nullable I> deleteKeyAsync(K key, @Nullable Expression deleteExpression) {
        return AsyncRequests.send(client, () -> items.deleteKey(key, deleteExpression, mode));
    }

    @Override
    public CompletableFuture<I> updateAsync(K key, UnaryOperator<I> change) {
        return update(key, item -> change.apply(requireNonNull(item)), false);
    }

    @Override
    public CompletableFuture<I> updateOrCreateAsync(K key, Function<@Nullable I, I> change) {
        return update(key, change, true);
    }

    private CompletableFuture<I> update(K key, Function<@Nullable I, I> change, boolean create) {
        return AsyncRequests.call(client, requests -> ItemChange.run(requests, items, key, change, create, mode));
    }

    @Override
    public CompletableFuture<Long> incrementAsync(K key, String property, long delta) {
        return AsyncRequests.call(client, requests -> items.increment(requests, key, property, delta, mode));
    }

    @Override
    public CompletableFuture<Map<String, Number>> incrementAsync(K key, Increment increment) {
        return AsyncRequests.call(client, requests -> items.increment(requests, key, increment, mode));
    }

    @Override
    public AsyncView<K, I> with(ConditionalWrites conditionalWrites) {
        return new AsyncItems<>(client, items, conditionalWrites);
    }

    @Override
    public Optional<I> itemIn(ConditionalCheckFailedException refusal) {
        return items.itemIn(refusal);
    }
}
