package dev.tempest.soak.access;

import static java.util.Objects.requireNonNull;

import dev.tempest.sdk2.Increment;
import dev.tempest.sdk2.View;
import dev.tempest.soak.item.Entry;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Through SDK 2.x, blocking. */
public record SyncAccess<K, I extends Entry<I>>(View<K, I> view, Function<String, K> key) implements Access<I> {
    @Override
    public @Nullable I load(String name) {
        return view.load(key.apply(name), true);
    }

    @Override
    public I update(String name, UnaryOperator<I> change) {
        return view.update(key.apply(name), change);
    }

    @Override
    public I updateOrCreate(String name, Function<@Nullable I, I> change) {
        return view.updateOrCreate(key.apply(name), change);
    }

    @Override
    public I create(I item) {
        return view.create(item);
    }

    @Override
    public I save(I item, @Nullable Condition condition) {
        return view.save(item, condition == null ? null : condition.expression());
    }

    @Override
    public I merge(I item, @Nullable Condition condition) {
        return view.merge(item, condition == null ? null : condition.expression());
    }

    @Override
    public @Nullable I delete(I item, @Nullable Condition condition) {
        return view.delete(item, condition == null ? null : condition.expression());
    }

    @Override
    public @Nullable I deleteKey(String name, Condition condition) {
        return view.deleteKey(key.apply(name), condition.expression());
    }

    @Override
    public long increment(String name, Increment<Object> increment) {
        return requireNonNull(view.increment(key.apply(name), increment).get("total"))
                .longValue();
    }
}
