package dev.tempest.internal.value;

import dev.tempest.internal.schema.AttributeCodec;
import dev.tempest.internal.schema.DeepValues;
import dev.tempest.internal.schema.Document;
import dev.tempest.internal.value.form.KotlinForms;
import dev.tempest.internal.value.form.ValueClass;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Stores the objects of a Kotlin value class as what they wrap. */
final class ValueClassCodec<V> extends ValueCodec<V> {
    private final Class<?> type;
    private final ValueClass valueClass;
    private final AttributeCodec<V> wrapped;
    private final Read read;

    /** What is made of a stored value. */
    enum Read {
        /** An object of the class. */
        OBJECT,
        /** What the object wraps, once the class has checked it. */
        WRAPPED,
        /** What is stored: a prefix before it is none of the class's business. */
        STORED
    }

    ValueClassCodec(Class<?> type, DeepValues<V> values, ValueClass valueClass, AttributeCodec<V> wrapped, Read read) {
        super(type, values);
        this.type = type;
        this.valueClass = valueClass;
        this.wrapped = wrapped;
        this.read = read;
    }

    @Override
    public @Nullable String kind() {
        return wrapped.kind();
    }

    @Override
    public boolean unwraps(Class<?> other) {
        return other == type && read != Read.OBJECT;
    }

    @Override
    public Object unwrapped(Object value) {
        return read != Read.OBJECT && type.isInstance(value) ? valueClass.unbox(value) : value;
    }

    @Override
    public V toValue(Object property) {
        return wrapped.toValue(type.isInstance(property) ? valueClass.unbox(property) : property);
    }

    @Override
    public @Nullable Object toProperty(V value) {
        Object stored = wrapped.toProperty(value);
        if (stored == null || read == Read.STORED) {
            return stored;
        }
        Object checked = valueClass.construct(stored);
        return read == Read.OBJECT ? valueClass.box(checked) : checked;
    }

    @Override
    public boolean isAlwaysStorable() {
        return wrapped.isAlwaysStorable();
    }

    /** What the class wraps is in no order of its own where the stored number is another. */
    @Override
    public boolean keepsOrder() {
        return KotlinForms.number(type) != null;
    }

    @Override
    public @Nullable BigInteger greatestUnsigned() {
        return KotlinForms.greatestUnsigned(type);
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
