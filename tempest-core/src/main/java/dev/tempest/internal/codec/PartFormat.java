package dev.tempest.internal.codec;

import dev.tempest.internal.Shown;
import dev.tempest.internal.codec.order.SortKeys;
import dev.tempest.internal.codec.order.SortSamples;
import dev.tempest.internal.codec.order.SortableInstant;
import dev.tempest.internal.reflect.Conversion;
import dev.tempest.internal.reflect.Types;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a property's values are written as a part of a key: in a fixed width where they have an order, so that keys sort by them.
 *
 * @param width of padded numbers; 0 for all other types
 * @param isOrdered whether the texts have the order that the values have in Java
 * @param sample a text like all others, as far as separators are concerned; empty if the texts can be anything
 */
record PartFormat(
        Function<Object, String> toText,
        Function<String, Object> toValue,
        int width,
        boolean isOrdered,
        String sample) {
    private static final DateTimeFormatter DATE = fixed("uuuu-MM-dd").toFormatter();
    private static final DateTimeFormatter TIME = withNanos(fixed("HH:mm:ss"));
    private static final DateTimeFormatter DATE_TIME = withNanos(fixed("uuuu-MM-dd'T'HH:mm:ss"));
    private static final DateTimeFormatter MONTH = fixed("uuuu-MM").toFormatter();
    private static final DateTimeFormatter YEAR = fixed("uuuu").toFormatter();

    private static final Map<Class<?>, PartFormat> WITHOUT_WIDTH = Map.of(
            String.class,
            new PartFormat(value -> (String) value, text -> text, 0, true, ""),
            Boolean.class,
            new PartFormat(Object::toString, PartFormat::toBoolean, 0, true, "truefalse"),
            UUID.class,
            new PartFormat(Object::toString, UUID::fromString, 0, true, new UUID(0, 0).toString()),
            Instant.class,
            new PartFormat(
                    PartFormat::ofInstant, SortableInstant::parse, 0, true, SortableInstant.format(Instant.EPOCH)),
            LocalDate.class,
            temporal(DATE, text -> LocalDate.parse(text, DATE), LocalDate.EPOCH),
            LocalTime.class,
            temporal(TIME, text -> LocalTime.parse(text, TIME), LocalTime.MIDNIGHT),
            LocalDateTime.class,
            temporal(DATE_TIME, text -> LocalDateTime.parse(text, DATE_TIME), LocalDate.EPOCH.atStartOfDay()),
            YearMonth.class,
            temporal(MONTH, text -> YearMonth.parse(text, MONTH), YearMonth.of(1970, 1)),
            Year.class,
            temporal(YEAR, text -> Year.parse(text, YEAR), Year.of(1970)));

    private static final Map<Class<?>, Function<BigInteger, Object>> NUMBERS = Map.of(
            Byte.class, BigInteger::byteValueExact,
            Short.class, BigInteger::shortValueExact,
            Integer.class, BigInteger::intValueExact,
            Long.class, BigInteger::longValueExact,
            BigInteger.class, number -> number);

    private static DateTimeFormatterBuilder fixed(String pattern) {
        return new DateTimeFormatterBuilder().appendPattern(pattern);
    }

    private static DateTimeFormatter withNanos(DateTimeFormatterBuilder builder) {
        return builder.appendFraction(ChronoField.NANO_OF_SECOND, 9, 9, true).toFormatter();
    }

    private static PartFormat temporal(
            DateTimeFormatter formatter, Function<String, Object> parser, TemporalAccessor sample) {
        DateTimeFormatter strict = formatter.withResolverStyle(ResolverStyle.STRICT);
        int length = strict.format(sample).length();
        Function<Object, String> toText = value -> {
            String text = strict.format((TemporalAccessor) value);
            if (text.length() != length) {
                throw new IllegalArgumentException("is not in the years 0 to 9999");
            }
            return text;
        };
        return new PartFormat(toText, parser, 0, true, strict.format(sample));
    }

    private static String ofInstant(Object value) {
        try {
            return SortableInstant.format((Instant) value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is not in the years 0 to 9999", e);
        }
    }

    private static Object toBoolean(String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw new IllegalArgumentException("The text is neither true nor false.");
    }

    /** The format of a type that needs no width; null if it needs one, or cannot be a part of a key. */
    static @Nullable PartFormat of(Type declared) {
        if (!(Types.plain(declared) instanceof Class<?> type)) {
            return null;
        }
        return type.isEnum() ? ofEnum(type) : WITHOUT_WIDTH.get(type);
    }

    /** Whether the values of a type are numbers, which need a width. */
    static boolean isNumber(Type declared) {
        return Types.plain(declared) instanceof Class<?> type && NUMBERS.containsKey(type);
    }

    /**
     * The format of whole numbers that are not less than zero.
     *
     * @param declared of which {@link #isNumber} holds
     */
    static PartFormat ofNumber(Type declared, int width) {
        Function<BigInteger, Object> narrow = NUMBERS.get(Types.plain(declared));
        if (narrow == null) {
            throw new IllegalArgumentException(declared + " is not an integer.");
        }
        return new PartFormat(
                value -> padded(value.toString(), width), text -> number(text, width, narrow), width, true, "0");
    }

    /** The format of values that are converted to those of this one. */
    PartFormat of(Conversion conversion) {
        Function<Object, String> converted = value -> toText.apply(stored(conversion, value));
        return new PartFormat(
                converted,
                text -> {
                    Object read = conversion.fromStored().apply(toValue.apply(text));
                    if (read == null) {
                        throw new IllegalArgumentException("The converter returned null.");
                    }
                    return read;
                },
                width,
                isOrdered && isOrdered(conversion.from(), converted),
                sample);
    }

    private static Object stored(Conversion conversion, Object value) {
        Object stored;
        try {
            stored = conversion.toStored().apply(value);
        } catch (RuntimeException e) {
            throw UnstorableException.because("cannot be stored: its converter threw " + Shown.thrown(e), e);
        }
        if (stored == null) {
            throw UnstorableException.of("is made null by its converter");
        }
        return stored;
    }

    /** Whether the values of a type have the order of their texts, as far as samples of the type show. */
    private static boolean isOrdered(Type declared, Function<Object, String> toText) {
        SortSamples samples = Types.plain(declared) instanceof Class<?> type ? SortSamples.of(type) : null;
        String last = null;
        for (Object sample : samples == null ? List.of() : samples.usual()) {
            String text;
            try {
                text = toText.apply(sample);
            } catch (IllegalArgumentException e) {
                // What cannot be stored is in no wrong place.
                continue;
            }
            if (last != null && SortKeys.compare(last, text) > 0) {
                return false;
            }
            last = text;
        }
        return true;
    }

    private static String padded(String digits, int width) {
        if (digits.startsWith("-")) {
            throw new IllegalArgumentException("is negative");
        }
        if (digits.length() > width) {
            throw new IllegalArgumentException("has more than " + width + " digits");
        }
        return "0".repeat(width - digits.length()) + digits;
    }

    private static Object number(String text, int width, Function<BigInteger, Object> narrow) {
        if (text.length() != width || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("The text is not a number of " + width + " digits.");
        }
        return narrow.apply(new BigInteger(text));
    }

    private static PartFormat ofEnum(Class<?> type) {
        StringBuilder names = new StringBuilder();
        boolean ordered = true;
        String last = "";
        for (Object constant : type.getEnumConstants()) {
            String name = ((Enum<?>) constant).name();
            ordered &= SortKeys.compare(last, name) < 0;
            last = name;
            names.append(name);
        }
        return new PartFormat(
                value -> ((Enum<?>) value).name(), text -> constant(type, text), 0, ordered, names.toString());
    }

    private static Object constant(Class<?> type, String name) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("The text is not a constant of " + Types.name(type) + ".");
    }
}
