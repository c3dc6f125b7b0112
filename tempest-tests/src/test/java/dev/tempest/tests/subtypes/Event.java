package dev.tempest.tests.subtypes;

import dev.tempest.Attribute;
import dev.tempest.CreatedAt;
import dev.tempest.ForIndex;
import dev.tempest.Index;
import dev.tempest.KeyTemplate;
import dev.tempest.Subtype;
import dev.tempest.SubtypeAttribute;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.UpdatedAt;
import dev.tempest.Version;
import dev.tempest.sdk2.AsyncInlineView;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncLogicalTable;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.ItemCollection;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.SecondaryIndex;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What users did. An attribute says what it was. */
@SubtypeAttribute("kind")
sealed interface Event {
    @Attribute(name = "pk", prefix = "USER#")
    String user();

    @Attribute(name = "sk", prefix = "EVENT#")
    String at();

    @Version
    @Nullable Long version();

    record Key(String user, String at) {}

    @ForIndex("by_place")
    record ByPlace(String place, String user, String at) {}

    @Subtype("login")
    record Login(
            String user,
            String at,
            String ip,
            long tries,
            @Nullable String place,
            @Nullable Long version) implements Event {
        Login(String user, String at, String ip) {
            this(user, at, ip, 1, null, null);
        }
    }

    @Subtype("payment")
    @KeyTemplate(attribute = "receipt", value = "{currency}-{user}")
    record Payment(
            String user,
            String at,
            BigDecimal amount,
            String currency,
            @Nullable String place,
            @Nullable Long version) implements Event {
        Payment(String user, String at, String amount) {
            this(user, at, new BigDecimal(amount), "EUR", null, null);
        }
    }

    /** Stored where a login has its address, as another type. */
    @Subtype("comment")
    record Comment(
            String user,
            String at,
            String text,
            @Attribute(name = "ip") int likes,
            @Nullable Long version) implements Event {}

    record Profile(
            @Attribute(name = "pk", prefix = "USER#") String user,
            @Attribute(name = "sk", prefix = "PROFILE") String profile,
            String name) {
        record Key(String user, String profile) {}
    }

    record Feed(@Nullable Profile profile, List<Event> events) {}

    @Table(
            partitionKey = "pk",
            sortKey = "sk",
            indexes = @Index(name = "by_place", partitionKey = "place", sortKey = "sk"))
    interface Events extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Key, Event> events();

        InlineView<Profile.Key, Profile> profiles();

        SecondaryIndex<ByPlace, Event> byPlace();

        ItemCollection<Key, Feed> feeds();
    }

    interface EventDb extends LogicalDb {
        @TableName("events")
        Events events();
    }

    @Table(
            partitionKey = "pk",
            sortKey = "sk",
            indexes = @Index(name = "by_place", partitionKey = "place", sortKey = "sk"))
    interface AsyncEvents extends AsyncLogicalTable<Map<String, AttributeValue>> {
        AsyncInlineView<Key, Event> events();
    }

    interface AsyncEventDb extends AsyncLogicalDb {
        @TableName("events")
        AsyncEvents events();
    }

    /** Times, which all subtypes have. */
    sealed interface Note {
        String id();

        @CreatedAt
        @Nullable Instant created();

        @UpdatedAt
        @Nullable Instant updated();

        record Key(String id) {}

        record Text(
                String id,
                String text,
                @Nullable Instant created,
                @Nullable Instant updated) implements Note {}

        record Link(
                String id,
                String target,
                @Nullable Instant created,
                @Nullable Instant updated) implements Note {}
    }
}
