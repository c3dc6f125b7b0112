package dev.tempest.tests.subtypes;

import dev.tempest.Attribute;
import dev.tempest.ForIndex;
import dev.tempest.Index;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.Version;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.ItemCollection;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.SecondaryIndex;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What users did. The sort key's prefix says what it was. */
sealed interface Activity {
    @Attribute(name = "pk", prefix = "USER#")
    String user();

    @Version
    @Nullable Long version();

    sealed interface Key permits OfUser, Visit.Key, Order.Key {}

    /** All activities of a user. */
    record OfUser(String user) implements Key {}

    @ForIndex("by_place")
    sealed interface PlaceKey permits Visit.ByPlace, Order.ByPlace, OfPlace {}

    record OfPlace(String place) implements PlaceKey {}

    record Visit(
            String user,
            @Attribute(name = "sk", prefix = "VISIT#") String at,
            String page,
            long seconds,
            @Nullable String place,
            @Nullable Long version)
            implements Activity {
        record Key(String user, String at) implements Activity.Key {}

        record ByPlace(String place, String user, String at) implements PlaceKey {}
    }

    record Order(
            String user,
            @Attribute(name = "sk", prefix = "ORDER#") String number,
            @Attribute(name = "page") int cents,
            @Nullable String place,
            @Nullable Long version)
            implements Activity {
        record Key(String user, String number) implements Activity.Key {}

        record ByPlace(String place, String user, String number) implements PlaceKey {}
    }

    /** Its sort key lies between those of an order and a visit. */
    record Profile(
            @Attribute(name = "pk", prefix = "USER#") String user,
            @Attribute(name = "sk", prefix = "PROFILE") String profile,
            String name) {
        record Key(String user, String profile) {}
    }

    record Feed(@Nullable Profile profile, List<Activity> activities) {}

    @Table(
            partitionKey = "pk",
            sortKey = "sk",
            indexes = @Index(name = "by_place", partitionKey = "place", sortKey = "pk"))
    interface Activities extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Key, Activity> activities();

        InlineView<Visit.Key, Visit> visits();

        InlineView<Profile.Key, Profile> profiles();

        SecondaryIndex<PlaceKey, Activity> byPlace();

        ItemCollection<OfUser, Feed> feeds();
    }

    interface ActivityDb extends LogicalDb {
        @TableName("activities")
        Activities activities();
    }
}
