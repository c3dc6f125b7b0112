package dev.tempest.internal.value.form;

import dev.tempest.internal.Rethrow;
import dev.tempest.internal.codec.UnstorableException;
import dev.tempest.internal.reflect.Conversion;
import dev.tempest.internal.reflect.KotlinConversions;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Types of Kotlin's library, by their names: nothing here needs that library, and what uses them has it. */
public final class KotlinForms {
    private static final Lookup LOOKUP = MethodHandles.publicLookup();
    private static final int NANO_DIGITS = 9;

    private KotlinForms() {}

    /** The numbers that unsigned types and durations are stored as, where what they wrap is another number; null for other types. */
    public static @Nullable NumberForm number(Class<?> valueClass) {
        return switch (valueClass.getName()) {
            case "kotlin.UByte" -> unsigned(text -> (byte) parse(text, 0xFFL), 0xFFL);
            case "kotlin.UShort" -> unsigned(text -> (short) parse(text, 0xFFFFL), 0xFFFFL);
            case "kotlin.UInt" -> unsigned(text -> (int) parse(text, 0xFFFF_FFFFL), 0xFFFF_FFFFL);
            case "kotlin.ULong" ->
                new NumberForm(raw -> Long.toUnsignedString((Long) raw), text -> Long.parseUnsignedLong(text), true);
            case "kotlin.time.Duration" -> duration(valueClass);
            default -> null;
        };
    }

    /** The greatest number of an unsigned type; null for other types. */
    public static @Nullable BigInteger greatestUnsigned(Class<?> valueClass) {
        return switch (valueClass.getName()) {
            case "kotlin.UByte" -> greatest(Byte.SIZE);
            case "kotlin.UShort" -> greatest(Short.SIZE);
            case "kotlin.UInt" -> greatest(Integer.SIZE);
            case "kotlin.ULong" -> greatest(Long.SIZE);
            default -> null;
        };
    }

    private static BigInteger greatest(int bits) {
        return BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
    }

    /** The texts that types are stored as which are no value classes; null for other types. */
    public static @Nullable TextForm text(Class<?> type) {
        Conversion conversion = KotlinConversions.of(type);
        TextForm stored = conversion == null ? null : TextForm.of((Class<?>) conversion.to());
        return conversion == null || stored == null
                ? null
                : new TextForm(
                        value -> stored.writer()
                                .apply(Objects.requireNonNull(
                                        conversion.toStored().apply(value))),
                        text -> Objects.requireNonNull(
                                conversion.fromStored().apply(stored.reader().apply(text))));
    }

    private interface Parser {
        Object parse(String text);
    }

    private static NumberForm unsigned(Parser parser, long mask) {
        return new NumberForm(raw -> Long.toString(((Number) raw).longValue() & mask), parser::parse, true);
    }

    private static long parse(String text, long greatest) {
        long number = Long.parseLong(text);
        if (number < 0 || number > greatest) {
            throw new IllegalArgumentException("Out of range");
        }
        return number;
    }

    private static NumberForm duration(Class<?> type) {
        try {
            Class<?> unit = Class.forName("kotlin.time.DurationUnit", true, type.getClassLoader());
            Class<?> maker = Class.forName("kotlin.time.DurationKt", true, type.getClassLoader());
            MethodHandle seconds = LOOKUP.findStatic(type, "getInWholeSeconds-impl", unary(long.class, long.class));
            MethodHandle nanos = LOOKUP.findStatic(type, "getNanosecondsComponent-impl", unary(int.class, long.class));
            MethodHandle infinite = LOOKUP.findStatic(type, "isInfinite-impl", unary(boolean.class, long.class));
            MethodHandle plus =
                    LOOKUP.findStatic(type, "plus-LRDsOJo", MethodType.methodType(long.class, long.class, long.class));
            MethodHandle of =
                    LOOKUP.findStatic(maker, "toDuration", MethodType.methodType(long.class, long.class, unit));
            Object ofSeconds = constant(unit, "SECONDS");
            Object ofNanos = constant(unit, "NANOSECONDS");
            return new NumberForm(
                    raw -> {
                        if ((Boolean) call(infinite, raw)) {
                            throw UnstorableException.of("is infinite");
                        }
                        return seconds((Long) call(seconds, raw), (Integer) call(nanos, raw));
                    },
                    text -> {
                        Duration time = NumberForm.duration(text);
                        return call(
                                plus, call(of, time.getSeconds(), ofSeconds), call(of, (long) time.getNano(), ofNanos));
                    },
                    true);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A version of Kotlin whose Duration is not known", e);
        }
    }

    private static String seconds(long seconds, int nanos) {
        return nanos == 0
                ? Long.toString(seconds)
                : BigDecimal.valueOf(seconds)
                        .add(BigDecimal.valueOf(nanos, NANO_DIGITS))
                        .toPlainString();
    }

    private static MethodType unary(Class<?> result, Class<?> argument) {
        return MethodType.methodType(result, argument);
    }

    private static Object constant(Class<?> type, String name) throws ReflectiveOperationException {
        return type.getField(name).get(null);
    }

    private static Object call(MethodHandle handle, Object... arguments) {
        try {
            return handle.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw Rethrow.unchecked(e);
        }
    }
}
