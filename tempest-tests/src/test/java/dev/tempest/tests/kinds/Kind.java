package dev.tempest.tests.kinds;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.arbitraries.StringArbitrary;
import net.jqwik.api.sessions.JqwikSession;
import net.jqwik.time.api.DateTimes;
import net.jqwik.time.api.Dates;
import net.jqwik.time.api.Times;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkNumber;

/** A property of {@link Scalars} or {@link Compounds}, and the values that it may have: no empty sets, which DynamoDB refuses. */
record Kind(String property, Arbitrary<?> values) {
    private static final StringArbitrary TEXTS = Arbitraries.strings().ofMaxLength(30);
    private static final StringArbitrary NAMES = TEXTS.ofMinLength(1);
    private static final Arbitrary<byte[]> BYTES =
            Arbitraries.bytes().array(byte[].class).ofMaxSize(50);
    private static final Arbitrary<SdkBytes> SDK_BYTES = BYTES.map(SdkBytes::fromByteArray);
    private static final Arbitrary<DayOfWeek> DAYS = Arbitraries.of(DayOfWeek.class);
    private static final Arbitrary<UUID> UUIDS =
            Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
    private static final Arbitrary<ZoneOffset> OFFSETS =
            Arbitraries.integers().between(-18 * 3600, 18 * 3600).map(ZoneOffset::ofTotalSeconds);
    private static final Arbitrary<ZoneId> ZONES =
            Arbitraries.of(ZoneId.getAvailableZoneIds()).map(ZoneId::of);
    private static final Arbitrary<Instant> INSTANTS = DateTimes.instants().ofPrecision(ChronoUnit.NANOS);
    private static final Arbitrary<LocalDate> DATES = Dates.dates();
    private static final Arbitrary<LocalTime> TIMES = Times.times().ofPrecision(ChronoUnit.NANOS);
    private static final Arbitrary<LocalDateTime> DATE_TIMES =
            DateTimes.dateTimes().ofPrecision(ChronoUnit.NANOS);

    /** DynamoDB's numbers have 38 digits. */
    private static final Arbitrary<BigDecimal> DECIMALS = Combinators.combine(
                    Arbitraries.bigIntegers()
                            .between(
                                    BigInteger.TEN.pow(38).negate().add(BigInteger.ONE),
                                    BigInteger.TEN.pow(38).subtract(BigInteger.ONE)),
                    Arbitraries.integers().between(0, 38))
            .as((digits, scale) -> new BigDecimal(digits, scale).stripTrailingZeros())
            .map(number -> number.scale() < 0 ? number.setScale(0) : number);

    @Override
    public String toString() {
        return property;
    }

    /** Tries random values, some of them null. */
    void tryValues(int tries, Attempt attempt) {
        long seed = System.nanoTime();
        JqwikSession.run(() -> {
            Iterator<Shrinkable<Object>> random = values.asGeneric().injectNull(0.05).generator(1000, true).stream(
                            new Random(seed))
                    .iterator();
            for (int i = 0; i < tries; i++) {
                Object value = random.next().value();
                int number = i;
                attempt.on(() -> "value " + number + " of seed " + seed + " for " + property + ": " + value, value);
            }
        });
    }

    interface Attempt {
        void on(Supplier<String> description, Object value) throws ReflectiveOperationException;
    }

