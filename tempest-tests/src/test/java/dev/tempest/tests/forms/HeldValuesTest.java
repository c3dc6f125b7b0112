package dev.tempest.tests.forms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.internal.schema.AttributeCodec;
import dev.tempest.sdk2.internal.schema.value.SdkCodecs;
import dev.tempest.sdk2.internal.schema.value.SdkValues;
import dev.tempest.tests.forms.Held.Color;
import dev.tempest.tests.forms.Held.Event;
import dev.tempest.tests.forms.Held.Pair;
import dev.tempest.tests.forms.Held.Point;
import dev.tempest.tests.forms.Held.Shape;
import dev.tempest.tests.forms.Held.Tree;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Random values of types that the SDK does not store come back as they were, and DynamoDB can store them. */
class HeldValuesTest {
    private static final int TRIES = 1000;

    private record Kind(String property, Function<Random, Object> values) {
        @Override
        public String toString() {
            return property;
        }
    }

    static Stream<Kind> kinds() {
        return Stream.of(
                new Kind("year", random -> Year.of(random.nextInt(10_000))),
                new Kind("month", random -> YearMonth.of(random.nextInt(9999), 1 + random.nextInt(12))),
                new Kind(
                        "time",
                        random -> OffsetTime.of(
                                random.nextInt(24),
                                random.nextInt(60),
                                random.nextInt(60),
                                random.nextInt(1_000_000_000),
                                offset(random))),
                new Kind("currency", random -> pick(random, List.copyOf(Currency.getAvailableCurrencies()))),
                new Kind("ints", random -> random.ints(random.nextInt(4)).toArray()),
                new Kind(
                        "matrix",
                        random -> Stream.generate(() -> random.longs(2).toArray())
                                .limit(random.nextInt(3))
                                .toArray(long[][]::new)),
                new Kind("texts", random -> list(random, HeldValuesTest::text).toArray(String[]::new)),
                new Kind("points", random -> list(random, HeldValuesTest::point).toArray(Point[]::new)),
                new Kind("optional", random -> Optional.ofNullable(random.nextBoolean() ? point(random) : null)),
                new Kind("sorted", random -> new TreeSet<>(some(random, HeldValuesTest::text))),
                new Kind("queue", random -> new ArrayDeque<>(some(random, Random::nextInt))),
                new Kind("colors", random -> EnumSet.of(color(random), color(random))),
                new Kind("byColor", random -> new EnumMap<>(Map.of(color(random), somePoint(random)))),
                new Kind("byNumber", random -> new TreeMap<>(map(random, Random::nextLong, HeldValuesTest::point))),
                new Kind("byId", random -> map(random, HeldValuesTest::id, each -> list(each, HeldValuesTest::point))),
                new Kind(
                        "byDecimal",
                        random -> map(
                                random,
                                HeldValuesTest::decimal,
                                each -> Set.copyOf(some(each, HeldValuesTest::instant)))),
                new Kind("pointSet", random -> new HashSet<>(list(random, HeldValuesTest::point))),
                new Kind("pair", random -> new Pair<>(text(random), new Pair<>(point(random), random.nextInt()))),
                new Kind("tree", random -> tree(random, 5)),
                new Kind("shape", random -> shape(random, 4)),
                new Kind("events", random -> list(random, HeldValuesTest::event)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void comeBackAsTheyWere(Kind kind) {
        RecordComponent property = Stream.of(Held.class.getRecordComponents())
                .filter(component -> component.getName().equals(kind.property()))
                .findFirst()
                .orElseThrow();
        AttributeCodec<AttributeValue> codec =
                SdkCodecs.values().of(Held.class, property.getName(), property.getGenericType());
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < TRIES; i++) {
            Object value = kind.values().apply(random);

            AttributeValue stored = codec.toValue(value);

            assertThat(SdkValues.INSTANCE.problem(stored)).as("seed %s", seed).isNull();
            assertThat(codec.toProperty(stored))
                    .as("seed %s", seed)
                    .usingRecursiveComparison(RecursiveComparisonConfiguration.builder()
                            .withStrictTypeChecking(false)
                            .build())
                    .isEqualTo(value);
        }
    }

    private static <T> T pick(Random random, List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static ZoneOffset offset(Random random) {
        return ZoneOffset.ofTotalSeconds(random.nextInt(36 * 3600) - 18 * 3600);
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(5), 0, Character.MAX_CODE_POINT)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static UUID id(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static BigDecimal decimal(Random random) {
        return BigDecimal.valueOf(random.nextLong(), random.nextInt(10));
    }

    private static Instant instant(Random random) {
        return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
    }

    private static Point somePoint(Random random) {
        return new Point(random.nextInt(), random.nextBoolean() ? null : random.nextGaussian());
    }

    private static Point point(Random random) {
        return random.nextInt(10) == 0 ? null : somePoint(random);
    }

    private static Color color(Random random) {
        return pick(random, List.of(Color.values()));
    }

    private static Tree<String> tree(Random random, int depth) {
        List<Tree<String>> branches = random.nextInt(4) == 0 ? null : new ArrayList<>();
        for (int i = random.nextInt(3); branches != null && depth > 0 && i > 0; i--) {
            branches.add(tree(random, depth - 1));
        }
        return new Tree<>(text(random), branches);
    }

    private static Shape shape(Random random, int depth) {
        if (depth == 0 || random.nextBoolean()) {
            return new Shape.Circle(point(random), random.nextDouble());
        }
        return new Shape.Group(point(random), list(random, each -> shape(each, depth - 1)));
    }

    private static Event<Point> event(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new Event.Added<>(point(random), instant(random));
            case 1 -> new Event.Cleared<>();
            default -> new Event.Other<>("Renamed");
        };
    }

    private static <T> List<T> list(Random random, Function<Random, T> element) {
        List<T> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(element.apply(random));
        }
        return list;
    }

    private static <T> Set<T> some(Random random, Function<Random, T> element) {
        Set<T> set = new HashSet<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            set.add(element.apply(random));
        }
        return set;
    }

    private static <K, T> Map<K, T> map(Random random, Function<Random, K> key, Function<Random, T> entry) {
        Map<K, T> map = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            map.put(key.apply(random), entry.apply(random));
        }
        return map;
    }
}
