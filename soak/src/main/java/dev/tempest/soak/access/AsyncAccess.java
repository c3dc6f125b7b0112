package dev.tempest.soak.access;

import static java.util.Objects.requireNonNull;

import dev.tempest.sdk2.AsyncView;
import dev.tempest.sdk2.Increment;
import dev.tempest.soak.item.Entry;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Through SDK 2.x, with futures. */
public record AsyncAccess<K, I extends Entry<I>>(AsyncView<K, I> view, Function<String, K> key, Patience patience)
        implements Access<I> {
    @Override
    public @Nullable I load(String name) {
        return Patience.forever(view.loadAsync(key.apply(name), true));
    }

    @Override
    public I update(String name, UnaryOperator<I> change) {
        return patience.await(view.updateAsync(key.apply(name), change));
    }

    @Override
    public I updateOrCreate(String name, Function<@Nullable I, I> change) {
        return patience.await(view.updateOrCreateAsync(key.apply(name), change));
    }

    @Override
    public I create(I item) {
        return patience.await(view.createAsync(item));
    }

    @Override
    public I save(I item, @Nullable Condition condition) {
        return patience.await(view.saveAsync(item, condition == null ? null : condition.expression()));
    }

    @Override
    public I merge(I item, @Nullable Condition condition) {
        return patience.await(view.mergeAsync(item, condition == null ? null : condition.expression()));
    }

    @Override
    public @Nullable I delete(I item, @Nullable Condition condition) {
        return patience.await(view.deleteAsync(item, condition == null ? null : condition.expression()));
    }

    @Override
    public @Nullable I deleteKey(String name, Condition condition) {
        return patience.await(view.deleteKeyAsync(key.apply(name), condition.expression()));
    }

    @Override
    public long increment(String name, Increment<Object> increment) {
        return requireNonNull(patience.await(view.incrementAsync(key.apply(name), increment))
                        .get("total"))
                .longValue();
    }
}
