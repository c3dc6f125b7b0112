package dev.tempest.tests.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.SortableInstantConverter;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.internal.converter.attribute.InstantAsStringAttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbConvertedBy;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Converters that are declared once, on an interface or a superclass that item types share. */
class InheritedConvertersTest {
    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("events", Events.class));

    interface Timed {
        @DynamoDbConvertedBy(SortableInstantConverter.class)
        Instant at();
    }

    interface Dated {
        @DynamoDbConvertedBy(InstantAsStringAttributeConverter.class)
        Instant at();
    }

    abstract static class Base {
        @DynamoDbConvertedBy(SortableInstantConverter.class)
        public abstract Instant getAt();
    }

    record Event(@Attribute(name = "pk", prefix = "EVENT_") String id, Instant at) implements Timed {
        record Key(String id) {}
    }

    static final class Visit extends Base {
        @Attribute(name = "pk", prefix = "VISIT_")
        private final String id;

        private final Instant at;

        Visit(String id, Instant at) {
            this.id = id;
            this.at = at;
        }

        public String getId() {
            return id;
        }

        @Override
        public Instant getAt() {
            return at;
        }

        record Key(String id) {}
    }

    record Torn(@Attribute(name = "pk", prefix = "TORN_") String id, Instant at) implements Timed, Dated {
        record Key(String id) {}
    }

    record Settled(
            @Attribute(name = "pk", prefix = "SETTLED_") String id, Instant at) implements Timed, Dated {
        record Key(String id) {}

        @Override
        @DynamoDbConvertedBy(SortableInstantConverter.class)
        public Instant at() {
            return at;
        }
    }

    @Table(partitionKey = "pk")
    interface Events extends LogicalTable<Map<String, AttributeValue>> {}

    interface Db extends LogicalDb {
        @TableName("events")
        Events events();
    }

    private final Instant noon = Instant.parse("2026-03-01T12:00:00Z");

    private <K, I> String saved(Class<K> key, Class<I> type, I item) {
        InlineView<K, I> view = db.logicalDb(Db.class).events().inlineView(key, type);
        view.save(item);
        return db.client()
                .scan(scan -> scan.tableName("events"))
                .items()
                .get(0)
                .get("at")
                .s();
    }

    @Test
    void ofAnInterfaceCount() {
        assertThat(saved(Event.Key.class, Event.class, new Event("1", noon)))
                .isEqualTo("2026-03-01T12:00:00.000000000Z");
    }

    @Test
    void ofASuperclassCount() {
        assertThat(saved(Visit.Key.class, Visit.class, new Visit("1", noon)))
                .isEqualTo("2026-03-01T12:00:00.000000000Z");
    }

    @Test
    void theNearestCounts() {
        assertThat(saved(Settled.Key.class, Settled.class, new Settled("1", noon)))
                .isEqualTo("2026-03-01T12:00:00.000000000Z");
    }

    @Test
    void thatContradictEachOtherAreRefused() {
        Events events = db.logicalDb(Db.class).events();

        assertThatThrownBy(() -> events.inlineView(Torn.Key.class, Torn.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("InheritedConvertersTest.Torn.at gets one @DynamoDbConvertedBy from"
                        + " InheritedConvertersTest.Timed.at() and another from InheritedConvertersTest.Dated.at()");
    }
}
