package dev.tempest.tests.times;

import static dev.tempest.Attributes.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.BeginsWith;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.testing.LocalDynamoDb;
import dev.tempest.testing.TestDb;
import dev.tempest.tests.times.Carts.Cart;
import dev.tempest.tests.times.Carts.Line;
import dev.tempest.tests.times.Carts.Shopper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads leave out the items that are past their expiry, before DynamoDB deletes them. */
class ExpiredReadsTest {
    private static final Cart.Key PAST = new Cart.Key("ann", "1");
    private static final Cart.Key LATER = new Cart.Key("ann", "2");
    private static final Cart.Key NEVER = new Cart.Key("ann", "3");

    private final LocalDynamoDb server = LocalDynamoDb.start();

    @RegisterExtension
    final TestDb db =
            TestDb.builder().table("carts", Carts.Plain.class).server(server).build();

    private Carts.Db carts;
    private Carts.AsyncDb async;
    private long now;

    @BeforeEach
    void oneOfThreeCartsExpires() {
        carts = LogicalDb.builder(Carts.Db.class)
                .enhancedClient(db.enhancedClient())
                .clock(server.engine().clock())
                .build();
        async = AsyncLogicalDb.builder(Carts.AsyncDb.class)
                .enhancedClient(db.enhancedAsyncClient())
                .clock(server.engine().clock())
                .build();
        now = server.engine().clock().instant().getEpochSecond();
        save("1", now + 3_600);
        save("2", now + 7_200);
        save("3", null);
        carts.plain().lines().save(new Line("ann", "1", "tea", 1L, now + 3_600));

        server.engine().clock().advance(Duration.ofHours(1));
    }

    private void save(String id, Long expiry) {
        carts.plain().carts().save(new Cart("ann", id, "open", 1L, expiry, null, null));
    }

    private InlineView<Cart.Key, Cart> at(long seconds) {
        return LogicalDb.builder(Carts.Db.class)
                .enhancedClient(db.enhancedClient())
                .clock(Clock.fixed(Instant.ofEpochSecond(seconds), ZoneOffset.UTC))
                .build()
                .plain()
                .carts();
    }

    private int stored() {
        return db.client().scan(all -> all.tableName("carts")).count();
    }

    private static List<String> ids(Iterable<Cart> found) {
        List<String> ids = new ArrayList<>();
        found.forEach(cart -> ids.add(cart.id()));
        return ids;
    }

    @Test
    void stillStoresWhatReadsLeaveOut() {
        assertThat(stored()).isEqualTo(4);
    }

    @Test
    void loads() {
        assertThat(carts.plain().carts().load(PAST)).isNull();
        assertThat(carts.plain().carts().load(PAST, true)).isNull();
        assertThat(carts.plain().carts().load(LATER)).isNotNull();
        assertThat(carts.plain().carts().load(NEVER)).isNotNull();
        assertThat(async.carts().carts().loadAsync(PAST).join()).isNull();
        assertThat(async.carts().carts().loadAsync(LATER).join()).isNotNull();
    }

    @Test
    void expiresInTheVerySecond() {
        BeginsWith<Cart.Key> all = new BeginsWith<>(new Cart.Key("ann", ""));

        assertThat(at(now + 3_599).load(PAST)).isNotNull();
        assertThat(at(now + 3_599).count(all)).isEqualTo(3);
        assertThat(at(now + 3_600).load(PAST)).isNull();
        assertThat(at(now + 3_600).count(all)).isEqualTo(2);
    }

    @Test
    void takesAnExpiryThatIsNoNumberForNone() {
        db.client()
                .putItem(put -> put.tableName("carts")
                        .item(Map.of(
                                "pk", AttributeValue.fromS("SHOPPER_ann"),
                                "sk", AttributeValue.fromS("CART_5"),
                                "state", AttributeValue.fromS("open"),
                                "expires_at", AttributeValue.fromNul(true))));

        assertThat(carts.plain().carts().load(new Cart.Key("ann", "5"))).isNotNull();
        assertThat(ids(carts.plain().carts().queryAllContents(new BeginsWith<>(new Cart.Key("ann", "")))))
                .containsExactly("2", "3", "5");
    }

