package dev.tempest.tests.subtypes;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.number;
import static dev.tempest.Attributes.ofSubtype;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.BeginsWith;
import dev.tempest.Between;
import dev.tempest.EqualTo;
import dev.tempest.Offset;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.subtypes.Activity.Activities;
import dev.tempest.tests.subtypes.Activity.ActivityDb;
import dev.tempest.tests.subtypes.Activity.OfUser;
import dev.tempest.tests.subtypes.Activity.Order;
import dev.tempest.tests.subtypes.Activity.Profile;
import dev.tempest.tests.subtypes.Activity.Visit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Items of several types in one view, told apart by the prefixes of their sort keys. */
class SubtypesByPrefixTest {
    private static final BeginsWith<Activity.Key> OF_ANN = new BeginsWith<>(new OfUser("ann"));

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("activities", Activities.class));

    private ActivityDb activityDb;
    private Activities table;
    private InlineView<Activity.Key, Activity> activities;

    private final Visit first = new Visit("ann", "1", "/", 5, "Oslo", null);
    private final Visit second = new Visit("ann", "2", "/shop", 9, null, null);
    private final Order order = new Order("ann", "7", 950, "Oslo", null);

    @BeforeEach
    void connect() {
        activityDb = db.logicalDb(ActivityDb.class);
        table = activityDb.activities();
        activities = table.activities();
        List.of(first, second, order).forEach(activities::save);
        table.profiles().save(new Profile("ann", "", "Ann"));
    }

    @Test
    void anItemIsReadAsTheSubtypeOfItsKey() {
        assertThat(activities.load(new Visit.Key("ann", "1"))).isEqualTo(new Visit("ann", "1", "/", 5, "Oslo", 1L));
        assertThat(activities.load(new Order.Key("ann", "7"))).isEqualTo(new Order("ann", "7", 950, "Oslo", 1L));
        assertThat(activities.load(new Order.Key("ann", "8"))).isNull();
        assertThat(db.client()
                        .getItem(get -> get.tableName("activities")
                                .key(Map.of(
                                        "pk", AttributeValue.fromS("USER#ann"), "sk", AttributeValue.fromS("ORDER#7"))))
                        .item())
                .doesNotContainKey("type");
        assertThatThrownBy(() -> activities.load(new OfUser("ann")))
                .hasMessage(
                        "Activity.OfUser names a partition, but a single item is meant. Give the key of a subtype of"
                                + " Activity.");
    }

    @Test
    void aQueryReadsAllSubtypesOrOne() {
        assertThat(activities.query(OF_ANN).contents())
                .extracting(Object::getClass)
                .containsExactly(Order.class, Visit.class, Visit.class);
        assertThat(activities.query(new BeginsWith<>(new Visit.Key("ann", ""))).contents())
                .hasSize(2);
        assertThat(activities.query(new EqualTo<>(new Visit.Key("ann", "2"))).contents())
                .hasSize(1);
        assertThat(activities.count(OF_ANN)).isEqualTo(3);
        assertThat(activities.count(new BeginsWith<>(new Order.Key("ann", "")))).isEqualTo(1);
        assertThat(activities.queryMerged(List.of(OF_ANN), QueryConfig.builder().build(), 2))
                .hasSize(2);
        assertThat(activities.scanAllContents()).hasSize(3);
        assertThat(activities.scanCount()).isEqualTo(3);
        assertThatThrownBy(() -> activities.query(new EqualTo<>(new OfUser("ann"))))
                .hasMessage(
                        "EqualTo compares sort keys, but Activity.OfUser names the partition alone. Use BeginsWith, or"
                                + " a key of a subtype.");
        assertThatThrownBy(() -> activities.query(new Between<>(new Visit.Key("ann", "1"), new Order.Key("ann", "7"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pagesGoOnWhereTheyEnded() {
        QueryConfig config = QueryConfig.builder().pageSize(3).build();

        Page<Activity.Key, Activity> page = activities.query(OF_ANN, config);

        assertThat(page.contents())
                .as("an order, a visit; the profile between them is left out")
                .hasSize(2);
        assertThat(page.offset().key()).isEqualTo(new Visit.Key("ann", "1"));
        assertThat(activities
                        .query(OF_ANN, config, new Offset<>(new Visit.Key("ann", "1")))
                        .contents())
                .containsExactly(new Visit("ann", "2", "/shop", 9, null, 1L));
        assertThat(activities.queryAllContents(
                        OF_ANN, QueryConfig.builder().pageSize(1).build()))
                .hasSize(3);
    }

    @Test
    void filtersNameWhatASubtypeHasWhereTheKeyIsOfTheSubtype() {
        QueryConfig longer =
                QueryConfig.builder().filter(attr(Visit::seconds).gt(6L)).build();

        assertThat(activities
                        .query(new BeginsWith<>(new Visit.Key("ann", "")), longer)
                        .contents())
                .hasSize(1);
        assertThatThrownBy(() -> activities.query(OF_ANN, longer))
                .hasMessage(
                        "Activity.Visit.seconds is a property of a subtype that the key determines, but DynamoDB does not"
                                + " let a filter name the key. Query with a key of the subtype.");
        assertThat(activities.scanAllContents(
                        ScanConfig.builder().filter(attr(Visit::page).ne("/")).build()))
                .hasSize(1);
    }

    @Test
    void changesAreOfTheSubtypeOfTheKey() {
        assertThat(activities.patch(
                        new Visit.Key("ann", "1"),
                        ofSubtype(Activity.class, number(Visit::seconds).add(2))))
                .isEqualTo(new Visit("ann", "1", "/", 7, "Oslo", 2L));
        assertThatThrownBy(() -> activities.patch(
                        new Order.Key("ann", "7"),
                        ofSubtype(Activity.class, attr(Visit::page).set("x"))))
                .isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(activities.increment(
                        new Visit.Key("ann", "1"), ofSubtype(Activity.class, number(Visit::seconds)), 1))
                .isEqualTo(8);
        assertThatThrownBy(() -> activities.update(new Visit.Key("ann", "1"), visit -> order))
                .hasMessageContaining("An update cannot change the key");
        assertThat(activities.deleteKey(new Order.Key("ann", "7"))).isInstanceOf(Order.class);
    }

    @Test
    void batchesAndTransactionsTakeTheKeysOfAllSubtypes() {
        activityDb.batchWrite(new BatchWriteSet.Builder()
                .clobber(new Visit("bob", "1", "/", 1, null, 1L))
                .delete(new Order.Key("ann", "7"))
                .ignoreVersions()
                .build());
        activityDb.transactionWrite(TransactionWriteSet.builder()
                .create(new Order("bob", "2", 5, null, null))
                .patch(new Visit.Key("ann", "1"), attr(Visit::page).set("/new"))
                .build());

        assertThat(activityDb
                        .batchLoad(new Visit.Key("bob", "1"), new Order.Key("bob", "2"), new Order.Key("ann", "7"))
                        .getItems(Activity.class))
                .hasSize(2);
        assertThat(activities.load(new Visit.Key("ann", "1"))).isEqualTo(new Visit("ann", "1", "/new", 5, "Oslo", 2L));
    }

    @Test
    void anIndexReadsAllSubtypesOrOne() {
        assertThat(table.byPlace()
                        .query(new BeginsWith<>(new Activity.OfPlace("Oslo")))
                        .contents())
                .hasSize(2);
        assertThat(table.byPlace()
                        .query(new BeginsWith<>(new Order.ByPlace("Oslo", "ann", "")))
                        .contents())
                .hasSize(1);
    }

    @Test
    void aCollectionGathersAllSubtypes() {
        Activity.Feed feed = table.feeds().load(new OfUser("ann"));

        assertThat(feed.profile()).isEqualTo(new Profile("ann", "", "Ann"));
        assertThat(feed.activities()).hasSize(3);
        assertThat(table.loadPartition(new OfUser("ann"), Activity.class).get(new Order.Key("ann", "7")))
                .isInstanceOf(Order.class);
    }

    @Test
    void aSubtypeMayHaveAViewOfItsOwn() {
        assertThat(table.visits()
                        .query(new BeginsWith<>(new Visit.Key("ann", "")))
                        .contents())
                .hasSize(2);
        table.visits().save(new Visit("ann", "3", "/new", 1, null, null));
        assertThat(activities.load(new Visit.Key("ann", "3"))).isInstanceOf(Visit.class);
    }
}
