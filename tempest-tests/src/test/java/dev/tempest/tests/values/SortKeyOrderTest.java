package dev.tempest.tests.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.BeginsWith;
import dev.tempest.Between;
import dev.tempest.EqualTo;
import dev.tempest.ForIndex;
import dev.tempest.GreaterThan;
import dev.tempest.GreaterThanOrEqualTo;
import dev.tempest.LessThan;
import dev.tempest.TableName;
import dev.tempest.UnreadableItemException;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.ItemCollection;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.SecondaryIndex;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.values.TimeRow.Grade;
import dev.tempest.tests.values.TimeRow.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is a sort key is stored in its order, or refused when the database is created. */
class SortKeyOrderTest {
    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("times", TimeRow.class));

    record Event(
            String pk,
            @Attribute(name = "sk", prefix = "E_") String id,
            String kind,
            Instant at,
            Instant plain,
            OffsetDateTime offset,
            ZonedDateTime zoned,
            LocalDate day,
            LocalDateTime local,
            LocalTime clock,
            Duration length,
            Period period,
            Status status,
            Grade grade,
            Long millis) {
        record Key(String pk, String id) {}

        static Event at(String id, Instant at) {
            return new Event("p", id, "k", at, null, null, null, null, null, null, null, null, null, null, null);
        }

        static Event of(String id, LocalDate day, Duration length, Status status, Grade grade) {
            return new Event("p", id, "k", null, null, null, null, day, null, null, length, null, status, grade, null);
        }
    }

    @ForIndex(name = "by_at")
    record ByAt(String kind, Instant at, String pk, String id) {}

    @ForIndex(name = "by_plain")
    record ByPlain(String kind, Instant plain, String pk, String id) {}

    @ForIndex(name = "by_offset")
    record ByOffset(String kind, OffsetDateTime offset, String pk, String id) {}

    @ForIndex(name = "by_zoned")
    record ByZoned(String kind, ZonedDateTime zoned, String pk, String id) {}

    @ForIndex(name = "by_day")
    record ByDay(String kind, LocalDate day, String pk, String id) {}

    @ForIndex(name = "by_local")
    record ByLocal(String kind, LocalDateTime local, String pk, String id) {}

    @ForIndex(name = "by_clock")
    record ByClock(String kind, LocalTime clock, String pk, String id) {}

    @ForIndex(name = "by_length")
    record ByLength(String kind, Duration length, String pk, String id) {}

    @ForIndex(name = "by_period")
    record ByPeriod(String kind, Period period, String pk, String id) {}

    @ForIndex(name = "by_status")
    record ByStatus(String kind, Status status, String pk, String id) {}

    @ForIndex(name = "by_grade")
    record ByGrade(String kind, Grade grade, String pk, String id) {}

    @ForIndex(name = "by_millis")
    record ByMillis(String kind, Long millis, String pk, String id) {}

    interface Events extends LogicalTable<TimeRow> {
        InlineView<Event.Key, Event> events();

        SecondaryIndex<ByAt, Event> byAt();

        SecondaryIndex<ByDay, Event> byDay();

        SecondaryIndex<ByLocal, Event> byLocal();

        SecondaryIndex<ByClock, Event> byClock();

        SecondaryIndex<ByLength, Event> byLength();

        SecondaryIndex<ByStatus, Event> byStatus();

        SecondaryIndex<ByGrade, Event> byGrade();
    }

    interface Db extends LogicalDb {
        @TableName("times")
        Events events();
    }

    interface Plain extends LogicalTable<TimeRow> {
        SecondaryIndex<ByPlain, Event> by();
    }

    interface PlainDb extends LogicalDb {
        @TableName("times")
        Plain times();
    }

    interface Offsets extends LogicalTable<TimeRow> {
        SecondaryIndex<ByOffset, Event> by();
    }

    interface OffsetsDb extends LogicalDb {
        @TableName("times")
        Offsets times();
    }

    interface Zones extends LogicalTable<TimeRow> {
        SecondaryIndex<ByZoned, Event> by();
    }

    interface ZonesDb extends LogicalDb {
        @TableName("times")
        Zones times();
    }

    interface Periods extends LogicalTable<TimeRow> {
        SecondaryIndex<ByPeriod, Event> by();
    }

    interface PeriodsDb extends LogicalDb {
        @TableName("times")
        Periods times();
    }

    interface Texts extends LogicalTable<TimeRow> {
        SecondaryIndex<ByMillis, Event> by();
    }

    interface TextsDb extends LogicalDb {
        @TableName("times")
        Texts times();
    }

    record Diary(List<Event> events) {}

    @ForIndex(name = "by_plain")
    record DiaryKey(String kind) {}

    interface Collections extends LogicalTable<TimeRow> {
        ItemCollection<DiaryKey, Diary> diary();
    }

    interface CollectionsDb extends LogicalDb {
        @TableName("times")
        Collections times();
    }

    static Stream<Class<? extends LogicalDb>> unordered() {
        return Stream.of(
                PlainDb.class, OffsetsDb.class, ZonesDb.class, PeriodsDb.class, TextsDb.class, CollectionsDb.class);
    }

    private Events events() {
        return db.connection().logicalDb(Db.class).events();
    }

    @ParameterizedTest
    @MethodSource("unordered")
    void aSortKeyThatIsNotStoredInItsOrderIsRefused(Class<? extends LogicalDb> type) {
        assertThatThrownBy(() -> LogicalDb.create(type, db.enhancedClient()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        ", but its converter stores values whose order in DynamoDB is not their order in Java, so ranges and"
                                + " orders would be wrong");
    }

    @Test
    void theRemedyForAnInstantIsAConverter() {
        assertThatThrownBy(() -> LogicalDb.create(PlainDb.class, db.enhancedClient()))
                .hasMessageContaining(
                        "SortKeyOrderTest.Event.plain is an Instant in the sort key plain of index by_plain")
                .hasMessageContaining("Put SortableInstantConverter on TimeRow.plain");
        assertThatThrownBy(() -> LogicalDb.create(OffsetsDb.class, db.enhancedClient()))
                .hasMessageContaining("Make it an Instant, and put SortableInstantConverter on TimeRow.offset");
    }

    @Test
    void instantsAreInTheirOrder() {
        Instant base = Instant.parse("2026-03-01T10:00:00Z");
        for (int millis : new int[] {-1, 0, 500, 900}) {
            events().events().save(Event.at("" + millis, base.plusMillis(millis)));
        }

        assertThat(ids(events().byAt()
                        .query(new BeginsWith<>(new ByAt("k", null, null, null)))
                        .contents()))
                .containsExactly("-1", "0", "500", "900");
        assertThat(ids(events().byAt()
                        .query(new GreaterThanOrEqualTo<>(new ByAt("k", base, null, null)))
                        .contents()))
                .containsExactly("0", "500", "900");
        assertThat(ids(events().byAt()
                        .query(new LessThan<>(new ByAt("k", base, null, null)))
                        .contents()))
                .containsExactly("-1");
        assertThat(ids(events().byAt()
                        .query(new Between<>(
                                new ByAt("k", base, null, null), new ByAt("k", base.plusMillis(900), null, null)))
                        .contents()))
                .containsExactly("0", "500", "900");
        assertThat(events().events().load(new Event.Key("p", "500"))).isEqualTo(Event.at("500", base.plusMillis(500)));
    }

    @Test
    void anInstantInAnotherFormIsNotRead() {
        for (String text : List.of("2026-03-01T10:00:00Z", "2026-03-01T10:00:00.5Z", "yesterday")) {
            db.client()
                    .putItem(put -> put.tableName("times")
                            .item(Map.of(
                                    "pk", AttributeValue.fromS("p"),
                                    "sk", AttributeValue.fromS("E_1"),
                                    "at", AttributeValue.fromS(text))));
            assertThatThrownBy(() -> events().events().load(new Event.Key("p", "1")))
                    .isInstanceOf(UnreadableItemException.class);
        }
    }

    @Test
    void valuesBeyondTheOrderedOnesAreRefused() {
        assertThatThrownBy(() -> events().events().save(Event.of("1", LocalDate.MAX, null, null, null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Event.day is outside of the years 1 to 9999");
        assertThatThrownBy(() -> events().byDay()
                        .query(new Between<>(
                                new ByDay("k", LocalDate.of(2026, 1, 1), null, null),
                                new ByDay("k", LocalDate.MAX, null, null))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ByDay.day is outside of the years 1 to 9999");
        assertThatThrownBy(() -> events().events().save(Event.of("1", null, Duration.ofMillis(-500), null, null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "SortKeyOrderTest.Event.length is negative, and its converter does not store those in their order,"
                                + " as a sort key needs.");
        assertThatThrownBy(() -> events().events().save(Event.at("1", Instant.MAX)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Event.at");
        assertThat(events().events().scanAllContents()).isEmpty();
    }

    @Test
    void datesAndDurationsAreInTheirOrder() {
        List<Duration> lengths =
                List.of(Duration.ofMillis(1), Duration.ofMillis(1500), Duration.ofSeconds(9), Duration.ofSeconds(10));
        LocalDate first = LocalDate.of(999, 12, 31);
        for (int i = 0; i < lengths.size(); i++) {
            events().events().save(Event.of("" + i, first.plusDays(i), lengths.get(i), null, null));
        }

        assertThat(ids(events().byDay()
                        .query(new GreaterThan<>(new ByDay("k", first, null, null)))
                        .contents()))
                .containsExactly("1", "2", "3");
        assertThat(ids(events().byLength()
                        .query(new GreaterThan<>(new ByLength("k", Duration.ofSeconds(9), null, null)))
                        .contents()))
                .containsExactly("3");
    }

    @Test
    void constantsAreComparedOnlyWhereTheirNamesAreInTheirOrder() {
        events().events().save(Event.of("1", null, null, Status.NEW, Grade.A));
        events().events().save(Event.of("2", null, null, Status.DONE, Grade.B));

        assertThat(ids(events().byStatus()
                        .query(new EqualTo<>(new ByStatus("k", Status.DONE, null, null)))
                        .contents()))
                .containsExactly("2");
        assertThat(ids(events().byStatus()
                        .query(new BeginsWith<>(new ByStatus("k", null, null, null)))
                        .contents()))
                .containsExactlyInAnyOrder("1", "2");
        assertThat(ids(events().byGrade()
                        .query(new GreaterThan<>(new ByGrade("k", Grade.A, null, null)))
                        .contents()))
                .containsExactly("2");
        assertThatThrownBy(
                        () -> events().byStatus().query(new GreaterThan<>(new ByStatus("k", Status.NEW, null, null))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "GreaterThan compares sort keys, but SortKeyOrderTest.ByStatus.status is a TimeRow.Status,"
                                + " whose constants DynamoDB sorts by what they are stored as");
    }

    private static List<String> ids(List<Event> events) {
        return events.stream().map(Event::id).toList();
    }
}
