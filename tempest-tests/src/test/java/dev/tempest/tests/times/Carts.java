package dev.tempest.tests.times;

import dev.tempest.Attribute;
import dev.tempest.CreatedAt;
import dev.tempest.EpochUnit;
import dev.tempest.ExpiresAt;
import dev.tempest.ForIndex;
import dev.tempest.Index;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.TimeToLive;
import dev.tempest.Version;
import dev.tempest.WriteToken;
import dev.tempest.sdk2.AsyncInlineView;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncLogicalTable;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.ItemCollection;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.SecondaryIndex;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A table whose expired items count as absent: carts with a version, and their lines without. */
interface Carts {

    record Cart(
            @Attribute(name = "pk", prefix = "SHOPPER_") String shopper,
            @Attribute(name = "sk", prefix = "CART_") String id,
            String state,
            Long pieces,
            @ExpiresAt Long expires_at,
            @CreatedAt(unit = EpochUnit.SECONDS) Long created,
            @Version Long version) {
        record Key(String shopper, String id) {}

        @ForIndex("by_state")
        record ByState(String state, String shopper, String id) {}

        Cart with(String other) {
            return new Cart(shopper, id, other, pieces, expires_at, created, version);
        }

        Cart until(Long seconds) {
            return new Cart(shopper, id, state, pieces, seconds, created, version);
        }
    }

    record Line(
            @Attribute(name = "pk", prefix = "SHOPPER_") String shopper,
            @Attribute(name = "sk", prefix = "LINE_") String id,
            String text,
            Long pieces,
            @ExpiresAt Long expires_at) {
        record Key(String shopper, String id) {}
    }

    record Shopper(List<Cart> carts, List<Line> lines) {
        record Key(String shopper) {}
    }

    interface Views extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Cart.Key, Cart> carts();

        InlineView<Line.Key, Line> lines();

        SecondaryIndex<Cart.ByState, Cart> byState();

        ItemCollection<Shopper.Key, Shopper> shoppers();
    }

    @TimeToLive(value = "expires_at", hideExpired = true)
    @Table(
            partitionKey = "pk",
            sortKey = "sk",
            indexes = @Index(name = "by_state", partitionKey = "state", sortKey = "sk"))
    interface Plain extends Views {}

    @WriteToken("token")
    @TimeToLive(value = "expires_at", hideExpired = true)
    @Table(
            partitionKey = "pk",
            sortKey = "sk",
            indexes = @Index(name = "by_state", partitionKey = "state", sortKey = "sk"))
    interface Marked extends Views {}

    interface Db extends LogicalDb {
        @TableName("carts")
        Plain plain();
    }

    interface MarkedDb extends LogicalDb {
        @TableName("carts")
        Marked marked();
    }

    @TimeToLive(value = "expires_at", hideExpired = true)
    @Table(partitionKey = "pk", sortKey = "sk")
    interface Async extends AsyncLogicalTable<Map<String, AttributeValue>> {
        AsyncInlineView<Cart.Key, Cart> carts();

        AsyncInlineView<Line.Key, Line> lines();
    }

    interface AsyncDb extends AsyncLogicalDb {
        @TableName("carts")
        Async carts();
    }
}
