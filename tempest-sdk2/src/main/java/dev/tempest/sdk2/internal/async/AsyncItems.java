package dev.tempest.sdk2.internal.async;

import static java.util.Objects.requireNonNull;

import dev.tempest.Attr;
import dev.tempest.Change;
import dev.tempest.Condition;
import dev.tempest.NumberAttr;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.sdk2.AsyncView;
import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.sdk2.Increment;
import dev.tempest.sdk2.Loaded;
import dev.tempest.sdk2.internal.read.GetItemOperation;
import dev.tempest.sdk2.internal.request.Exchange;
import dev.tempest.sdk2.internal.request.Expressions;
import dev.tempest.sdk2.internal.write.ClaimingWrites;
import dev.tempest.sdk2.internal.write.DeleteItemOperation;
import dev.tempest.sdk2.internal.write.ItemMigration;
import dev.tempest.sdk2.internal.write.ItemOperations;
import dev.tempest.sdk2.internal.write.PutItemOperation;
import dev.tempest.sdk2.internal.write.UpdateItemOperation;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Single items, without blocking. */
class AsyncItems<K, I> implements AsyncView<K, I> {
    private final AsyncRequests.Source requests;
    private final ItemOperations<K, I> items;
    private final GetItemOperation<K, I> get;
    private final PutItemOperation<I> put;
    private final UpdateItemOperation<I> update;
    private final DeleteItemOperation<I> delete;
    private final ClaimingWrites<I> claiming;
    private final ConditionalWrites mode;

    AsyncItems(AsyncRequests.Source requests, ItemOperations<K, I> items) {
        this(requests, items, items.table().settings().conditionalWrites());
    }

    private AsyncItems(AsyncRequests.Source requests, ItemOperations<K, I> items, ConditionalWrites mode) {
        this.requests = requests;
        this.items = items;
        this.get = items.get();
        this.put = items.put();
        this.update = items.update();
        this.delete = items.delete();
        this.claiming = items.claiming();
        this.mode = mode;
    }

    @Override
    public CompletableFuture<@Nullable I> loadAsync(K key, boolean consistentReads) {
        return requests.send(() -> get.load(key, consistentReads, null, Loaded::item));
    }

    @Override
    public CompletableFuture<Loaded<I>> loadAsync(
            K key, boolean consistentReads, ReturnConsumedCapacity returnConsumedCapacity) {
        return requests.send(() -> get.load(key, consistentReads, returnConsumedCapacity, loaded -> loaded));
    }

    @Override
    public CompletableFuture<I> saveAsync(I item, @Nullable Expression saveExpression) {
        return save(item, () -> Expressions.clause(saveExpression));
    }

    @Override
    public CompletableFuture<I> saveAsync(I item, Condition<? super I> condition) {
        return save(item, () -> items.clause(condition));
    }

    @Override
    public CompletableFuture<I> mergeAsync(I item, @Nullable Expression mergeExpression) {
        return merge(item, () -> Expressions.clause(mergeExpression));
    }

    @Override
    public CompletableFuture<I> mergeAsync(I item, Condition<? super I> condition) {
        return merge(item, () -> items.clause(condition));
    }

    @Override
    public CompletableFuture<I> createAsync(I item) {
        return claiming.isNeeded()
                ? requests.call(claiming.operation("create"), call -> claiming.create(call, item, mode))
                : requests.send(() -> put.create(item, mode));
    }

    @Override
    public CompletableFuture<@Nullable I> deleteAsync(I item, @Nullable Expression deleteExpression) {
        return delete(item, () -> Expressions.clause(deleteExpression));
    }

    @Override
    public CompletableFuture<@Nullable I> deleteAsync(I item, Condition<? super I> condition) {
        return delete(item, () -> items.clause(condition));
    }

    @Override
    public CompletableFuture<@Nullable I> deleteKeyAsync(K key, @Nullable Expression deleteExpression) {
        return deleteKey(key, () -> Expressions.clause(deleteExpression));
    }

    @Override
    public CompletableFuture<@Nullable I> deleteKeyAsync(K key, Condition<? super I> condition) {
        return deleteKey(key, () -> items.clause(condition));
    }

    // The conditions are made within the call, so that a wrong one fails its future.

