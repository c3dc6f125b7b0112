package dev.tempest;

import static dev.tempest.Attributes.allOf;
import static dev.tempest.Attributes.anyOf;
import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.list;
import static dev.tempest.Attributes.not;
import static dev.tempest.Attributes.set;
import static dev.tempest.Attributes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Clips.Bean;
import dev.tempest.Clips.Clip;
import dev.tempest.Clips.Titled;
import dev.tempest.internal.expression.AttributePath;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.Clauses;
import dev.tempest.internal.expression.Rendered;
import dev.tempest.internal.schema.KeySchema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From conditions on properties to conditions on what is stored. */
class ConditionTest {
    private static final AttributePath TITLE = AttributePath.of("title");

    private static Clause<Object> clause(Condition<? super Clip> condition) {
        return Clauses.of(condition, Clips.CLIPS);
    }

    private static Clause<Object> beans(Condition<? super Bean> condition) {
        return Clauses.of(condition, Clips.BEANS);
    }

    @Test
    void operatorsCompareTheStoredValue() {
        assertThat(clause(attr(Clip::title).eq("x"))).isEqualTo(new Clause.Comparison<>(TITLE, "=", "x"));
        assertThat(clause(attr(Clip::title).ne("x"))).isEqualTo(new Clause.Comparison<>(TITLE, "<>", "x"));
        assertThat(clause(attr(Clip::plays).lt(5L)))
                .isEqualTo(new Clause.Comparison<>(AttributePath.of("plays"), "<", 5L));
        assertThat(clause(attr(Clip::likes).ge(5)))
                .isEqualTo(new Clause.Comparison<>(AttributePath.of("likes"), ">=", 5));
        assertThat(clause(attr(Clip::title).between("a", "b"))).isEqualTo(new Clause.Between<>(TITLE, false, "a", "b"));
        assertThat(clause(attr(Clip::title).in(List.of("a", "b"))))
                .isEqualTo(new Clause.In<>(TITLE, List.of("a", "b")));
        assertThat(clause(attr(Clip::title).exists())).isEqualTo(new Clause.Existence<>(TITLE, true));
        assertThat(clause(attr(Clip::title).absent())).isEqualTo(new Clause.Existence<>(TITLE, false));
        assertThat(clause(attr(Clip::version).eq(3L)))
                .isEqualTo(new Clause.Comparison<>(AttributePath.of("version"), "=", 3L));
    }

    @Test
    void prefixesAreAdded() {
        AttributePath genre = AttributePath.of("genre");
        assertThat(clause(attr(Clip::genre).eq("x"))).isEqualTo(new Clause.Comparison<>(genre, "=", "ROCK_x"));
        assertThat(clause(attr(Clip::genre).eq(""))).isEqualTo(new Clause.Comparison<>(genre, "=", "ROCK_"));
        assertThat(clause(text(Clip::genre).beginsWith("x")))
                .isEqualTo(new Clause.Call<>("begins_with", genre, "ROCK_x"));
        assertThat(clause(attr(Clip::genre).in(List.of("x", "y"))))
                .isEqualTo(new Clause.In<>(genre, List.of("ROCK_x", "ROCK_y")));
        assertThat(clause(attr(Clip::token).eq("1")))
                .isEqualTo(new Clause.Comparison<>(AttributePath.of("pk"), "=", "CLIP_1"));
        assertThat(clause(attr(Clip::genre).size().eq(3)))
                .isEqualTo(new Clause.SizeComparison<>(genre, "=", java.math.BigDecimal.valueOf(8)));
    }

    @Test
    void aPartIsNotFoundInThePrefix() {
        AttributePath genre = AttributePath.of("genre");
        assertThat(clause(text(Clip::genre).contains("pop"))).isEqualTo(new Clause.Call<>("contains", genre, "pop"));
        assertThat(clause(text(Clip::genre).contains("x_"))).isEqualTo(new Clause.Call<>("contains", genre, "x_"));
        refused(() -> clause(text(Clip::genre).contains("OCK")), "Clip.genre has the prefix ROCK_");
        refused(() -> clause(text(Clip::genre).contains("K_x")), "Clip.genre has the prefix ROCK_");
        refused(() -> clause(text(Clip::genre).contains("_")), "Clip.genre has the prefix ROCK_");
    }

    @Test
    void nullMeansNoValue() {
        String nothing = null;
        Clause<Object> isNull = new Clause.Call<>("attribute_type", TITLE, "NULL");
        assertThat(clause(attr(Clip::title).eq(nothing)))
                .isEqualTo(new Clause.Any<>(List.of(new Clause.Existence<>(TITLE, false), isNull)));
        assertThat(clause(attr(Clip::title).ne(nothing)))
                .isEqualTo(new Clause.All<>(List.of(new Clause.Existence<>(TITLE, true), new Clause.Not<>(isNull))));
    }

