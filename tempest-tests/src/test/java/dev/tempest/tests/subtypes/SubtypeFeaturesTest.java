package dev.tempest.tests.subtypes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tempest.Attribute;
import dev.tempest.BeginsWith;
import dev.tempest.Index;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.WriteToken;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.HomeRegions;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.ProjectedView;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.sdk2.WrongRegionException;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestRegions;
import dev.tempest.testing.TestTable;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Sealed item types, by an attribute and by the prefixes of their keys, with what other pages tell of items. */
class SubtypeFeaturesTest {
    private static final Event.Key LOGIN = new Event.Key("ann", "1");
    private static final Activity.Visit.Key VISIT = new Activity.Visit.Key("ann", "1");

    @Table(
            partitionKey = "pk",
            sortKey = "sk",
            indexes = @Index(name = "by_place", partitionKey = "place", sortKey = "sk"))
    @WriteToken("token")
    interface TracedEvents extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Event.Key, Event> events();
    }

    @Table(
            partitionKey = "pk",
            sortKey = "sk",
            indexes = @Index(name = "by_place", partitionKey = "place", sortKey = "pk"))
    @WriteToken("token")
    interface TracedActivities extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Activity.Key, Activity> activities();
    }

    interface Db extends LogicalDb {
        @TableName("events")
        TracedEvents events();

        @TableName("activities")
        TracedActivities activities();
    }

    @RegisterExtension
    final TestDb db = TestDb.builder()
            .table(TestTable.create("events", TracedEvents.class))
            .table(TestTable.create("activities", TracedActivities.class))
            .regions(TestRegions.eventual("us-east-1", "eu-west-1"))
            .build();

    private static HomeRegions homes() {
        return HomeRegions.builder()
                .home(Event.class, Event.Key.class, key -> home(key.user()))
                .home(Activity.class, Activity.Key.class, SubtypeFeaturesTest::home)
                .build();
    }

    private static String home(Activity.Key key) {
        if (key instanceof Activity.Visit.Key visit) {
            return home(visit.user());
        }
        return home(((Activity.Order.Key) key).user());
    }

    private static String home(String user) {
        return user.startsWith("eu-") ? "eu-west-1" : "us-east-1";
    }

    private Db in(String region, FaultyHttp network) {
        return LogicalDb.builder(Db.class)
                .enhancedClient(db.inRegion(region).with(network).enhancedClient())
                .homeRegions(homes())
                .build();
    }

    @Test
    void aHomeRegionIsThatOfTheSealedType() {
        FaultyHttp network = FaultyHttp.builder().build();
        Db us = in("us-east-1", network);
        Event.Login login = new Event.Login("eu-ann", "1", "::1");
        Activity.Visit visit = new Activity.Visit("eu-ann", "1", "/", 5, null, null);
        Activity.Order order = new Activity.Order("eu-ann", "1", 5, null, null);
        Activity.Visit.Key visitKey = new Activity.Visit.Key("eu-ann", "1");
        List<Consumer<Db>> writes = List.of(
                other -> other.events().events().save(login),
                other -> other.events().events().deleteKey(new Event.Key("eu-ann", "1")),
                other -> other.activities().activities().save(visit),
                other -> other.activities().activities().create(order),
                other -> other.activities().activities().update(visitKey, found -> visit),
                other -> other.activities().activities().deleteKey(visitKey),
                other -> other.transactionWrite(
                        TransactionWriteSet.builder().save(visit).build()),
                other -> other.transactionWrite(
                        TransactionWriteSet.builder().delete(visitKey).build()),
                other -> other.batchWrite(
                        BatchWriteSet.builder().ignoreVersions().clobber(order).build()),
                other -> other.batchWrite(
                        BatchWriteSet.builder().delete(visitKey).build()));

        for (Consumer<Db> write : writes) {
            WrongRegionException wrong = catchThrowableOfType(WrongRegionException.class, () -> write.accept(us));
            assertThat(wrong).as("write %s", writes.indexOf(write)).isNotNull();
            assertThat(wrong.homeRegion()).isEqualTo("eu-west-1");
        }
        assertThat(network.requests()).isZero();

        Db eu = in("eu-west-1", network);
        writes.subList(0, 1).forEach(write -> write.accept(eu));
        eu.activities().activities().save(visit);
        assertThat(eu.activities().activities().load(visitKey)).isInstanceOf(Activity.Visit.class);
        us.activities().activities().save(new Activity.Visit("ann", "1", "/", 5, null, null));
    }

    private Db traced(FaultyHttp network) {
        return LogicalDb.builder(Db.class)
                .enhancedClient(db.inRegion("us-east-1").with(network).enhancedClient())
                .build();
    }

    @Test
    void anUpdateWhoseResponseIsLostIsAppliedOnce() {
        FaultyHttp network = FaultyHttp.builder()
                .nth(1, "UpdateItem", Fault.responseLost())
                .nth(2, "UpdateItem", Fault.responseLost())
                .build();
        Db traced = traced(network);
        traced.events().events().create(new Event.Login("ann", "1", "::1"));
        traced.activities().activities().create(new Activity.Visit("ann", "1", "/", 5, null, null));

        traced.events().events().update(LOGIN, event -> {
            Event.Login login = (Event.Login) event;
            return new Event.Login(login.user(), login.at(), login.ip(), login.tries() + 1, null, login.version());
        });
        traced.activities().activities().update(VISIT, activity -> {
            Activity.Visit visit = (Activity.Visit) activity;
            return new Activity.Visit(
                    visit.user(), visit.at(), visit.page(), visit.seconds() + 1, null, visit.version());
        });

        assertThat(traced.events().events().load(LOGIN)).isEqualTo(new Event.Login("ann", "1", "::1", 2, null, 2L));
        assertThat(traced.activities().activities().load(VISIT))
                .isEqualTo(new Activity.Visit("ann", "1", "/", 6, null, 2L));
        assertThat(db.inRegion("us-east-1")
                        .client()
                        .scan(scan -> scan.tableName("events"))
                        .items())
                .allSatisfy(row -> assertThat(row).containsKey("token"));
    }

    record When(
            @Attribute(name = "sk", prefix = "EVENT#") String at,
            @Nullable Long version) {}

    record Place(@Nullable String place, @Nullable Long version) {}

    record Ip(String at, @Nullable String ip) {}

    @Test
    void aProjectionReadsWhatAllSubtypesHave() {
        Db any = traced(FaultyHttp.builder().build());
        any.events().events().save(new Event.Login("ann", "1", "::1"));
        any.events().events().save(new Event.Payment("ann", "2", "3.50"));

        ProjectedView<Event.Key, When> times = any.events().events().projecting(When.class);

        assertThat(times.load(LOGIN)).isEqualTo(new When("1", 1L));
        assertThat(times.query(new BeginsWith<>(new Event.Key("ann", ""))).contents())
                .containsExactly(new When("1", 1L), new When("2", 1L));
    }

    @Test
    void aProjectionOfSubtypesByPrefixReadsEach() {
        Db any = traced(FaultyHttp.builder().build());
        any.activities().activities().save(new Activity.Visit("ann", "1", "/", 5, "Oslo", null));
        any.activities().activities().save(new Activity.Order("ann", "7", 950, "Rome", null));

        ProjectedView<Activity.Key, Place> places =
                any.activities().activities().projecting(Place.class);

        assertThat(places.load(VISIT)).isEqualTo(new Place("Oslo", 1L));
        assertThat(places.query(new BeginsWith<>(new Activity.OfUser("ann"))).contents())
                .containsExactly(new Place("Rome", 1L), new Place("Oslo", 1L));
        assertThat(places.scanAllContents()).hasSize(2);
    }

    @Test
    void aProjectionOfOneSubtypesPropertyIsNullInOthers() {
        InlineView<Event.Key, Event> events =
                traced(FaultyHttp.builder().build()).events().events();
        events.save(new Event.Login("ann", "1", "::1"));
        events.save(new Event.Payment("ann", "2", "3.50"));
        ProjectedView<Event.Key, Ip> addresses = events.projecting(Ip.class);

        assertThat(addresses.query(new BeginsWith<>(new Event.Key("ann", ""))).contents())
                .containsExactly(new Ip("1", "::1"), new Ip("2", null));
    }
}
