package dev.tempest.tests.faces;

import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.sdk2.Loaded;
import dev.tempest.sdk2.View;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** A view of {@link dev.tempest.sdk2.LogicalDb}. */
public record SyncItems<K, I>(View<K, I> view) implements Items<K, I> {
    @Override
    public I load(K key) {
        return view.load(key);
    }

    @Override
    public I load(K key, boolean consistentReads) {
        return view.load(key, consistentReads);
    }

    @Override
    public Loaded<I> load(K key, boolean consistentReads, ReturnConsumedCapacity capacity) {
        return view.load(key, consistentReads, capacity);
    }

    @Override
    public I save(I item) {
        return view.save(item);
    }

    @Override
    public I save(I item, Expression expression) {
        return view.save(item, expression);
    }

    @Override
    public I merge(I item) {
        return view.merge(item);
    }

    @Override
    public I merge(I item, Expression expression) {
        return view.merge(item, expression);
    }

    @Override
    public I create(I item) {
        return view.create(item);
    }

    @Override
    public I delete(I item) {
        return view.delete(item);
    }

    @Override
    public I delete(I item, Expression expression) {
        return view.delete(item, expression);
    }

    @Override
    public I deleteKey(K key) {
        return view.deleteKey(key);
    }

    @Override
    public I deleteKey(K key, Expression expression) {
        return view.deleteKey(key, expression);
    }

    @Override
    public I update(K key, UnaryOperator<I> change) {
        return view.update(key, change);
    }

    @Override
    public I updateOrCreate(K key, Function<I, I> change) {
        return view.updateOrCreate(key, change);
    }

    @Override
    public Items<K, I> with(ConditionalWrites conditionalWrites) {
        return new SyncItems<>(view.with(conditionalWrites));
    }

    @Override
    public Optional<I> itemIn(ConditionalCheckFailedException refusal) {
        return view.itemIn(refusal);
    }
}
