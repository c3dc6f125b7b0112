package dev.tempest.tests.unique;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.Attribute;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.TimeToLive;
import dev.tempest.Unique;
import dev.tempest.Version;
import dev.tempest.sdk2.AsyncInlineView;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncLogicalTable;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items with unique values: of a type with a version, and of one without. */
final class Members {
    private Members() {}

    /** Its address is unique, and so are room and chair together. */
    record Member(
            @Attribute(name = "pk") String club,
            @Attribute(name = "sk", prefix = "MEMBER#") String id,
            @Unique @Nullable String email,
            @Unique("seat") @Nullable String room,
            @Unique("seat") @Nullable Integer chair,
            @Nullable String name,
            @Nullable Long points,
            @Nullable Long expires,
            @Version @Nullable Long version) {
        record Key(String club, String id) {}

        static Member of(String id, @Nullable String email) {
            return new Member("c", id, email, null, null, null, null, null, null);
        }

        Member withEmail(@Nullable String changed) {
            return new Member(club, id, changed, room, chair, name, points, expires, version);
        }

        Member withName(String changed) {
            return new Member(club, id, email, room, chair, changed, points, expires, version);
        }

        Member withSeat(@Nullable String changedRoom, @Nullable Integer changedChair) {
            return new Member(club, id, email, changedRoom, changedChair, name, points, expires, version);
        }

        Member withExpires(long changed) {
            return new Member(club, id, email, room, chair, name, points, changed, version);
        }
    }

    /** Without a version. */
    record Guest(
            @Attribute(name = "pk") String club,
            @Attribute(name = "sk", prefix = "GUEST#") String id,
            @Unique("guests") @Nullable String email,
            @Nullable String name) {
        record Key(String club, String id) {}

        static Guest of(String id, @Nullable String email) {
            return new Guest("c", id, email, null);
        }
    }

    @dev.tempest.Table(partitionKey = "pk", sortKey = "sk")
    @TimeToLive("expires")
    interface MemberTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Member.Key, Member> members();

        InlineView<Guest.Key, Guest> guests();
    }

    @Table(partitionKey = "pk", sortKey = "sk")
    @TimeToLive("expires")
    interface AsyncMemberTable extends AsyncLogicalTable<Map<String, AttributeValue>> {
        AsyncInlineView<Member.Key, Member> members();

        AsyncInlineView<Guest.Key, Guest> guests();
    }

    interface Db extends LogicalDb {
        @TableName("members")
        MemberTable members();
    }

    interface AsyncDb extends AsyncLogicalDb {
        @TableName("members")
        AsyncMemberTable members();
    }

    static Member.Key key(String id) {
        return new Member.Key("c", id);
    }

    static Guest.Key guestKey(String id) {
        return new Guest.Key("c", id);
    }

    /** All items of the table as they are stored. */
    static List<Map<String, AttributeValue>> stored(DynamoDbClient client) {
        return client.scanPaginator(scan -> scan.tableName("members").consistentRead(true)).items().stream()
                .toList();
    }

    /** The companion items: the key of the item that has the value, by the value's text. */
    static Map<String, String> companions(DynamoDbClient client) {
        Map<String, String> companions = new TreeMap<>();
        for (Map<String, AttributeValue> row : stored(client)) {
            if (row.get("pk").s().startsWith("unique#")) {
                companions.put(row.get("pk").s(), row.get("unique#sk").s());
            }
        }
        return companions;
    }

    /** Checks that no two items have one value, and that each value's companion item names the item that has it. */
    static void requireUnique(DynamoDbClient client) {
        Map<String, String> holders = new HashMap<>();
        Set<String> seats = new HashSet<>();
        for (Map<String, AttributeValue> row : stored(client)) {
            String id = row.get("sk").s();
            if (row.containsKey("email") && !id.startsWith("unique#")) {
                String name = id.startsWith("MEMBER#") ? "email" : "guests";
                String other =
                        holders.put("unique#" + name + "#S:" + row.get("email").s(), id);
                assertThat(other).as("the other owner of a value").isNull();
            }
            if (row.containsKey("room") && row.containsKey("chair")) {
                String seat = row.get("room").s() + "#N:" + row.get("chair").n();
                assertThat(seats.add(seat)).as("a seat of two members").isTrue();
                holders.put("unique#seat#S:" + seat, id);
            }
        }
        assertThat(companions(client)).containsAllEntriesOf(holders);
    }
}
