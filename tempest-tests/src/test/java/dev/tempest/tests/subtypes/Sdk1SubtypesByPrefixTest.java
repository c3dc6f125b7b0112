package dev.tempest.tests.subtypes;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.number;
import static dev.tempest.Attributes.ofSubtype;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException;
import dev.tempest.BeginsWith;
import dev.tempest.Index;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.sdk1.InlineView;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.sdk1.LogicalTable;
import dev.tempest.sdk1.QueryConfig;
import dev.tempest.sdk1.SecondaryIndex;
import dev.tempest.testing.sdk1.TestDb;
import dev.tempest.testing.sdk1.TestTable;
import dev.tempest.tests.subtypes.Activity.OfUser;
import dev.tempest.tests.subtypes.Activity.Order;
import dev.tempest.tests.subtypes.Activity.Profile;
import dev.tempest.tests.subtypes.Activity.Visit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same item types over SDK 1.x. */
class Sdk1SubtypesByPrefixTest {
    @Table(
            partitionKey = "pk",
            sortKey = "sk",
            indexes = @Index(name = "by_place", partitionKey = "place", sortKey = "pk"))
    interface Activities extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Activity.Key, Activity> activities();

        InlineView<Profile.Key, Profile> profiles();

        SecondaryIndex<Activity.PlaceKey, Activity> byPlace();
    }

    interface ActivityDb extends LogicalDb {
        @TableName("activities")
        Activities activities();
    }

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("activities", Activities.class));

    private ActivityDb activityDb;
    private InlineView<Activity.Key, Activity> activities;

    @BeforeEach
    void connect() {
        activityDb = db.logicalDb(ActivityDb.class);
        activities = activityDb.activities().activities();
        List.of(
                        new Visit("ann", "1", "/", 5, "Oslo", null),
                        new Visit("ann", "2", "/shop", 9, null, null),
                        new Order("ann", "7", 950, "Oslo", null))
                .forEach(activities::save);
        activityDb.activities().profiles().save(new Profile("ann", "", "Ann"));
    }

    @Test
    void readsAllSubtypesOrOne() {
        QueryConfig longer =
                QueryConfig.builder().filter(attr(Visit::seconds).gt(6L)).build();

        assertThat(activities.load(new Order.Key("ann", "7"))).isEqualTo(new Order("ann", "7", 950, "Oslo", 1L));
        assertThat(activities.query(new BeginsWith<>(new OfUser("ann"))).contents())
                .extracting(Object::getClass)
                .containsExactly(Order.class, Visit.class, Visit.class);
        assertThat(activities
                        .query(new BeginsWith<>(new Visit.Key("ann", "")), longer)
                        .contents())
                .hasSize(1);
        assertThat(activities.scanAllContents()).hasSize(3);
        assertThat(activityDb
                        .activities()
                        .byPlace()
                        .query(new BeginsWith<>(new Activity.OfPlace("Oslo")))
                        .contents())
                .hasSize(2);
        assertThat(activityDb
                        .batchLoad(new Visit.Key("ann", "1"), new Order.Key("ann", "7"))
                        .getItems(Activity.class))
                .hasSize(2);
    }

    @Test
    void changesTheSubtypeOfTheKey() {
        assertThat(activities.patch(
                        new Visit.Key("ann", "1"),
                        ofSubtype(Activity.class, number(Visit::seconds).add(2))))
                .isEqualTo(new Visit("ann", "1", "/", 7, "Oslo", 2L));
        assertThatThrownBy(() -> activities.patch(
                        new Order.Key("ann", "7"),
                        ofSubtype(Activity.class, attr(Visit::page).set("x"))))
                .isInstanceOf(ConditionalCheckFailedException.class);
    }
}
