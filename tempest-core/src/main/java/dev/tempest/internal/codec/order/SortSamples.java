package dev.tempest.internal.codec.order;

import dev.tempest.internal.reflect.Conversion;
import dev.tempest.internal.reflect.KotlinConversions;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Values of one type, each after the one before: what text and numbers of various lengths, and times of several zones, are
 * likely to have in the wrong order.
 *
 * @param below values before the usual ones
 * @param usual values that the type is used for
 * @param above values after the usual ones
 * @param isUsual whether a value lies between the first and the last that is usual
 * @param unusual a value that does not, in words
 * @param instead how to store the values in their order; null for numbers, or text of one length
 */
public record SortSamples(
        List<?> below,
        List<?> usual,
        List<?> above,
        Predicate<Object> isUsual,
        String unusual,
        @Nullable String instead) {
    private static final String OTHER_YEARS = "outside of the years 1 to 9999";
    private static final long FIRST_SECOND = -62_135_596_800L;
    private static final long LAST_SECOND = 253_402_300_799L;
    private static final String CONVERTER = "SortableInstantConverter";

    /** The samples of a type; null if the type has no order, or none that could differ from the stored one. */
    public static @Nullable SortSamples of(Class<?> type) {
        if (type.isEnum()) {
            return all(List.of(type.getEnumConstants()));
        }
        if (Number.class.isAssignableFrom(type)) {
            return ofNumbers(type);
        }
        Conversion kotlins = KotlinConversions.of(type);
        if (kotlins != null && kotlins.to() == Instant.class) {
            return ofKotlinInstants(kotlins);
        }
        return type.getName().startsWith("java.") ? ofTimes(type) : null;
    }

    private static SortSamples all(List<?> usual) {
        return new SortSamples(List.of(), usual, List.of(), value -> true, "", null);
    }

    private static @Nullable SortSamples ofNumbers(Class<?> type) {
        Function<String, Number> number = number(type);
        if (number == null) {
            return null;
        }
        boolean isWhole = type != Float.class && type != Double.class && type != BigDecimal.class;
        Stream<String> usual = isWhole
                ? Stream.of("0", "1", "9", "10", "99", "100")
                : Stream.of("0", "0.05", "0.5", "1", "1.5", "9", "9.5", "10", "99.25", "100");
        return new SortSamples(
                Stream.of("-100", "-10", "-9", "-1").map(number).toList(),
                usual.map(number).toList(),
                List.of(),
                value -> ((Number) value).doubleValue() >= 0,
                "negative",
                null);
    }

    private static @Nullable Function<String, Number> number(Class<?> type) {
        if (type == Byte.class) {
            return Byte::valueOf;
        } else if (type == Short.class) {
            return Short::valueOf;
        } else if (type == Integer.class) {
            return Integer::valueOf;
        } else if (type == Long.class) {
            return Long::valueOf;
        } else if (type == BigInteger.class) {
            return BigInteger::new;
        } else if (type == BigDecimal.class) {
            return BigDecimal::new;
        } else if (type == Float.class) {
            return Float::valueOf;
        } else if (type == Double.class) {
            return Double::valueOf;
        }
        return null;
    }

    private static @Nullable SortSamples ofTimes(Class<?> type) {
        if (type == Instant.class) {
            return times((time, i) -> time.toInstant(ZoneOffset.UTC), "Put " + CONVERTER + " on %s");
        } else if (type == OffsetDateTime.class) {
            return times(
                    (time, i) -> time.toInstant(ZoneOffset.UTC).atOffset(ZoneOffset.ofHours(i % 2 == 0 ? 5 : -5)),
                    "Make it an Instant, and put " + CONVERTER + " on %s");
        } else if (type == ZonedDateTime.class) {
            return times(
                    (time, i) -> time.toInstant(ZoneOffset.UTC)
                            .atZone(ZoneId.of(i % 2 == 0 ? "Asia/Karachi" : "America/New_York")),
                    "Make it an Instant, and put " + CONVERTER + " on %s");
        } else if (type == Date.class) {
            return times((time, i) -> Date.from(time.toInstant(ZoneOffset.UTC)), null);
        } else if (type == Calendar.class || type == GregorianCalendar.class) {
            return times((time, i) -> calendar(time), null);
        } else if (type == LocalDateTime.class) {
            return times((time, i) -> time, null);
        } else if (type == LocalDate.class) {
            return times((time, i) -> time.toLocalDate(), null);
        } else if (type == YearMonth.class) {
            return times((time, i) -> YearMonth.from(time), null);
        } else if (type == Year.class) {
            return times((time, i) -> Year.from(time), null);
        }
        return ofOthers(type);
    }

    private static SortSamples ofKotlinInstants(Conversion kotlins) {
        SortSamples instants = times(
                (time, i) -> Objects.requireNonNull(kotlins.fromStored().apply(time.toInstant(ZoneOffset.UTC))),
                "Make it a java.time.Instant, and put " + CONVERTER + " on %s");
        return new SortSamples(List.of(), instants.usual(), List.of(), value -> true, "", instants.instead());
    }

    private interface FromTime {
        Object of(LocalDateTime time, int index);
    }

    private static SortSamples times(FromTime from, @Nullable String instead) {
        List<LocalDateTime> usual = List.of(
                time(1, 1, 1, 0, 0),
                time(999, 12, 31, 59, 0),
                time(1000, 1, 1, 0, 0),
                time(1969, 12, 31, 59, 500_000_000),
                time(1970, 1, 1, 0, 0),
                time(2000, 1, 1, 0, 0),
                time(2026, 9, 30, 0, 0),
                time(2026, 10, 1, 0, 0),
                time(2026, 10, 1, 0, 1),
                time(2026, 10, 1, 0, 1_000_000),
                time(2026, 10, 1, 0, 500_000_000),
                time(2026, 10, 1, 0, 900_000_000),
                time(2026, 10, 1, 1, 0),
                time(2026, 10, 1, 9, 900_000_000),
                time(2026, 10, 1, 10, 0),
                time(9999, 12, 31, 59, 999_999_999));
        return new SortSamples(
                List.of(from.of(time(-100, 1, 1, 0, 0), 0), from.of(time(-99, 1, 1, 0, 0), 1)),
                IntStream.range(0, usual.size())
                        .mapToObj(i -> from.of(usual.get(i), i))
                        .toList(),
                List.of(from.of(time(10_000, 1, 2, 0, 0), 0), from.of(time(100_000, 1, 1, 0, 0), 1)),
                SortSamples::isUsualYear,
                OTHER_YEARS,
                instead);
    }

    /** Not parsed: that would cost a new JVM more than all the rest. */
    private static LocalDateTime time(int year, int month, int day, int second, int nano) {
        return LocalDateTime.of(year, month, day, 10, 0, second, nano);
    }

    private static Calendar calendar(LocalDateTime time) {
        Calendar calendar = Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        calendar.setTimeInMillis(time.toInstant(ZoneOffset.UTC).toEpochMilli());
        return calendar;
    }

    @SuppressWarnings("JavaUtilDate") // Users store them, and its time is what is meant.
    private static boolean isUsualYear(Object value) {
        if (value instanceof Instant time) {
            return isUsualSecond(time.getEpochSecond());
        } else if (value instanceof OffsetDateTime time) {
            return isUsualSecond(time.toEpochSecond());
        } else if (value instanceof ZonedDateTime time) {
            return isUsualSecond(time.toEpochSecond());
        } else if (value instanceof Date time) {
            return isUsualSecond(Math.floorDiv(time.getTime(), 1000));
        } else if (value instanceof Calendar time) {
            return isUsualSecond(Math.floorDiv(time.getTimeInMillis(), 1000));
        }
        int year = ((TemporalAccessor) value).get(ChronoField.YEAR);
        return year >= 1 && year <= 9999;
    }

    private static boolean isUsualSecond(long epochSecond) {
        return epochSecond >= FIRST_SECOND && epochSecond <= LAST_SECOND;
    }

    private static @Nullable SortSamples ofOthers(Class<?> type) {
        if (type == LocalTime.class) {
            return all(List.of(
                    LocalTime.MIDNIGHT,
                    LocalTime.of(9, 59, 59),
                    LocalTime.of(10, 0),
                    LocalTime.of(10, 0, 0, 500_000_000),
                    LocalTime.of(10, 0, 1),
                    LocalTime.of(10, 1),
                    LocalTime.MAX));
        } else if (type == OffsetTime.class) {
            return all(List.of(
                    OffsetTime.of(9, 0, 0, 0, ZoneOffset.ofHours(1)),
                    OffsetTime.of(8, 30, 0, 0, ZoneOffset.UTC),
                    OffsetTime.of(10, 0, 0, 0, ZoneOffset.ofHours(1))));
        } else if (type == Duration.class) {
            return new SortSamples(
                    List.of(
                            Duration.ofSeconds(-10),
                            Duration.ofSeconds(-9),
                            Duration.ofSeconds(-1),
                            Duration.ofMillis(-500)),
                    List.of(
                            Duration.ZERO,
                            Duration.ofNanos(1),
                            Duration.ofMillis(500),
                            Duration.ofSeconds(1),
                            Duration.ofMillis(1500),
                            Duration.ofSeconds(9),
                            Duration.ofSeconds(10),
                            Duration.ofSeconds(100),
                            Duration.ofHours(2),
                            Duration.ofDays(10)),
                    List.of(),
                    value -> !((Duration) value).isNegative(),
                    "negative",
                    null);
        } else if (type == Period.class) {
            return all(List.of(Period.ZERO, Period.ofDays(1), Period.ofDays(9), Period.ofDays(10), Period.ofMonths(9)));
        } else if (type == ZoneOffset.class) {
            // In their own order, the greatest comes first.
            return all(List.of(ZoneOffset.ofHours(10), ZoneOffset.ofHours(9), ZoneOffset.UTC, ZoneOffset.ofHours(-9)));
        }
        return null;
    }

    /** What to do for the order. */
    String remedy(String rawAttribute) {
        String remedy = instead == null ? "Give %s a converter that stores numbers, or text of one length" : instead;
        return remedy.replace("%s", rawAttribute);
    }
}
