package dev.tempest.internal.schema;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stores a property as it is, and refuses to read what is of another type. */
public class PlainCodec implements AttributeCodec<Object> {
    private static final Map<Class<?>, Class<?>> BOXES = Map.of(
            boolean.class, Boolean.class, long.class, Long.class, int.class, Integer.class, double.class, Double.class);

    private final Class<?> type;

    private PlainCodec(Class<?> type) {
        this.type = type;
    }

    public static AttributeCodec<Object> of(Class<?> type) {
        Class<?> box = BOXES.getOrDefault(type, type);
        if (type == long.class || type == int.class) {
            return new OfLong(box, type);
        }
        return type == double.class ? new OfDouble(box) : new PlainCodec(box);
    }

    @Override
    public Object toValue(Object property) {
        return property;
    }

    @Override
    public @Nullable Object toProperty(Object value) {
        return value == PlainValues.NULL ? null : type.cast(value);
    }

    @Override
    public boolean storesAs(AttributeCodec<Object> other) {
        return other instanceof PlainCodec codec && codec.type == type;
    }

    private static final class OfLong extends PlainCodec implements NumberCodec.OfLong<Object> {
        private final Class<?> primitive;

        OfLong(Class<?> box, Class<?> primitive) {
            super(box);
            this.primitive = primitive;
        }

        @Override
        public Class<?> primitive() {
            return primitive;
        }

        @Override
        public Object toValue(long number) {
            return primitive == int.class ? (Object) (int) number : (Object) number;
        }

        @Override
        public long toLong(Object value) {
            return primitive == int.class ? (int) value : (long) value;
        }
    }

    private static final class OfDouble extends PlainCodec implements NumberCodec.OfDouble<Object> {
        OfDouble(Class<?> box) {
            super(box);
        }

        @Override
        public Class<?> primitive() {
            return double.class;
        }

        @Override
        public Object toValue(double number) {
            return number;
        }

        @Override
        public double toDouble(Object value) {
            return (double) value;
        }
    }
}
