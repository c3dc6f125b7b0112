package dev.tempest.internal.value;

import dev.tempest.internal.schema.AttributeCodec;
import dev.tempest.internal.schema.DeepValues;
import dev.tempest.internal.schema.Document;
import org.jspecify.annotations.Nullable;

/** Stores the objects of a Kotlin value class as what they wrap. */
final class ValueClassCodec<V> extends ValueCodec<V> {
    private final Class<?> type;
    private final ValueClass valueClass;
    private final AttributeCodec<V> wrapped;
    private final boolean isBoxed;

    /** @param isBoxed whether what is read is an object of the class, not what it wraps */
    ValueClassCodec(
            Class<?> type, DeepValues<V> values, ValueClass valueClass, AttributeCodec<V> wrapped, boolean isBoxed) {
        super(type, values);
        this.type = type;
        this.valueClass = valueClass;
        this.wrapped = wrapped;
        this.isBoxed = isBoxed;
    }

    @Override
    public @Nullable String kind() {
        return wrapped.kind();
    }

    @Override
    public boolean unwraps(Class<?> other) {
        return other == type;
    }

    @Override
    public V toValue(Object property) {
        return wrapped.toValue(type.isInstance(property) ? valueClass.unbox(property) : property);
    }

    @Override
    public @Nullable Object toProperty(V value) {
        Object read = wrapped.toProperty(value);
        if (read == null) {
            return null;
        }
        Object checked = valueClass.construct(read);
        return isBoxed ? valueClass.box(checked) : checked;
    }

    @Override
    public boolean isAlwaysStorable() {
        return wrapped.isAlwaysStorable();
    }

    @Override
    public @Nullable Document<V> document() {
        return wrapped.document();
    }

    @Override
    public boolean storesAs(AttributeCodec<V> other) {
        return super.storesAs(other) || wrapped.storesAs(other);
    }
}