    @SuppressWarnings("NullAway") // What callers without its checks could pass.
    @Test
    void otherOperatorsRefuseNull() {
        Long nothing = null;
        List<@Nullable Long> withNull = new ArrayList<>();
        withNull.add(null);
        refused(() -> attr(Clip::seconds).lt(nothing), "Clip.seconds: lt needs a value that is not null");
        refused(() -> attr(Clip::seconds).between(1L, nothing), "Clip.seconds: between needs a value");
        refused(() -> attr(Clip::seconds).in(withNull), "Clip.seconds: in needs a value that is not null");
        refused(() -> attr(Clip::seconds).in(List.of()), "Clip.seconds: in needs a value");
        refused(() -> text(Clip::title).beginsWith(null), "Clip.title: beginsWith needs a value");
        refused(() -> attr(Clip::seconds).setIfAbsent(nothing), "Clip.seconds: setIfAbsent needs a value");
    }

    @Test
    void attributesAreComparedWithEachOther() {
        assertThat(clause(attr(Clip::plays).gt(attr(Clip::version))))
                .isEqualTo(new Clause.PathComparison<>(AttributePath.of("plays"), ">", AttributePath.of("version")));
        refused(
                () -> clause(attr(Clip::title).eq(attr(Clip::genre))),
                "Clip.title cannot be compared with Clips.Clip.genre");
    }

    @Test
    void onlyWhatIsOrderedInDynamoDbHasAnOrder() {
        refused(() -> clause(attr(Clip::open).lt(true)), "Clip.open is a boolean, so lt cannot compare it");
        refused(() -> clause(attr(Clip::released).ge(Instant.EPOCH)), "Clip.released is an Instant");
        assertThat(clause(attr(Clip::released).eq(Instant.EPOCH)))
                .isEqualTo(new Clause.Comparison<>(AttributePath.of("released"), "=", Instant.EPOCH));
        refused(() -> clause(attr(Clip::title).between("b", "a")), "cannot lie between two values");
    }

    @Test
    void elementsAreStoredAsTheirCollectionStoresThem() {
        assertThat(clause(set(Clip::tags).contains("folk")))
                .isEqualTo(new Clause.Call<>("contains", AttributePath.of("tags"), "folk"));
        assertThat(clause(list(Clip::notes).contains("n")))
                .isEqualTo(new Clause.Call<>("contains", AttributePath.of("notes"), "n"));
    }

    @Test
    void conditionsOfOneKindAreOneList() {
        Clause<Object> x = clause(attr(Clip::title).eq("x"));
        Clause<Object> y = clause(attr(Clip::plays).gt(1L));
        Clause<Object> z = clause(attr(Clip::likes).le(1));
        Condition<Clip> first = attr(Clip::title).eq("x");
        Condition<Clip> second = attr(Clip::plays).gt(1L);
        Condition<Clip> third = attr(Clip::likes).le(1);

        assertThat(clause(first.and(second).and(third))).isEqualTo(new Clause.All<>(List.of(x, y, z)));
        assertThat(clause(first.and(second.and(third)))).isEqualTo(new Clause.All<>(List.of(x, y, z)));
        assertThat(clause(allOf(first, second, third))).isEqualTo(new Clause.All<>(List.of(x, y, z)));
        assertThat(clause(anyOf(first, second.or(third)))).isEqualTo(new Clause.Any<>(List.of(x, y, z)));
        assertThat(clause(first.and(second).or(third)))
                .isEqualTo(new Clause.Any<>(List.of(new Clause.All<>(List.of(x, y)), z)));
        assertThat(clause(not(first))).isEqualTo(new Clause.Not<>(x));
        assertThat(clause(not(not(first)))).isEqualTo(x);
        assertThat(clause(allOf(first))).isEqualTo(x);
        refused(() -> allOf(), "allOf and anyOf need a condition");
    }

    @Test
    void propertiesAreFoundByTheirAccessorsFieldsAndNames() {
        Clause<Object> title = new Clause.Comparison<>(TITLE, "=", "x");
        assertThat(beans(attr((Bean bean) -> bean.title).eq("x"))).isEqualTo(title);
        assertThat(beans(attr(Bean::isOpen).eq(true)))
                .isEqualTo(new Clause.Comparison<>(AttributePath.of("open"), "=", true));
        assertThat(beans(attr(Bean::getSeconds).eq(1L)))
                .isEqualTo(new Clause.Comparison<>(AttributePath.of("seconds"), "=", 1L));
        assertThat(beans(Clips.BEANS.<Bean, String>named("title", String.class).eq("x")))
                .isEqualTo(title);
        assertThat(clause(attr(Titled::title).eq("x"))).isEqualTo(title);
        assertThat(clause(Clips.CLIPS.<Clip, Long>named("plays", Long.class).eq(1L)))
                .isEqualTo(clause(attr(Clip::plays).eq(1L)));
    }

