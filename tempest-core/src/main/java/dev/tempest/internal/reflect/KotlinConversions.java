package dev.tempest.internal.reflect;

import dev.tempest.internal.Rethrow;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.math.BigInteger;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Types of Kotlin's library as the types of Java that they are stored like. They are known by their names: nothing here needs that
 * library, and what uses them has it.
 */
public final class KotlinConversions {
    private static final Lookup LOOKUP = MethodHandles.publicLookup();

    private KotlinConversions() {}

    /** The conversion of a type that is no value class; null for other types. */
    public static @Nullable Conversion of(Class<?> type) {
        return switch (type.getName()) {
            case "kotlin.time.Instant", "kotlinx.datetime.Instant" -> instant(type);
            case "kotlin.uuid.Uuid" -> uuid(type);
            default -> null;
        };
    }

    /** The numbers that a property of an unsigned type stands for, where it holds what Java takes for signed; null for other types. */
    public static @Nullable Conversion ofUnsigned(Class<?> valueClass) {
        return switch (valueClass.getName()) {
            case "kotlin.UByte" -> unsigned(valueClass, byte.class, 8, BigInteger::byteValue);
            case "kotlin.UShort" -> unsigned(valueClass, short.class, 16, BigInteger::shortValue);
            case "kotlin.UInt" -> unsigned(valueClass, int.class, 32, BigInteger::intValue);
            case "kotlin.ULong" -> unsigned(valueClass, long.class, 64, BigInteger::longValue);
            default -> null;
        };
    }

    private static Conversion unsigned(
            Class<?> valueClass, Class<?> held, int bits, Function<BigInteger, Object> narrow) {
        BigInteger size = BigInteger.ONE.shiftLeft(bits);
        return new Conversion(
                valueClass,
                held,
                BigInteger.class,
                raw -> BigInteger.valueOf(((Number) raw).longValue()).mod(size),
                number -> {
                    if (((BigInteger) number).compareTo(size) >= 0) {
                        throw new IllegalArgumentException("Out of range");
                    }
                    return narrow.apply((BigInteger) number);
                });
    }

    private static Conversion instant(Class<?> type) {
        try {
            MethodHandle seconds = LOOKUP.findVirtual(type, "getEpochSeconds", MethodType.methodType(long.class));
            MethodHandle nanos = LOOKUP.findVirtual(type, "getNanosecondsOfSecond", MethodType.methodType(int.class));
            Object companion = type.getField("Companion").get(null);
            MethodHandle of = LOOKUP.findVirtual(
                            companion.getClass(),
                            "fromEpochSeconds",
                            MethodType.methodType(type, long.class, int.class))
                    .bindTo(companion);
            return new Conversion(
                    type,
                    type,
                    Instant.class,
                    time -> Instant.ofEpochSecond((Long) call(seconds, time), (Integer) call(nanos, time)),
                    stored -> {
                        Instant time = (Instant) stored;
                        return call(of, time.getEpochSecond(), time.getNano());
                    });
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A version of Kotlin whose Instant is not known", e);
        }
    }

    private static Conversion uuid(Class<?> type) {
        try {
            Object companion = type.getField("Companion").get(null);
            MethodHandle parse = LOOKUP.findVirtual(
                            companion.getClass(), "parse", MethodType.methodType(type, String.class))
                    .bindTo(companion);
            return new Conversion(
                    type,
                    type,
                    UUID.class,
                    uuid -> UUID.fromString(uuid.toString()),
                    stored -> call(parse, stored.toString()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A version of Kotlin whose Uuid is not known", e);
        }
    }

    private static Object call(MethodHandle handle, Object... arguments) {
        try {
            return handle.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw Rethrow.unchecked(e);
        }
    }
}
