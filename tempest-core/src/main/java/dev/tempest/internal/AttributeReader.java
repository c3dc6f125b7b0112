package dev.tempest.internal;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a property's value from a row. A record, as the compiler takes a record's components for constants where it knows the
 * record: so it knows which codec a {@link HotReader} calls, and with which attribute's name.
 *
 * @param <V> the SDK's attribute value
 */
record AttributeReader<V>(
        Binding<V> binding,
        String attribute,
        AttributeCodec<V> codec,
        Values<V> values,
        boolean required,
        @Nullable String prefix) {
    /**
     * A handle from the row to the parameter's own type, which is in no object on its way.
     *
     * @param type of the constructor's parameter
     */
    MethodHandle handle(Class<?> type) {
        MethodType typed = MethodType.methodType(type, Map.class);
        if (codec instanceof NumberCodec<V> numbers && numbers.primitive() == type) {
            MethodHandle number = numbers instanceof NumberCodec.OfLong<V> ? Handles.READ_LONG : Handles.READ_DOUBLE;
            return MethodHandles.explicitCastArguments(number.bindTo(this), typed);
        }
        return Handles.READ.bindTo(this).asType(typed);
    }

    /** The property's value in a row; null if the row has none. */
    @Nullable Object read(Map<String, V> row) throws Unreadable {
        V value = stored(row);
        if (value == null) {
            return null;
        }
        Object read;
        try {
            read = codec.toProperty(value);
        } catch (RuntimeException e) {
            throw binding.misfit(value, e);
        }
        return prefix == null ? read : binding.unprefixed(read);
    }

    /** What a row has for the property, null for nothing. */
    private @Nullable V stored(Map<String, V> row) throws Unreadable {
        V value = row.get(attribute);
        if (value != null && !values.isNull(value)) {
            return value;
        }
        if (required) {
            throw binding.absent();
        }
        return null;
    }

    /** Through a codec that does not box the number. */
    @SuppressWarnings("UnusedMethod") // Called through its handle.
    private long readLong(Map<String, V> row) throws Unreadable {
        V value = Objects.requireNonNull(stored(row));
        try {
            return ((NumberCodec.OfLong<V>) codec).toLong(value);
        } catch (RuntimeException e) {
            throw binding.misfit(value, e);
        }
    }

    @SuppressWarnings("UnusedMethod") // Called through its handle.
    private double readDouble(Map<String, V> row) throws Unreadable {
        V value = Objects.requireNonNull(stored(row));
        try {
            return ((NumberCodec.OfDouble<V>) codec).toDouble(value);
        } catch (RuntimeException e) {
            throw binding.misfit(value, e);
        }
    }

    /** By themselves, for a short-lived process reads no type so often that it needs them. */
    private static final class Handles {
        static final MethodHandle READ = handle("read", Object.class);
        static final MethodHandle READ_LONG = handle("readLong", long.class);
        static final MethodHandle READ_DOUBLE = handle("readDouble", double.class);

        private static MethodHandle handle(String name, Class<?> result) {
            try {
                return MethodHandles.lookup()
                        .findVirtual(AttributeReader.class, name, MethodType.methodType(result, Map.class));
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(name, e);
            }
        }
    }
}