    @Test
    void whatTheTypeDoesNotHaveIsRefused() {
        refused(() -> beans(attr(Bean::shown).eq("x")), "Clips.Bean has no stored property shown. It has");
        refused(() -> Clips.CLIPS.named("titel", String.class), "Clips.Clip has no stored property titel. It has");
        refused(() -> Clips.CLIPS.named("title", Long.class), "Clips.Clip.title is a String, not a Long");
        refused(
                () -> Clauses.of(attr(Bean::isOpen).eq(true), Clips.CLIPS),
                "Clips.Bean.isOpen is not an attribute of Clips.Clip");
        refused(
                () -> clause(attr((Clip clip) -> clip.released().toEpochMilli()).eq(1L)),
                "Clips.Clip.released is an Instant, whose properties cannot be named");
    }

    @Test
    void aQuerysFilterDoesNotNameItsKey() {
        KeySchema key = Clips.TABLE.key();
        refused(
                () -> Clauses.ofQuery(attr(Clip::part).eq("x"), Clips.CLIPS, key),
                "Clips.Clip.part (attribute sk) is stored in a key attribute of what is queried");
        assertThat(Clauses.ofQuery(attr(Clip::part).eq("x"), Clips.CLIPS, new KeySchema("g1", null)))
                .isEqualTo(clause(attr(Clip::part).eq("x")));
    }

    @Test
    void valuesOfAnotherTypeAreRefusedWithoutBeingShown() {
        @SuppressWarnings("unchecked")
        Attr<Clip, Object> plays = (Attr<Clip, Object>) (Object) attr(Clip::plays);
        assertThatThrownBy(() -> clause(plays.eq("secret")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Clips.Clip.plays is a long, not a String")
                .hasMessageNotContaining("secret");
        refused(() -> clause(attr(Clip::rating).eq(Double.NaN)), "a number that DynamoDB does not have");
    }

    @Test
    void manyValuesAreAskedForInParts() {
        List<Long> values = IntStream.range(0, 250).mapToObj(Long::valueOf).toList();

        Clause.Any<?> any = (Clause.Any<?>) clause(attr(Clip::plays).in(values));

        assertThat(any.clauses()).hasSize(3);
        assertThat(((Clause.In<?>) any.clauses().get(2)).values()).hasSize(50);
    }

    @Test
    void moreOperatorsThanDynamoDbTakesAreRefused() {
        List<Condition<Clip>> conditions = new ArrayList<>();
        IntStream.range(0, 150).forEach(i -> conditions.add(attr(Clip::plays).eq((long) i)));
        Condition<Clip> most = conditions.stream().reduce(Condition::or).orElseThrow();
        assertThat(Rendered.of(clause(most)).expression()).contains(" OR ");
        refused(
                () -> Rendered.of(clause(most.or(attr(Clip::likes).eq(1)))),
                "The condition has 301 operators and functions, with those that the library adds, and DynamoDB takes 300 in"
                        + " one expression. Leave some out, or replace comparisons with eq by in.");
        refused(() -> clause(most.not().and(attr(Clip::likes).size().eq(1))), "which has no size in DynamoDB");
    }

    @Test
    void anAttributeIsNotComparedWithItself() {
        refused(
                () -> clause(attr(Clip::likes).eq(attr(Clip::likes))),
                "cannot be compared with itself, which DynamoDB does not take. Compare it with a value or with another"
                        + " attribute, or ask whether it exists.");
        refused(() -> clause(attr(Clip::likes).lt(attr(Clip::likes))), "cannot be compared with itself");
    }

    @Test
    void aConditionIsShownWithoutItsValues() {
        Condition<Clip> condition = attr(Clip::title)
                .eq("secret")
                .and(attr(Clip::plays).between(1L, 2L).or(attr(Clip::likes).in(List.of(1, 2))))
                .and(not(text(Clip::title).contains("secret")));
        assertThat(condition)
                .hasToString(
                        "(Clips.Clip.title = ? AND (Clips.Clip.plays BETWEEN ? AND ? OR Clips.Clip.likes IN (2 values))"
                                + " AND NOT (contains(Clips.Clip.title, ?)))");
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }
}
