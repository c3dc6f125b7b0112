package dev.tempest.sdk2.internal;

import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.sdk2.Increment;
import dev.tempest.sdk2.InlineView;
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

/** An inline view, by a client that blocks. */
final class SyncInline<K, I> extends SyncReads<K, I> implements InlineView<K, I> {
    private final View<K, I> items;

    SyncInline(DynamoDbClient client, Workers workers, ViewModel<K, I> model) {
        super(client, workers, model, "InlineView");
        this.items = new SyncItems<>(client, model.itemOperations());
    }

    @Override
    public Loaded<I> load(K key, boolean consistentReads, ReturnConsumedCapacity returnConsumedCapacity) {
        return items.load(key, consistentReads, returnConsumedCapacity);
    }

    @Override
    public I save(I item, @Nullable Expression saveExpression) {
        return items.save(item, saveExpression);
    }

    @Override
    public I merge(I item, @Nullable Expression mergeExpression) {
        return items.merge(item, mergeExpression);
    }

    @Override
    public I create(I item) {
        return items.create(item);
    }

    @Override
    public @Nullable I delete(I item, @Nullable Expression deleteExpression) {
        return items.delete(item, deleteExpression);
    }

    @Override
    public @Nullable I deleteKey(K key, @Nullable Expression deleteExpression) {
        return items.deleteKey(key, deleteExpression);
    }

    @Override
    public I update(K key, UnaryOperator<I> change) {
        return items.update(key, change);
    }

    @Override
    public I updateOrCreate(K key, Function<@Nullable I, I> change) {
        return items.updateOrCreate(key, change);
    }

    @Override
    public long increment(K key, String property, long delta) {
        return items.increment(key, property, delta);
    }

    @Override
    public Map<String, Number> increment(K key, Increment increment) {
        return items.increment(key, increment);
    }

    @Override
    public View<K, I> with(ConditionalWrites conditionalWrites) {
        return items.with(conditionalWrites);
    }

    @Override
    public Optional<I> itemIn(ConditionalCheckFailedException refusal) {
        return items.itemIn(refusal);
    }
}
