package dev.tempest.docs;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.ofSubtype;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.Attribute;
import dev.tempest.BeginsWith;
import dev.tempest.Subtype;
import dev.tempest.SubtypeAttribute;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.Version;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class SubtypesDocTest {
    @RegisterExtension
    final TestDb testDb = TestDb.of(TestTable.create("events", EventTable.class));

    @SubtypeAttribute("kind")
    public sealed interface Event {
        @Attribute(name = "pk", prefix = "USER#")
        String user();

        @Attribute(name = "sk", prefix = "EVENT#")
        String at();

        @Version
        long version();

        record Key(String user, String at) {}

        @Subtype("login")
        record Login(String user, String at, String ip, long version) implements Event {}

        @Subtype("payment")
        record Payment(String user, String at, BigDecimal amount, long version) implements Event {}
    }

    @Table(partitionKey = "pk", sortKey = "sk")
    public interface EventTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Event.Key, Event> events();
    }

    public interface EventDb extends LogicalDb {
        @TableName("events")
        EventTable events();
    }

    public sealed interface Activity {
        @Attribute(name = "pk", prefix = "USER#")
        String user();

        sealed interface Key permits OfUser, Visit.Key, Order.Key {}

        record OfUser(String user) implements Key {}

        record Visit(
                String user,
                @Attribute(name = "sk", prefix = "VISIT#") String at,
                String page) implements Activity {
            public record Key(String user, String at) implements Activity.Key {}
        }

        record Order(
                String user,
                @Attribute(name = "sk", prefix = "ORDER#") String number,
                int cents) implements Activity {
            public record Key(String user, String number) implements Activity.Key {}
        }
    }

    @Table(partitionKey = "pk", sortKey = "sk")
    public interface ActivityTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Activity.Key, Activity> activities();
    }

    @Test
    void readsSubtypesByTheirKeys() {
        InlineView<Activity.Key, Activity> activities = testDb.logicalDb(LogicalDb.class)
                .logicalTable("events", ActivityTable.class)
                .activities();
        activities.save(new Activity.Visit("ann", "2026-03-02", "/"));
        activities.save(new Activity.Order("ann", "7", 950));

        List<Activity> all =
                activities.query(new BeginsWith<>(new Activity.OfUser("ann"))).contents();
        Activity visit = activities.load(new Activity.Visit.Key("ann", "2026-03-02"));

        assertThat(all).containsExactly(new Activity.Order("ann", "7", 950), visit);
    }

    @Test
    void readsAndChangesSubtypes() {
        InlineView<Event.Key, Event> events =
                testDb.logicalDb(EventDb.class).events().events();
        events.save(new Event.Login("ann", "2026-03-02", "10.0.0.1", 0));
        events.save(new Event.Payment("ann", "2026-03-03", new BigDecimal("9.5"), 0));
        List<String> shown = new ArrayList<>();

        for (Event event : events.queryAllContents(new BeginsWith<>(new Event.Key("ann", "2026-03")))) {
            if (event instanceof Event.Login login) {
                shown.add("from " + login.ip());
            } else if (event instanceof Event.Payment payment) {
                shown.add("paid " + payment.amount());
            }
        }

        assertThat(shown).containsExactly("from 10.0.0.1", "paid 9.5");

        Event.Key key = new Event.Key("ann", "2026-03-02");
        Event patched =
                events.patch(key, ofSubtype(Event.class, attr(Event.Login::ip).set("10.0.0.2")));

        assertThat(patched).isEqualTo(new Event.Login("ann", "2026-03-02", "10.0.0.2", 2));

        QueryConfig logins =
                QueryConfig.builder().filter(attr(Event.Login::ip).exists()).build();

        assertThat(events.queryAllContents(new BeginsWith<>(new Event.Key("ann", "")), logins))
                .hasSize(1);
    }
}
