package dev.tempest.sdk2.internal.sync;

import static java.util.Objects.requireNonNull;

import dev.tempest.Attr;
import dev.tempest.Change;
import dev.tempest.Condition;
import dev.tempest.NumberAttr;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.sdk2.Increment;
import dev.tempest.sdk2.Loaded;
import dev.tempest.sdk2.View;
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
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Single items, by a client that blocks. */
class SyncItems<K, I> implements View<K, I> {
    private final SyncRequests requests;
    private final ItemOperations<K, I> items;
    private final GetItemOperation<K, I> get;
    private final PutItemOperation<I> put;
    private final UpdateItemOperation<I> update;
    private final DeleteItemOperation<I> delete;
    private final ClaimingWrites<I> claiming;
    private final @Nullable ItemMigration<I> upgrading;
    private final ConditionalWrites mode;

    SyncItems(SyncRequests requests, ItemOperations<K, I> items) {
        this(requests, items, items.table().settings().conditionalWrites());
    }

    private SyncItems(SyncRequests requests, ItemOperations<K, I> items, ConditionalWrites mode) {
        this.requests = requests;
        this.items = items;
        this.get = items.get();
        this.put = items.put();
        this.update = items.update();
        this.delete = items.delete();
        this.claiming = items.claiming();
        this.upgrading = items.upgrading();
        this.mode = mode;
    }

    @Override
    public Loaded<I> load(K key, boolean consistentReads, ReturnConsumedCapacity returnConsumedCapacity) {
        return requests.run(get.load(key, consistentReads, returnConsumedCapacity, loaded -> loaded));
    }

    @Override
    public I save(I item, @Nullable Expression saveExpression) {
        return save(item, Expressions.clause(saveExpression));
    }

    @Override
    public I save(I item, Condition<? super I> condition) {
        return save(item, items.clause(condition));
    }

    @Override
    public I merge(I item, @Nullable Expression mergeExpression) {
        return merge(item, Expressions.clause(mergeExpression));
    }

    @Override
    public I merge(I item, Condition<? super I> condition) {
        return merge(item, items.clause(condition));
    }

    @Override
    public I create(I item) {
        return claiming.isNeeded()
                ? requests.call(claiming.operation("create"), call -> claiming.create(call, item, mode))
                : requests.run(put.create(item, mode));
    }

    @Override
    public @Nullable I delete(I item, @Nullable Expression deleteExpression) {
        return delete(item, Expressions.clause(deleteExpression));
    }

    @Override
    public @Nullable I delete(I item, Condition<? super I> condition) {
        return delete(item, items.clause(condition));
    }

    @Override
    public @Nullable I deleteKey(K key, @Nullable Expression deleteExpression) {
        return deleteKey(key, Expressions.clause(deleteExpression));
    }

    @Override
    public @Nullable I deleteKey(K key, Condition<? super I> condition) {
        return deleteKey(key, items.clause(condition));
    }

    private I save(I item, @Nullable Clause<AttributeValue> condition) {
        return claiming.isNeeded()
                ? requests.call(claiming.operation("save"), call -> claiming.save(call, item, condition, mode))
                : upgrading == null
                        ? requests.run(put.save(item, condition, mode))
                        : onCurrent(upgrading, put.operation(), () -> put.save(item, condition, mode));
    }

    /** A write that may have a condition. */
    private <T extends @Nullable Object> T onCurrent(
            ItemMigration<I> migration, OperationInfo operation, Supplier<Exchange<?, ?, T>> write) {
        return requests.call(operation, call -> migration.onCurrent(call, () -> call.send(write.get())));
    }

    private I merge(I item, @Nullable Clause<AttributeValue> condition) {
        return claiming.isNeeded()
                ? requests.call(claiming.operation("merge"), call -> claiming.merge(call, item, condition, mode))
                : mergePresent(item, condition);
    }

    private I mergePresent(I item, @Nullable Clause<AttributeValue> condition) {
        return items.merges().arePlain()
                ? requests.run(update.merge(item, condition, mode))
                : requests.call(update.operation(), call -> items.merges().merge(call, item, condition, mode));
    }

    private @Nullable I delete(I item, @Nullable Clause<AttributeValue> condition) {
        return claiming.isNeeded()
                ? requests.call(claiming.operation("delete"), call -> claiming.delete(call, item, condition, mode))
                        .orElse(null)
                : upgrading == null
                        ? requests.run(delete.delete(item, condition, mode))
                        : onCurrent(upgrading, delete.operation(), () -> delete.delete(item, condition, mode));
    }

    private @Nullable I deleteKey(K key, @Nullable Clause<AttributeValue> condition) {
        return claiming.isNeeded()
                ? requests.call(
                                claiming.operation("delete"),
                                call -> claiming.deleteKey(call, get.encodeKey(key), condition, mode))
                        .orElse(null)
                : upgrading == null
                        ? requests.run(delete.deleteKey(get.encodeKey(key), condition, mode))
                        : onCurrent(
                                upgrading,
                                delete.operation(),
                                () -> delete.deleteKey(get.encodeKey(key), condition, mode));
    }

    @Override
    public I update(K key, UnaryOperator<I> change) {
        return update(key, item -> change.apply(requireNonNull(item)), false);
    }

    @Override
    public I updateOrCreate(K key, Function<@Nullable I, I> change) {
        return update(key, change, true);
    }

    @Override
    public I patch(K key, Change<? super I> change) {
        return requests.call(
                items.patches().operation(),
                call -> items.patches().byKey(call, get.encodeKey(key), items.change(change), mode));
    }

    @Override
    public I patchItem(I item, Change<? super I> change) {
        return requests.call(
                items.patches().operation(), call -> items.patches().ofItem(call, item, items.change(change), mode));
    }

    private I update(K key, Function<@Nullable I, I> change, boolean create) {
        return requests.call(
                items.updates().operation(create), call -> items.updates().run(call, key, change, create, mode));
    }

    @Override
    public long increment(K key, String property, long delta) {
        return requests.call(
                items.increments().operation(),
                call -> items.increments().whole(call, get.encodeKey(key), property, delta, mode));
    }

    @Override
    public long increment(K key, NumberAttr<? super I, ?> attribute, long delta) {
        return increment(key, items.propertyName(attribute), delta);
    }

    @Override
    public Map<String, Number> increment(K key, Increment<? super I> increment) {
        return requests.call(
                items.increments().operation(),
                call -> items.increments().all(call, get.encodeKey(key), increment, mode));
    }

    @Override
    public <V> Attr<I, V> attribute(String property, Class<V> type) {
        return items.attribute(property, type);
    }

    @Override
    public View<K, I> with(ConditionalWrites conditionalWrites) {
        return new SyncItems<>(requests, items, conditionalWrites);
    }

    @Override
    public Optional<I> itemIn(ConditionalCheckFailedException refusal) {
        return items.itemIn(refusal);
    }
}