    private CompletableFuture<I> save(I item, Supplier<@Nullable Clause<AttributeValue>> condition) {
        return claiming.isNeeded()
                ? requests.call(claiming.operation("save"), call -> claiming.save(call, item, condition.get(), mode))
                : send(put.operation(), () -> put.save(item, condition.get(), mode));
    }

    /** A write that may have a condition. */
    private <T extends @Nullable Object> CompletableFuture<T> send(
            OperationInfo operation, Supplier<Exchange<?, ?, T>> write) {
        ItemMigration<I> upgrading = items.upgrading();
        return upgrading == null
                ? requests.send(write)
                : requests.call(operation, call -> upgrading.onCurrent(call, () -> call.send(write.get())));
    }

    private CompletableFuture<I> merge(I item, Supplier<@Nullable Clause<AttributeValue>> condition) {
        return claiming.isNeeded()
                ? requests.call(claiming.operation("merge"), call -> claiming.merge(call, item, condition.get(), mode))
                : mergePresent(item, condition);
    }

    private CompletableFuture<I> mergePresent(I item, Supplier<@Nullable Clause<AttributeValue>> condition) {
        return items.merges().arePlain()
                ? requests.send(() -> update.merge(item, condition.get(), mode))
                : requests.call(update.operation(), call -> items.merges().merge(call, item, condition.get(), mode));
    }

    private CompletableFuture<@Nullable I> delete(I item, Supplier<@Nullable Clause<AttributeValue>> condition) {
        return claiming.isNeeded()
                ? requests.call(
                        claiming.operation("delete"),
                        call -> claiming.delete(call, item, condition.get(), mode)
                                .thenApply(AsyncItems::orNull))
                : send(delete.operation(), () -> delete.delete(item, condition.get(), mode));
    }

    private CompletableFuture<@Nullable I> deleteKey(K key, Supplier<@Nullable Clause<AttributeValue>> condition) {
        return claiming.isNeeded()
                ? requests.call(
                        claiming.operation("delete"),
                        call -> claiming.deleteKey(call, get.encodeKey(key), condition.get(), mode)
                                .thenApply(AsyncItems::orNull))
                : send(delete.operation(), () -> delete.deleteKey(get.encodeKey(key), condition.get(), mode));
    }

    private static <T> @Nullable T orNull(Optional<T> found) {
        return found.orElse(null);
    }

    @Override
    public CompletableFuture<I> updateAsync(K key, UnaryOperator<I> change) {
        return update(key, item -> change.apply(requireNonNull(item)), false);
    }

    @Override
    public CompletableFuture<I> updateOrCreateAsync(K key, Function<@Nullable I, I> change) {
        return update(key, change, true);
    }

    @Override
    public CompletableFuture<I> patchAsync(K key, Change<? super I> change) {
        return requests.call(
                items.patches().operation(),
                call -> items.patches().byKey(call, get.encodeKey(key), items.change(change), mode));
    }

    @Override
    public CompletableFuture<I> patchItemAsync(I item, Change<? super I> change) {
        return requests.call(
                items.patches().operation(), call -> items.patches().ofItem(call, item, items.change(change), mode));
    }

    private CompletableFuture<I> update(K key, Function<@Nullable I, I> change, boolean create) {
        return requests.call(
                items.updates().operation(create), call -> items.updates().run(call, key, change, create, mode));
    }

    @Override
    public CompletableFuture<Long> incrementAsync(K key, String property, long delta) {
        return requests.call(
                items.increments().operation(),
                call -> items.increments().whole(call, get.encodeKey(key), property, delta, mode));
    }

    @Override
    public CompletableFuture<Long> incrementAsync(K key, NumberAttr<? super I, ?> attribute, long delta) {
        return incrementAsync(key, items.propertyName(attribute), delta);
    }

    @Override
    public CompletableFuture<Map<String, Number>> incrementAsync(K key, Increment<? super I> increment) {
        return requests.call(
                items.increments().operation(),
                call -> items.increments().all(call, get.encodeKey(key), increment, mode));
    }

    @Override
    public <V> Attr<I, V> attribute(String property, Class<V> type) {
        return items.attribute(property, type);
    }

    @Override
    public AsyncView<K, I> with(ConditionalWrites conditionalWrites) {
        return new AsyncItems<>(requests, items, conditionalWrites);
    }

    @Override
    public Optional<I> itemIn(ConditionalCheckFailedException refusal) {
        return items.itemIn(refusal);
    }
}
