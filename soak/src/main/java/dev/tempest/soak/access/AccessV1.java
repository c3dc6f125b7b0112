package dev.tempest.soak.access;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.ConsistentReads;
import dev.tempest.sdk1.View;
import dev.tempest.sdk2.Increment;
import dev.tempest.soak.item.Entry;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Through SDK 1.x. */
public record AccessV1<K, I extends Entry<I>>(View<K, I> view, Function<String, K> key) implements Access<I> {
    @Override
    public @Nullable I load(String name) {
        return view.load(key.apply(name), ConsistentReads.CONSISTENT);
    }

    @Override
    public I update(String name, UnaryOperator<I> change) {
        throw new UnsupportedOperationException();
    }

    @Override
    public I updateOrCreate(String name, Function<@Nullable I, I> change) {
        throw new UnsupportedOperationException();
    }

    @Override
    public I create(I item) {
        return view.save(item, Condition.absent().saveExpression());
    }

    @Override
    public I save(I item, @Nullable Condition condition) {
        return view.save(item, condition == null ? null : condition.saveExpression());
    }

    @Override
    public I merge(I item, @Nullable Condition condition) {
        throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable I delete(I item, @Nullable Condition condition) {
        return view.delete(item, condition == null ? null : condition.deleteExpression());
    }

    @Override
    public @Nullable I deleteKey(String name, Condition condition) {
        return view.deleteKey(key.apply(name), condition.deleteExpression());
    }

    @Override
    public long increment(String name, Increment<Object> increment) {
        throw new UnsupportedOperationException();
    }
}