    @Test
    void batchesAndTransactionsLoad() {
        assertThat(ids(carts.batchLoad(PAST, LATER, NEVER).getItems(Cart.class)))
                .containsExactly("2", "3");
        assertThat(ids(carts.transactionLoad(PAST, LATER, NEVER).getItems(Cart.class)))
                .containsExactly("2", "3");
        assertThat(ids(async.batchLoadAsync(PAST, LATER, NEVER).join().getItems(Cart.class)))
                .containsExactly("2", "3");
        assertThat(ids(async.transactionLoadAsync(PAST, LATER, NEVER).join().getItems(Cart.class)))
                .containsExactly("2", "3");
    }

    @Test
    void queries() {
        BeginsWith<Cart.Key> all = new BeginsWith<>(new Cart.Key("ann", ""));

        assertThat(ids(carts.plain().carts().query(all).contents())).containsExactly("2", "3");
        assertThat(carts.plain().carts().count(all)).isEqualTo(2);
        assertThat(ids(carts.plain()
                        .carts()
                        .queryMerged(List.of(all), QueryConfig.builder().build(), 1)))
                .containsExactly("2");
        assertThat(carts.plain()
                        .carts()
                        .query(
                                all,
                                QueryConfig.builder()
                                        .filter(number(Cart::pieces).eq(1L))
                                        .build())
                        .contents())
                .hasSize(2);
        assertThat(carts.plain()
                        .carts()
                        .query(
                                all,
                                QueryConfig.builder()
                                        .filter(number(Cart::pieces).gt(1L))
                                        .build())
                        .contents())
                .isEmpty();
        assertThat(async.carts().carts().countAsync(all).join()).isEqualTo(2);
    }

    @Test
    void queriesThroughAnIndex() {
        BeginsWith<Cart.ByState> open = new BeginsWith<>(new Cart.ByState("open", null, null));

        assertThat(ids(carts.plain().byState().query(open).contents())).containsExactly("2", "3");
        assertThat(carts.plain().byState().count(open)).isEqualTo(2);
        assertThat(carts.plain().byState().scanCount()).isEqualTo(2);
    }

    @Test
    void scans() {
        ScanConfig ofTwo = ScanConfig.builder().pageSize(2).build();

        assertThat(ids(carts.plain().carts().scanAllContents())).containsExactlyInAnyOrder("2", "3");
        assertThat(ids(carts.plain().carts().scanAllContents(ofTwo))).containsExactlyInAnyOrder("2", "3");
        assertThat(ids(carts.plain().carts().parallelScan(3))).containsExactlyInAnyOrder("2", "3");
        assertThat(carts.plain().carts().scanCount()).isEqualTo(2);
        assertThat(carts.plain().lines().scanCount()).isZero();
    }

    @Test
    void gathers() {
        Shopper shopper = carts.plain().shoppers().load(new Shopper.Key("ann"));

        assertThat(ids(shopper.carts())).containsExactly("2", "3");
        assertThat(shopper.lines()).isEmpty();
        assertThat(carts.plain()
                        .loadPartition(new Cart.Key("ann", ""), Cart.class, Line.class)
                        .getAllItems())
                .hasSize(2);
    }

    @Test
    void gathersAsManyAsAreWanted() {
        QueryConfig one = QueryConfig.builder().limit(1).build();

        Shopper shopper = carts.plain().shoppers().load(new Shopper.Key("ann"), one);

        assertThat(ids(shopper.carts())).containsExactly("2");
    }

    @Test
    void readsRawItems() {
        assertThat(carts.plain()
                        .load(Map.of("pk", AttributeValue.fromS("SHOPPER_ann"), "sk", AttributeValue.fromS("CART_1"))))
                .isNull();
    }
}
