package dev.tempest.tests.forms;

import dev.tempest.Fallback;
import dev.tempest.Subtype;
import dev.tempest.SubtypeAttribute;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.Currency;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.UUID;

/** Types that the SDK's enhanced client does not store. */
@SuppressWarnings({"ArrayRecordComponent", "NonApiType"})
record Held(
        Year year,
        YearMonth month,
        OffsetTime time,
        Currency currency,
        int[] ints,
        long[][] matrix,
        String[] texts,
        Point[] points,
        Optional<Point> optional,
        SortedSet<String> sorted,
        Deque<Integer> queue,
        EnumSet<Color> colors,
        EnumMap<Color, Point> byColor,
        SortedMap<Long, Point> byNumber,
        Map<UUID, List<Point>> byId,
        Map<BigDecimal, Set<Instant>> byDecimal,
        Set<Point> pointSet,
        Pair<String, Pair<Point, Integer>> pair,
        Tree<String> tree,
        Shape shape,
        List<Event<Point>> events) {
    enum Color {
        RED,
        GREEN {
            @Override
            public String toString() {
                return "green";
            }
        },
        BLUE
    }

    record Point(int x, Double y) {}

    record Pair<A, B>(A left, B right) {}

    record Tree<T>(T value, List<Tree<T>> branches) {}

    @SubtypeAttribute("shape")
    sealed interface Shape {
        Point center();

        @Subtype("o")
        record Circle(Point center, double radius) implements Shape {}

        record Group(Point center, List<Shape> members) implements Shape {}
    }

    sealed interface Event<T> {
        record Added<T>(T what, Instant when) implements Event<T> {}

        record Cleared<T>() implements Event<T> {}

        @Fallback
        record Other<T>(String type) implements Event<T> {}
    }
}
