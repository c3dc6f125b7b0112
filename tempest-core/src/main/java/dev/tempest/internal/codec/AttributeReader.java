package dev.tempest.internal.codec;

import dev.tempest.internal.Shown;
import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.reflect.Types;
import dev.tempest.internal.schema.AttributeCodec;
import dev.tempest.internal.schema.NumberCodec;
import dev.tempest.internal.schema.Values;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a property's value from a row. A record, as the compiler takes a record's components for constants where it knows the
 * record.
 *
 * @param <V> the SDK's attribute value
 */
record AttributeReader<V>(
        Property property,
        String attribute,
        AttributeCodec<V> codec,
        Values<V> values,
        boolean required,
        @Nullable String prefix) {
    /** What a reader gives for a parameter besides objects. */
    enum Numbers {
        LONG,
        DOUBLE,
        NONE
    }

    /** Whether the values for a parameter of the type need not be in objects on their way. */
    Numbers numbers(Class<?> type) {
        if (!(codec instanceof NumberCodec<V> numbers) || numbers.primitive() != type) {
            return Numbers.NONE;
        }
        return numbers instanceof NumberCodec.OfLong<V> ? Numbers.LONG : Numbers.DOUBLE;
    }

    /**
     * A handle from the row to the parameter's own type.
     *
     * @param type of the constructor's parameter
     */
    MethodHandle handle(Class<?> type) {
        MethodType typed = MethodType.methodType(type, Map.class);
        return switch (numbers(type)) {
            case LONG -> MethodHandles.explicitCastArguments(Handles.READ_LONG.bindTo(this), typed);
            case DOUBLE -> MethodHandles.explicitCastArguments(Handles.READ_DOUBLE.bindTo(this), typed);
            case NONE -> Handles.READ.bindTo(this).asType(typed);
        };
    }

    /** The property's value in a row; null if the row has none. */
    @Nullable Object read(Map<String, V> row) throws Unreadable {
        V value = row.get(attribute);
        if (value == null) {
            return nothing();
        }
        Object read;
        try {
            read = codec.toProperty(value);
        } catch (RuntimeException e) {
            throw misfit(value, e);
        }
        // Looked at last, as the rule is a value of the codec's own type.
        if (read == null && values.isNull(value)) {
            return nothing();
        }
        if (prefix == null) {
            return read;
        }
        if (read instanceof String text && text.startsWith(prefix)) {
            return text.substring(prefix.length());
        }
        throw Unreadable.at(attribute, "does not begin with " + prefix + ", the prefix of " + property, null);
    }

    private @Nullable Object nothing() throws Unreadable {
        Object nothing = codec.ofNothing();
        if (nothing == null && required) {
            throw absent();
        }
        return nothing;
    }

    /** Through a codec that does not box the number. */
    @SuppressWarnings("UnusedMethod") // Called through its handle.
    private long readLong(Map<String, V> row) throws Unreadable {
        V value = row.get(attribute);
        try {
            return ((NumberCodec.OfLong<V>) codec).toLong(Objects.requireNonNull(value));
        } catch (RuntimeException e) {
            throw noNumber(value, e);
        }
    }

    @SuppressWarnings("UnusedMethod") // Called through its handle.
    private double readDouble(Map<String, V> row) throws Unreadable {
        V value = row.get(attribute);
        try {
            return ((NumberCodec.OfDouble<V>) codec).toDouble(Objects.requireNonNull(value));
        } catch (RuntimeException e) {
            throw noNumber(value, e);
        }
    }

    private Unreadable noNumber(@Nullable V value, RuntimeException e) {
        return value == null || values.isNull(value) ? absent() : misfit(value, e);
    }

    /** Why a row cannot be read that lacks the attribute. */
    Unreadable absent() {
        return new Unreadable("it has no attribute " + attribute + ", which " + property + " ("
                + Types.name(property.type()) + ") needs");
    }

    private Unreadable misfit(V value, RuntimeException e) {
        if (e instanceof UnreadableValue nested) {
            return Unreadable.at(
                    attribute + nested.path(),
                    nested.problem() + ", as " + property + " (" + Types.name(property.type()) + ") needs",
                    withoutMessage(nested.getCause()));
        }
        return Unreadable.at(
                attribute,
                "(" + values.kind(value) + ") does not fit " + property + " (" + Types.name(property.type()) + ")",
                codec.isProgrammed() ? e : Shown.withoutMessage(e));
    }

    private static @Nullable Throwable withoutMessage(@Nullable Throwable cause) {
        return cause == null ? null : Shown.withoutMessage(cause);
    }

    /** By themselves, for few types need them. */
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
