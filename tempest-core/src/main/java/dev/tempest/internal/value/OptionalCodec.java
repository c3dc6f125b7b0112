package dev.tempest.internal.value;

import dev.tempest.internal.codec.UnreadableValue;
import dev.tempest.internal.schema.AttributeCodec;
import dev.tempest.internal.schema.DeepValues;
import dev.tempest.internal.schema.Document;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Stores what is in an optional as if it were by itself, and an empty one as nothing. */
final class OptionalCodec<V> extends ValueCodec<V> {
    private final AttributeCodec<V> content;
    private final Function<Object, @Nullable Object> opener;
    private final Function<Object, Object> closer;
    private final Object empty;

    private OptionalCodec(
            Type type,
            DeepValues<V> values,
            AttributeCodec<V> content,
            Function<Object, @Nullable Object> opener,
            Function<Object, Object> closer,
            Object empty) {
        super(type, values);
        this.content = content;
        this.opener = opener;
        this.closer = closer;
        this.empty = empty;
    }

    static <V> OptionalCodec<V> of(Type type, DeepValues<V> values, AttributeCodec<V> content) {
        return new OptionalCodec<>(
                type, values, content, some -> ((Optional<?>) some).orElse(null), Optional::of, Optional.empty());
    }

    /** The codec of an optional number; null for another type. */
    static <V> @Nullable OptionalCodec<V> ofNumber(Class<?> type, DeepValues<V> values) {
        if (type == OptionalInt.class) {
            return ofNumber(
                    type,
                    values,
                    int.class,
                    some -> ((OptionalInt) some).isPresent() ? ((OptionalInt) some).getAsInt() : null,
                    number -> OptionalInt.of((Integer) number),
                    OptionalInt.empty());
        } else if (type == OptionalLong.class) {
            return ofNumber(
                    type,
                    values,
                    long.class,
                    some -> ((OptionalLong) some).isPresent() ? ((OptionalLong) some).getAsLong() : null,
                    number -> OptionalLong.of((Long) number),
                    OptionalLong.empty());
        } else if (type == OptionalDouble.class) {
            return ofNumber(
                    type,
                    values,
                    double.class,
                    some -> ((OptionalDouble) some).isPresent() ? ((OptionalDouble) some).getAsDouble() : null,
                    number -> OptionalDouble.of((Double) number),
                    OptionalDouble.empty());
        }
        return null;
    }

    private static <V> OptionalCodec<V> ofNumber(
            Class<?> type,
            DeepValues<V> values,
            Class<?> primitive,
            Function<Object, @Nullable Object> opener,
            Function<Object, Object> closer,
            Object empty) {
        ValueCodec<V> content = Scalars.of(primitive, values);
        if (content == null) {
            throw new IllegalStateException(primitive.getName());
        }
        return new OptionalCodec<>(type, values, content, opener, closer, empty);
    }

    @Override
    public @Nullable String kind() {
        return content.kind();
    }

    @Override
    public V toValue(Object property) {
        Object value = opener.apply(property);
        return value == null ? values().ofNull() : content.toValue(value);
    }

    @Override
    public Object toProperty(V value) {
        Object read;
        try {
            read = content.toProperty(value);
        } catch (RuntimeException e) {
            throw UnreadableValue.in("", e, misfit(value, type()));
        }
        return read == null ? empty : closer.apply(read);
    }

    @Override
    public Object ofNothing() {
        return empty;
    }

    @Override
    public boolean isAlwaysStorable() {
        return content.isAlwaysStorable();
    }

    @Override
    public @Nullable Document<V> document() {
        return content.document();
    }
}
