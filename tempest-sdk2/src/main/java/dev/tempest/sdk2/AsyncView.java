package dev.tempest.sdk2;

import dev.tempest.Change;
import dev.tempest.Condition;
import dev.tempest.ItemAttributes;
import dev.tempest.NumberAttr;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * Single items of one type, without blocking: {@link View} with futures. Safe for use by several threads.
 *
 * <p>The futures fail with what the methods of {@link View} throw. Cancelling a future cancels its request, unless the SDK
 * waits to send it again; whether a write that was cancelled is done is then unknown. Futures complete on the SDK's threads: continue with
 * {@code thenApplyAsync} where the continuation blocks.
 *
 * @param <K> the key type
 * @param <I> the item type
 */
public interface AsyncView<K, I> extends ItemAttributes<I> {
    /** As {@link View#load(Object)}: one GetItem; null if it does not exist. */
    default CompletableFuture<@Nullable I> loadAsync(K key) {
        return loadAsync(key, false);
    }

    /** As {@link View#load(Object, boolean)}: one GetItem; null if it does not exist. */
    CompletableFuture<@Nullable I> loadAsync(K key, boolean consistentReads);

    /** As {@link View#load(Object, boolean, ReturnConsumedCapacity)}: one GetItem. */
    CompletableFuture<Loaded<I>> loadAsync(
            K key, boolean consistentReads, ReturnConsumedCapacity returnConsumedCapacity);

    /** As {@link View#save(Object)}: one PutItem, and the last writer wins unless the item has a version. */
    default CompletableFuture<I> saveAsync(I item) {
        return saveAsync(item, (Expression) null);
    }

    /** As {@link View#save(Object, Expression)}: one PutItem. */
    CompletableFuture<I> saveAsync(I item, @Nullable Expression saveExpression);

    /** As {@link View#save(Object, Condition)}: one PutItem. */
    CompletableFuture<I> saveAsync(I item, Condition<? super I> condition);

    /** As {@link View#merge(Object)}: one UpdateItem, and the last writer wins unless the item has a version. */
    default CompletableFuture<I> mergeAsync(I item) {
        return mergeAsync(item, (Expression) null);
    }

    /** As {@link View#merge(Object, Expression)}: one UpdateItem. */
    CompletableFuture<I> mergeAsync(I item, @Nullable Expression mergeExpression);

    /** As {@link View#merge(Object, Condition)}: one UpdateItem. */
    CompletableFuture<I> mergeAsync(I item, Condition<? super I> condition);

    /** As {@link View#create}: one PutItem, which fails if the key is taken. */
    CompletableFuture<I> createAsync(I item);

    /** As {@link View#delete(Object)}: one DeleteItem; the deleted item or null. */
    default CompletableFuture<@Nullable I> deleteAsync(I item) {
        return deleteAsync(item, (Expression) null);
    }

    /** As {@link View#delete(Object, Expression)}: one DeleteItem; the deleted item or null. */
    CompletableFuture<@Nullable I> deleteAsync(I item, @Nullable Expression deleteExpression);

    /** As {@link View#delete(Object, Condition)}: one DeleteItem; the deleted item or null. */
    CompletableFuture<@Nullable I> deleteAsync(I item, Condition<? super I> condition);

    /** As {@link View#deleteKey(Object)}: one DeleteItem; the deleted item or null. */
    default CompletableFuture<@Nullable I> deleteKeyAsync(K key) {
        return deleteKeyAsync(key, (Expression) null);
    }

    /** As {@link View#deleteKey(Object, Expression)}: one DeleteItem; the deleted item or null. */
    CompletableFuture<@Nullable I> deleteKeyAsync(K key, @Nullable Expression deleteExpression);

    /** As {@link View#deleteKey(Object, Condition)}: one DeleteItem; the deleted item or null. */
    CompletableFuture<@Nullable I> deleteKeyAsync(K key, Condition<? super I> condition);

    /**
     * As {@link View#update}: one GetItem, and an UpdateItem for each try. {@code change} runs on the executor
     * that the database was built with; without one, on the SDK's threads, where it must not block.
     */
    CompletableFuture<I> updateAsync(K key, UnaryOperator<I> change);

    /** As {@link View#updateOrCreate}; {@code change} runs where that of {@link #updateAsync} does. */
    CompletableFuture<I> updateOrCreateAsync(K key, Function<@Nullable I, I> change);

    /** As {@link View#patch}, with the same requests; see there when something may be added twice. */
    CompletableFuture<I> patchAsync(K key, Change<? super I> change);

    /** As {@link View#patchItem}, with the same requests. */
    CompletableFuture<I> patchItemAsync(I item, Change<? super I> change);

    /** As {@link View#increment(Object, String, long)}, with the same requests; see there when the number may be added twice. */
    CompletableFuture<Long> incrementAsync(K key, String property, long delta);

    /** As {@link View#increment(Object, NumberAttr, long)}; see there when the number may be added twice. */
    CompletableFuture<Long> incrementAsync(K key, NumberAttr<? super I, ?> attribute, long delta);

    /** As {@link View#increment(Object, Increment)}, with the same requests; see there when they may be added twice. */
    CompletableFuture<Map<String, Number>> incrementAsync(K key, Increment<? super I> increment);

    /** Returns this view with another way to send its conditional writes. */
    AsyncView<K, I> with(ConditionalWrites conditionalWrites);

    /** As {@link View#itemIn}; sends nothing. */
    Optional<I> itemIn(ConditionalCheckFailedException failure);
}
