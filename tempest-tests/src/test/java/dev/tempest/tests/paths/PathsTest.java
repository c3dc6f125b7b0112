package dev.tempest.tests.paths;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.changes;
import static dev.tempest.Attributes.list;
import static dev.tempest.Attributes.map;
import static dev.tempest.Attributes.number;
import static dev.tempest.Attributes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Change;
import dev.tempest.Condition;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.paths.Concerts.Concert;
import dev.tempest.tests.paths.Concerts.Day;
import dev.tempest.tests.paths.Concerts.Song;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Conditions and changes of an element of a list, of a map's value, and of what is in them. */
class PathsTest {
    private static final Concert.Key KEY = new Concert.Key("Rome", "live");
    private static final Song AIR = new Song("Air", 90L);
    private static final Song SEA = new Song("Sea", 120L);

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("concerts", Concerts.Row.class));

    private InlineView<Concert.Key, Concert> concerts;

    @BeforeEach
    void store() {
        concerts = db.logicalDb(Concerts.Db.class).concerts().concerts();
        concerts.save(Concert.of(List.of(AIR, SEA), Map.of("ada", 2L, "bo.b", 5L), Map.of(Day.FRIDAY, SEA)));
    }

    private boolean finds(Condition<Concert> condition) {
        return !concerts.scan(ScanConfig.builder().filter(condition).build())
                .contents()
                .isEmpty();
    }

    private Concert patch(Change<? super Concert> change) {
        return concerts.patch(KEY, change);
    }

    @Test
    void anElementOfAListIsComparedByItsIndex() {
        assertThat(finds(list(Concert::songs).at(0).eq(AIR))).isTrue();
        assertThat(finds(list(Concert::songs).at(1).eq(AIR))).isFalse();
        assertThat(finds(list(Concert::songs).at(2).absent())).isTrue();
        assertThat(finds(list(Concert::songs).at(1).then(Song::title).eq("Sea")))
                .isTrue();
        assertThat(finds(attr(Concert::version)
                        .exists()
                        .and(text(list(Concert::songs).at(1).then(Song::title)).beginsWith("S"))))
                .isTrue();
        assertThat(finds(list(Concert::songs).at(0).then(Song::seconds).lt(100L)))
                .isTrue();
        assertThat(finds(list(Concert::songs)
                        .at(0)
                        .then(Song::seconds)
                        .lt(list(Concert::songs).at(1).then(Song::seconds))))
                .isTrue();
    }

    @Test
    void aValueOfAMapIsComparedByItsKey() {
        assertThat(finds(map(Concert::tickets).at("ada").eq(2L))).isTrue();
        assertThat(finds(map(Concert::tickets).at("bo.b").gt(4L))).isTrue();
        assertThat(finds(map(Concert::tickets).at("cy").absent())).isTrue();
        assertThat(finds(
                        map(Concert::openers).at(Day.FRIDAY).then(Song::seconds).ge(120L)))
                .isTrue();
        assertThat(finds(map(Concert::openers).at(Day.SATURDAY).exists())).isFalse();
    }

    @Test
    void aLambdaReadsThemByConstants() {
        assertThat(finds(attr((Concert it) -> it.songs().get(1).title()).eq("Sea")))
                .isTrue();
        assertThat(finds(number((Concert it) -> it.tickets().get("ada")).eq(2L)))
                .isTrue();
        assertThat(finds(attr((Concert it) -> it.songs().get(200)).absent())).isTrue();
    }

    @Test
    @DisabledIfSystemProperty(
            named = "dynoxide",
            matches = ".+",
            disabledReason =
                    "It fills a list with NULL up to an element beyond its end, where DynamoDB appends the element")
    void elementsAreSetAndRemoved() {
        assertThat(patch(list(Concert::songs).at(0).set(SEA)).songs()).containsExactly(SEA, SEA);
        assertThat(patch(list(Concert::songs).at(0).remove()).songs()).containsExactly(SEA);
        assertThat(patch(list(Concert::songs).at(9).setIfAbsent(AIR)).songs()).containsExactly(SEA, AIR);
        assertThat(patch(list(Concert::songs).at(1).then(Song::title).set("Wind"))
                        .songs())
                .containsExactly(SEA, new Song("Wind", 90L));
        assertThat(patch(number(list(Concert::songs).at(1).then(Song::seconds)).add(5))
                        .songs())
                .containsExactly(SEA, new Song("Wind", 95L));
    }

    @Test
    void valuesOfAMapAreSetCountedAndRemoved() {
        Concert after = patch(changes(
                number(map(Concert::tickets).at("ada")).add(1),
                number(map(Concert::tickets).at("cy")).add(4),
                map(Concert::tickets).at("bo.b").remove(),
                map(Concert::openers).at(Day.FRIDAY).then(Song::seconds).remove(),
                map(Concert::openers).at(Day.SATURDAY).set(AIR)));

        assertThat(after.tickets()).containsOnly(Map.entry("ada", 3L), Map.entry("cy", 4L));
        assertThat(after.openers())
                .containsOnly(Map.entry(Day.FRIDAY, new Song("Sea", null)), Map.entry(Day.SATURDAY, AIR));
    }

    @Test
    void collectionsAreInCollections() {
        patch(attr(Concert::encores)
                .set(Map.of("first", List.of(AIR)))
                .and(attr(Concert::seats).set(List.of(List.of(1, 2)))));

        Concert after = patch(changes(
                list(map(Concert::encores).at("first")).append(SEA),
                map(Concert::encores).at("second").set(List.of()),
                list(list(Concert::seats).at(0)).at(1).set(3)));

        assertThat(after.encores()).containsOnly(Map.entry("first", List.of(AIR, SEA)), Map.entry("second", List.of()));
        assertThat(after.seats()).containsExactly(List.of(1, 3));
        assertThat(finds(list(map(Concert::encores).at("first"))
                        .at(1)
                        .then(Song::title)
                        .eq("Sea")))
                .isTrue();
    }

    @Test
    void aWriteDependsOnThem() {
        Change<Concert> sell = number(map(Concert::tickets).at("ada")).add(1);

        assertThatThrownBy(() -> patch(sell.onlyIf(list(Concert::songs).at(0).eq(SEA))))
                .isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(patch(sell.onlyIf(list(Concert::songs).at(0).eq(AIR))).tickets())
                .containsEntry("ada", 3L);
        assertThat(concerts.deleteKey(KEY, map(Concert::tickets).at("ada").eq(3L)))
                .isNotNull();
    }

    @Test
    @DisabledIfSystemProperty(
            named = "dynoxide",
            matches = ".+",
            disabledReason = "It creates what is around an element that is not there, which DynamoDB refuses")
    void whatIsAroundThemMustBeThere() {
        assertThatThrownBy(
                        () -> patch(list(Concert::songs).at(5).then(Song::title).set("x")))
                .isInstanceOf(DynamoDbException.class)
                .hasMessageContaining("songs[5] is absent");
        assertThatThrownBy(() -> patch(
                        map(Concert::openers).at(Day.SATURDAY).then(Song::title).set("x")))
                .isInstanceOf(DynamoDbException.class)
                .hasMessageContaining("openers[*] is absent")
                .hasMessageNotContaining("SATURDAY");
    }

    @Test
    void whatDynamoDbWouldNotTakeIsRefusedBeforeItIsSent() {
        refused(
                () -> patch(changes(
                        list(Concert::songs).at(0).set(SEA),
                        list(Concert::songs).append(AIR))),
                "The changes of Concerts.Concert.songs[0] and of Concerts.Concert.songs overlap");
        refused(
                () -> patch(changes(
                        map(Concert::tickets).at("ada").set(1L),
                        number((Concert it) -> it.tickets().get("ada")).add(1))),
                "Two changes of Concerts.Concert.tickets[*] cannot be made in one request");
        refused(() -> list(Concert::songs).at(-1), "the index of an element must be 0 or more, not -1");
        refused(() -> map(Concert::tickets).at(null), "at needs a value that is not null");
        refused(() -> finds(map(Concert::tickets).at("").exists()), "Concert.tickets[*] has a key that is empty");
        refused(() -> finds(map(Concert::tickets).at("\ud800").exists()), "Concert.tickets[*] has a key that ");
        refused(
                () -> finds(list(Concert::songs).at(0).gt(AIR)),
                "Concerts.Concert.songs[0] is a Concerts.Song, so gt cannot compare it");
        refused(
                () -> patch(list(Concert::songs).at(0).then(Song::toString).set("x")),
                "has no stored property toString");
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }
}
