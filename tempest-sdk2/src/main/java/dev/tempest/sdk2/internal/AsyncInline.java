package dev.tempest.sdk2.internal;

import dev.tempest.sdk2.AsyncInlineView;
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

/** An inline view, without blocking. */
final class AsyncInline<K, I> extends AsyncReads<K, I> implements AsyncInlineView<K, I> {
    private final AsyncView<K, I> items;

    AsyncInline(DynamoDbAsyncClient client, Forks forks, ViewModel<K, I> model) {
        super(client, forks, model, "AsyncInlineView");
        this.items = new AsyncItems<>(client, model.itemOperations());
    }

    @Override
    public CompletableFuture<@Nullable I> loadAsync(K key, boolean consistentReads) {
        return items.loadAsync(key, consistentReads);
    }

    @Override
    public CompletableFuture<Loaded<I>> loadAsync(
            K key, boolean consistentReads, ReturnConsumedCapacity returnConsumedCapacity) {
        return items.loadAsync(key, consistentReads, returnConsumedCapacity);
    }

    @Override
    public CompletableFuture<I> saveAsync(I item, @Nullable Expression saveExpression) {
        return items.saveAsync(item, saveExpression);
    }

    @Override
    public CompletableFuture<I> mergeAsync(I item, @Nullable Expression mergeExpression) {
        return items.mergeAsync(item, mergeExpression);
    }

    @Override
    public CompletableFuture<I> createAsync(I item) {
        return items.createAsync(item);
    }

    @Override
    public CompletableFuture<@Nullable I> deleteAsync(I item, @Nullable Expression deleteExpression) {
        return items.deleteAsync(item, deleteExpression);
    }

    @Override
    public CompletableFuture<@Nullable I> deleteKeyAsync(K key, @Nullable Expression deleteExpression) {
        return items.deleteKeyAsync(key, deleteExpression);
    }

    @Override
    public CompletableFuture<I> updateAsync(K key, UnaryOperator<I> change) {
        return items.updateAsync(key, change);
    }

    @Override
    public CompletableFuture<I> updateOrCreateAsync(K key, Function<@Nullable I, I> change) {
        return items.updateOrCreateAsync(key, change);
    }

    @Override
    public CompletableFuture<Long> incrementAsync(K key, String property, long delta) {
        return items.incrementAsync(key, property, delta);
    }

    @Override
    public CompletableFuture<Map<String, Number>> incrementAsync(K key, Increment increment) {
        return items.incrementAsync(key, increment);
    }

    @Override
    public AsyncView<K, I> with(ConditionalWrites conditionalWrites) {
        return items.with(conditionalWrites);
    }

    @Override
    public Optional<I> itemIn(ConditionalCheckFailedException refusal) {
        return items.itemIn(refusal);
    }
}