    @SuppressWarnings("JdkObsolete")
    static Stream<Kind> scalars() {
        return Stream.of(
                new Kind("string", TEXTS),
                new Kind("character", Arbitraries.chars().filter(c -> !Character.isSurrogate(c))),
                new Kind("charSequence", TEXTS),
                new Kind("stringBuilder", TEXTS.map(StringBuilder::new)),
                new Kind("stringBuffer", TEXTS.map(StringBuffer::new)),
                new Kind("bool", Arbitraries.of(true, false)),
                new Kind("byteNumber", Arbitraries.bytes()),
                new Kind("shortNumber", Arbitraries.shorts()),
                new Kind("integer", Arbitraries.integers()),
                new Kind("longNumber", Arbitraries.longs()),
                new Kind("floatNumber", Arbitraries.floats()),
                new Kind("doubleNumber", Arbitraries.doubles().between(-1e100, 1e100)),
                new Kind("bigDecimal", DECIMALS),
                new Kind(
                        "bigInteger",
                        Arbitraries.bigIntegers().between(BigInteger.TEN.pow(37).negate(), BigInteger.TEN.pow(37))),
                new Kind("sdkNumber", Arbitraries.longs().map(n -> SdkNumber.fromString(Long.toString(n)))),
                new Kind("atomicBoolean", Arbitraries.of(true, false).map(AtomicBoolean::new)),
                new Kind("atomicInteger", Arbitraries.integers().map(AtomicInteger::new)),
                new Kind("atomicLong", Arbitraries.longs().map(AtomicLong::new)),
                new Kind("optionalInt", Arbitraries.integers().map(OptionalInt::of)),
                new Kind("optionalLong", Arbitraries.longs().map(OptionalLong::of)),
                new Kind(
                        "optionalDouble",
                        Arbitraries.doubles().between(-1e9, 1e9).map(OptionalDouble::of)),
                new Kind("enumeration", DAYS),
                new Kind("uuid", UUIDS),
                new Kind(
                        "uri",
                        Arbitraries.strings()
                                .alpha()
                                .ofMaxLength(20)
                                .map(path -> URI.create("urn:x/" + path + "?q#f"))),
                new Kind("url", Arbitraries.strings().alpha().ofMaxLength(20).map(Kind::url)),
                new Kind(
                        "locale",
                        Arbitraries.of(Stream.of(Locale.getAvailableLocales())
                                .filter(l ->
                                        Locale.forLanguageTag(l.toLanguageTag()).equals(l))
                                .toList())),
                new Kind("instant", INSTANTS),
                // The SDK reads negative fractions of a second wrongly.
                new Kind(
                        "duration",
                        Times.durations()
                                .between(Duration.ZERO, Duration.ofDays(100_000))
                                .ofPrecision(ChronoUnit.NANOS)),
                new Kind("period", Combinators.combine(ints(), ints(), ints()).as(Period::of)),
                new Kind("localDate", DATES),
                new Kind("localTime", TIMES),
                new Kind("localDateTime", DATE_TIMES),
                new Kind("monthDay", DATES.map(MonthDay::from)),
                new Kind(
                        "offsetDateTime",
                        Combinators.combine(DATE_TIMES, OFFSETS).as(OffsetDateTime::of)),
                new Kind("zonedDateTime", Combinators.combine(DATE_TIMES, ZONES).as(ZonedDateTime::of)),
                new Kind("zoneId", ZONES),
                new Kind("zoneOffset", OFFSETS),
                new Kind("sdkBytes", SDK_BYTES),
                new Kind("bytes", BYTES),
                new Kind("byteBuffer", BYTES.map(ByteBuffer::wrap)));
    }

    static Stream<Kind> compounds() {
        return Stream.of(
                new Kind("strings", TEXTS.list().ofMaxSize(5)),
                new Kind("numbers", ints().list().ofMaxSize(5)),
                new Kind("days", DAYS.list().ofMaxSize(5)),
                new Kind("blobs", SDK_BYTES.list().ofMaxSize(5)),
                new Kind("stringSet", TEXTS.set().ofMinSize(1).ofMaxSize(5)),
                new Kind("numberSet", Arbitraries.longs().set().ofMinSize(1).ofMaxSize(5)),
                new Kind("decimalSet", DECIMALS.set().ofMinSize(1).ofMaxSize(5)),
                new Kind("byteSet", SDK_BYTES.set().ofMinSize(1).ofMaxSize(5)),
                new Kind("daySet", DAYS.set().ofMinSize(1).ofMaxSize(5)),
                new Kind("map", Arbitraries.maps(NAMES, ints()).ofMaxSize(5)),
                new Kind("mapByUuid", Arbitraries.maps(UUIDS, TEXTS).ofMaxSize(5)),
                new Kind("listOfLists", ints().list().ofMaxSize(3).list().ofMaxSize(3)),
                new Kind(
                        "listOfMaps",
                        Arbitraries.maps(NAMES, INSTANTS).ofMaxSize(3).list().ofMaxSize(3)),
                new Kind(
                        "mapOfLists",
                        Arbitraries.maps(
                                        NAMES,
                                        Arbitraries.maps(NAMES, Arbitraries.longs())
                                                .ofMaxSize(2)
                                                .list()
                                                .ofMaxSize(2))
                                .ofMaxSize(2)),
                new Kind("bean", inners()),
                new Kind("sparseBean", inners()),
                new Kind("emptyBean", inners()),
                new Kind("beans", inners().list().ofMaxSize(3)),
                new Kind("beanMap", Arbitraries.maps(NAMES, inners()).ofMaxSize(3)),
                new Kind("immutable", fixed()),
                new Kind("immutables", fixed().list().ofMaxSize(3)),
                new Kind(
                        "converted", Arbitraries.integers().greaterOrEqual(-272).map(Celsius::new)),
                new Kind("flatText", TEXTS),
                new Kind("flatNumber", ints()));
    }

    private static Arbitrary<Integer> ints() {
        return Arbitraries.integers();
    }

    private static Arbitrary<Inner> inners() {
        return Combinators.combine(
                        TEXTS.injectNull(0.2),
                        Arbitraries.longs().injectNull(0.2),
                        TEXTS.list().ofMaxSize(3).injectNull(0.2))
                .as((text, number, names) -> {
                    Inner inner = new Inner();
                    inner.setText(text);
                    inner.setNumber(number);
                    inner.setNames(names);
                    return inner;
                })
                // The SDK reads a bean without attributes as null.
                .filter(inner -> !inner.equals(new Inner()));
    }

    private static Arbitrary<Fixed> fixed() {
        return Combinators.combine(
                        TEXTS, Arbitraries.doubles().between(-1e9, 1e9).injectNull(0.2))
                .as((text, number) -> Fixed.builder().text(text).number(number).build());
    }

    private static URL url(String path) {
        try {
            return new URL("https://example.com/" + path);
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }
}
