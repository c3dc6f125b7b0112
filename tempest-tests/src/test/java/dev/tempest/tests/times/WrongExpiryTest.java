package dev.tempest.tests.times;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.ExpiresAt;
import dev.tempest.ForIndex;
import dev.tempest.Index;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.TimeToLive;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.SecondaryIndex;
import dev.tempest.testing.TestDb;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.extensions.annotations.DynamoDbVersionAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Tables that cannot tell which of their items are expired. */
class WrongExpiryTest {
    @RegisterExtension
    final TestDb db = TestDb.of();

    record Pass(
            @Attribute(name = "pk", prefix = "PASS_") String id,
            @ExpiresAt Long expires_at) {
        record Key(String id) {}
    }

    record Ticket(
            @Attribute(name = "pk") String id, @ExpiresAt long expires_at) {
        record Key(String id) {}
    }

    record Seat(@Attribute(name = "pk", prefix = "SEAT_") String id, String hall) {
        record Key(String id) {}

        @ForIndex("by_hall")
        record ByHall(String hall, String id) {}
    }

    @TimeToLive(value = "expires_at", hideExpired = true)
    @Table(partitionKey = "pk")
    interface Hiding extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Pass.Key, Pass> passes();
    }

    @TimeToLive("expires_at")
    @Table(partitionKey = "pk")
    interface Showing extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Pass.Key, Pass> passes();
    }

    @TimeToLive("expires_at")
    @Table(partitionKey = "pk")
    interface Nothing extends LogicalTable<Map<String, AttributeValue>> {}

    @Table(partitionKey = "pk")
    interface Inheriting extends Hiding, Showing {
        @Override
        InlineView<Pass.Key, Pass> passes();
    }

    @TimeToLive(value = "expires_at", hideExpired = true)
    @Table(partitionKey = "pk")
    interface Tickets extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Ticket.Key, Ticket> tickets();
    }

    @TimeToLive(value = "expires_at", hideExpired = true)
    @Table(
            partitionKey = "pk",
            indexes =
                    @Index(
                            name = "by_hall",
                            partitionKey = "hall",
                            sortKey = "pk",
                            projection = {}))
    interface Seats extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Pass.Key, Pass> passes();

        InlineView<Seat.Key, Seat> seats();

        SecondaryIndex<Seat.ByHall, Seat> byHall();
    }

    @DynamoDbBean
    public static class Row {
        private String pk;
        private Long expires_at;
        private Long revision;

        @DynamoDbPartitionKey
        public String getPk() {
            return pk;
        }

        public void setPk(String pk) {
            this.pk = pk;
        }

        public Long getExpires_at() {
            return expires_at;
        }

        public void setExpires_at(Long expires_at) {
            this.expires_at = expires_at;
        }

        @DynamoDbVersionAttribute
        public Long getRevision() {
            return revision;
        }

        public void setRevision(Long revision) {
            this.revision = revision;
        }
    }

    @TimeToLive(value = "expires_at", hideExpired = true)
    interface Rows extends LogicalTable<Row> {}

    interface Empty extends LogicalDb {}

    interface Both extends LogicalDb {
        @TableName("one")
        Hiding hiding();

        @TableName("one")
        Nothing nothing();
    }

    @DynamoDbBean
    public static class PlainRow {
        private String pk;

        @DynamoDbPartitionKey
        public String getPk() {
            return pk;
        }

        public void setPk(String pk) {
            this.pk = pk;
        }

        private Long expires_at;

        public Long getExpires_at() {
            return expires_at;
        }

        public void setExpires_at(Long expires_at) {
            this.expires_at = expires_at;
        }
    }

    @TimeToLive(value = "expires_at", hideExpired = true)
    interface HidingRows extends LogicalTable<PlainRow> {}

    interface PlainRows extends LogicalTable<PlainRow> {}

    interface BothOfRows extends LogicalDb {
        @TableName("two")
        HidingRows hiding();

        @TableName("two")
        PlainRows plain();
    }

    private void refuses(Class<? extends LogicalTable<?>> table, String message) {
        LogicalDb any = db.logicalDb(Empty.class);

        assertThatThrownBy(() -> any.logicalTable("things", table))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void refusesAnExpiryThatCannotBeLeftOut() {
        refuses(
                Tickets.class,
                "WrongExpiryTest.Ticket.expires_at is the @ExpiresAt and cannot be null, so that an item without an expiry has"
                        + " 0, which is long past, and WrongExpiryTest.Tickets has hideExpired = true. Make it a Long, and"
                        + " leave it null for an item that does not expire.");
    }

    @Test
    void refusesAnIndexThatDoesNotHoldTheExpiry() {
        refuses(
                Seats.class,
                "WrongExpiryTest.Seats has an @TimeToLive with hideExpired = true, but its index by_hall, through which"
                        + " WrongExpiryTest.Seat is read, does not have expires_at in its projection. Add it to the"
                        + " projection in the @Index.");
    }

    @Test
    void refusesAVersionOfAnExtension() {
        refuses(
                Rows.class,
                "WrongExpiryTest.Row has the @DynamoDbVersionAttribute revision, whose extension does not see that an item is"
                        + " expired, but the @TimeToLive of table things has hideExpired = true. Use @Version in place of"
                        + " it, or leave out hideExpired.");
    }

    @Test
    void refusesInterfacesThatDoNotAgree() {
        refuses(
                Inheriting.class,
                "WrongExpiryTest.Inheriting inherits one @TimeToLive with hideExpired = true and another without. Say which by"
                        + " an @TimeToLive of its own.");
        assertThatThrownBy(() -> db.logicalDb(Both.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(" @TimeToLive with hideExpired = true, but another interface of table one has ");
        assertThatThrownBy(() -> db.logicalDb(BothOfRows.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hideExpired = true, but another interface of table two has ");
    }
}
