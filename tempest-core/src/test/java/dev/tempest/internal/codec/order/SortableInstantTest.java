package dev.tempest.internal.codec.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The text of instants sorts by time, and stands for one instant each. */
class SortableInstantTest {
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    @Provide
    Arbitrary<Instant> instants() {
        Arbitrary<Integer> nanos = Arbitraries.oneOf(
                Arbitraries.of(0, 1, 1_000, 1_000_000, 500_000_000, 999_999_999),
                Arbitraries.integers().between(0, 999_999_999));
        return Combinators.combine(Arbitraries.longs().between(FIRST.getEpochSecond(), LAST.getEpochSecond()), nanos)
                .as(Instant::ofEpochSecond);
    }

    @Property
    void aTextIsReadAgain(@ForAll("instants") Instant instant) {
        assertThat(SortableInstant.parse(SortableInstant.format(instant))).isEqualTo(instant);
    }

    @Property
    void textsAreInTheOrderOfTime(@ForAll("instants") Instant one, @ForAll("instants") Instant other) {
        assertThat(Integer.signum(SortKeys.compare(SortableInstant.format(one), SortableInstant.format(other))))
                .isEqualTo(Integer.signum(one.compareTo(other)));
    }

    @Property
    void neighboursAreInTheOrderOfTime(@ForAll("instants") Instant one) {
        Instant next = one.equals(LAST) ? one : one.plusNanos(1);
        assertThat(SortKeys.compare(SortableInstant.format(one), SortableInstant.format(next)))
                .isEqualTo(one.equals(LAST) ? 0 : -1);
    }

    @Example
    void otherYearsAreRefused() {
        for (Instant instant : List.of(FIRST.minusNanos(1), LAST.plusNanos(1), Instant.MIN, Instant.MAX)) {
            assertThatThrownBy(() -> SortableInstant.format(instant)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Example
    void otherTextsAreRefused() {
        for (String text : List.of(
                "2026-03-01T10:00:00Z",
                "2026-03-01T10:00:00.5Z",
                "2026-03-01T10:00:00.000000000+01:00",
                "2026-03-01T10:00:00.000000000z",
                "2026-03-01T24:00:00.000000000Z",
                "2026-02-30T10:00:00.000000000Z",
                "+2026-03-01T10:00:00.000000000Z",
                "2016-12-31T23:59:60.000000000Z",
                "",
                "1772359200000")) {
            assertThatThrownBy(() -> SortableInstant.parse(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
