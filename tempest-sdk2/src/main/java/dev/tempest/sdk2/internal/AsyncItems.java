package dev.tempest.sdk2.internal;

import dev.tempest.sdk2.AsyncView;
import dev.tempest.sdk2.Loaded;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Single items, without blocking. */
class AsyncItems<K, I> implements AsyncView<K, I> {
    private final DynamoDbAsyncClient client;
    private final ItemOperations<K, I> items;

    AsyncItems(DynamoDbAsyncClient client, ItemOperations<K, I> items) {
        this.client = client;
        this.items = items;
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
        return AsyncRequests.send(client, () -> items.save(item, saveExpression));
    }

    @Override
    public CompletableFuture<I> createAsync(I item) {
        return AsyncRequests.send(client, () -> items.create(item));
    }

    @Override
    public CompletableFuture<@Nullable I> deleteAsync(I item, @Nullable Expression deleteExpression) {
        return AsyncRequests.send(client, () -> items.delete(item, deleteExpression));
    }

    @Override
    public CompletableFuture<@Nullable I> deleteKeyAsync(K key, @Nullable Expression deleteExpression) {
        return AsyncRequests.send(client, () -> items.deleteKey(key, deleteExpression));
    }

    @Override
    public Optional<I> itemIn(ConditionalCheckFailedException refusal) {
        return items.itemIn(refusal);
    }
}
