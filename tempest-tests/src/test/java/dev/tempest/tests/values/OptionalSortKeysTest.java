package dev.tempest.tests.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.ForIndex;
import dev.tempest.GreaterThan;
import dev.tempest.Index;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.SecondaryIndex;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Sort keys of indexes in item types that declare their own attributes: what is in an optional is looked at, too. */
class OptionalSortKeysTest {
    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("events", Events.class));

    record Event(
            @Attribute(name = "pk", prefix = "EVENT_") String id,
            String kind,
            Optional<LocalDate> day,
            Optional<Instant> at,
            @Nullable OffsetTime time) {
        record Key(String id) {}

        @ForIndex("by_day")
        record ByDay(
                String kind,
                Optional<LocalDate> day,
                @Nullable String id) {}

        @ForIndex("by_at")
        record ByAt(
                String kind, Optional<Instant> at, @Nullable String id) {}

        @ForIndex("by_time")
        record ByTime(
                String kind,
                @Nullable OffsetTime time,
                @Nullable String id) {}

        static Event on(String id, @Nullable LocalDate day) {
            return new Event(id, "k", Optional.ofNullable(day), Optional.empty(), null);
        }
    }

    @Table(
            partitionKey = "pk",
            indexes = {
                @Index(name = "by_day", partitionKey = "kind", sortKey = "day"),
                @Index(name = "by_at", partitionKey = "kind", sortKey = "at"),
                @Index(name = "by_time", partitionKey = "kind", sortKey = "time")
            })
    interface Events extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Event.Key, Event> events();

        SecondaryIndex<Event.ByDay, Event> byDay();
    }

    interface Db extends LogicalDb {
        @TableName("events")
        Events events();
    }

    @Test
    void whatIsNotStoredInItsOrderIsRefused() {
        Events events = db.logicalDb(Db.class).events();

        assertThatThrownBy(() -> events.secondaryIndex(Event.ByAt.class, Event.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "OptionalSortKeysTest.Event.at is an Optional<Instant> in the sort key at of index by_at,"
                                + " but its converter stores values whose order in DynamoDB is not their order in Java");
        assertThatThrownBy(() -> events.secondaryIndex(Event.ByTime.class, Event.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "OptionalSortKeysTest.Event.time is an OffsetTime in the sort key time of index by_time");
    }

    @Test
    void whatIsStoredInItsOrderIsCompared() {
        Events events = db.logicalDb(Db.class).events();
        LocalDate first = LocalDate.of(2026, 9, 30);
        events.events().save(Event.on("1", first));
        events.events().save(Event.on("2", first.plusDays(1)));
        events.events().save(Event.on("3", null));

        assertThat(events.byDay()
                        .query(new GreaterThan<>(new Event.ByDay("k", Optional.of(first), null)))
                        .contents())
                .extracting(Event::id)
                .containsExactly("2");
        assertThatThrownBy(() -> events.events().save(Event.on("4", LocalDate.MAX)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Event.day is outside of the years 1 to 9999");
    }
}
