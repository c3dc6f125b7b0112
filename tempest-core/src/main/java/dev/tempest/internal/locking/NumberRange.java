package dev.tempest.internal.locking;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The numbers that a type can hold, both ends included. */
record NumberRange(BigDecimal least, BigDecimal greatest) {
    /** DynamoDB takes no more digits than these. */
    private static final MathContext DIGITS = new MathContext(37, RoundingMode.DOWN);

    static final NumberRange LONG = of(Long.MIN_VALUE, Long.MAX_VALUE);

    private static final Map<Class<?>, NumberRange> RANGES = Map.of(
            Byte.class,
            of(Byte.MIN_VALUE, Byte.MAX_VALUE),
            Short.class,
            of(Short.MIN_VALUE, Short.MAX_VALUE),
            Integer.class,
            of(Integer.MIN_VALUE, Integer.MAX_VALUE),
            Long.class,
            LONG,
            Float.class,
            new NumberRange(new BigDecimal(-Float.MAX_VALUE, DIGITS), new BigDecimal(Float.MAX_VALUE, DIGITS)));

    private static NumberRange of(long least, long greatest) {
        return new NumberRange(BigDecimal.valueOf(least), BigDecimal.valueOf(greatest));
    }

    /** The range of a boxed type; null if it holds every number that DynamoDB does. */
    static @Nullable NumberRange of(Class<?> type) {
        return RANGES.get(type);
    }

    /** The range from zero on. */
    static NumberRange upTo(BigInteger greatest) {
        return new NumberRange(BigDecimal.ZERO, new BigDecimal(greatest));
    }

    boolean contains(BigDecimal number) {
        return number.compareTo(least) >= 0 && number.compareTo(greatest) <= 0;
    }
}
