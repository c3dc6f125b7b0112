package dev.tempest.tests.faces;

import dev.tempest.sdk2.AsyncView;
import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.sdk2.Loaded;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** A view of {@link dev.tempest.sdk2.AsyncLogicalDb}, waiting for each future. */
public record AsyncItems<K, I>(AsyncView<K, I> view) implements Items<K, I> {
    @Override
    public I load(K key) {
        return Waiting.result(view.loadAsync(key));
    }

    @Override
    public I load(K key, boolean consistentReads) {
        return Waiting.result(view.loadAsync(key, consistentReads));
    }

    @Override
    public Loaded<I> load(K key, boolean consistentReads, ReturnConsumedCapacity capacity) {
        return Waiting.result(view.loadAsync(key, consistentReads, capacity));
    }

    @Override
    public I save(I item) {
        return Waiting.result(view.saveAsync(item));
    }

    @Override
    public I save(I item, Expression expression) {
        return Waiting.result(view.saveAsync(item, expression));
    }

    @Override
    public I merge(I item) {
        return Waiting.result(view.mergeAsync(item));
    }

    @Override
    public I merge(I item, Expression expression) {
        return Waiting.result(view.mergeAsync(item, expression));
    }

    @Override
    public I create(I item) {
        return Waiting.result(view.createAsync(item));
    }

    @Override
    public I delete(I item) {
        return Waiting.result(view.deleteAsync(item));
    }

    @Override
    public I delete(I item, Expression expression) {
        return Waiting.result(view.deleteAsync(item, expression));
    }

    @Override
    public I deleteKey(K key) {
        return Waiting.result(view.deleteKeyAsync(key));
    }

    @Override
    public I deleteKey(K key, Expression expression) {
        return Waiting.result(view.deleteKeyAsync(key, expression));
    }

    @Override
    public I update(K key, UnaryOperator<I> change) {
        return Waiting.result(view.updateAsync(key, change));
    }

    @Override
    public I updateOrCreate(K key, Function<I, I> change) {
        return Waiting.result(view.updateOrCreateAsync(key, change));
    }

    @Override
    public Items<K, I> with(ConditionalWrites conditionalWrites) {
        return new AsyncItems<>(view.with(conditionalWrites));
    }

    @Override
    public Optional<I> itemIn(ConditionalCheckFailedException refusal) {
        return view.itemIn(refusal);
    }
}
