package dev.tempest.tests.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.BeginsWith;
import dev.tempest.Between;
import dev.tempest.EqualTo;
import dev.tempest.GreaterThan;
import dev.tempest.GreaterThanOrEqualTo;
import dev.tempest.KeyCondition;
import dev.tempest.LessThan;
import dev.tempest.LessThanOrEqualTo;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.tests.sdk1.Sdk1Db;
import dev.tempest.tests.values.Values.AsyncDb;
import dev.tempest.tests.values.Values.Db;
import dev.tempest.tests.values.Values.Db1;
import dev.tempest.tests.values.Values.Order;
import dev.tempest.tests.values.Values.TokenDb;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Null in a key that has a prefix: refused in the table's key, absent in an index's, and all of a type in a query. */
class PrefixedKeysTest {
    @RegisterExtension
    final Sdk1Db db = new Sdk1Db().table(Values.TABLE, ValueRow1.class);

    private static final Order NO_ORDER = new Order(null, "1", "ada", "1", "n");
    private static final Order NO_LINE = new Order("1", null, "ada", "1", "n");
    private static final List<Order.Key> NO_KEYS = List.of(new Order.Key(null, "1"), new Order.Key("1", null));

    private Db sdk2;
    private TokenDb tokens;
    private Db1 sdk1;

    @BeforeEach
    void connect() {
        sdk2 = db.sdk2().logicalDb(Db.class);
        tokens = db.sdk2().logicalDb(TokenDb.class);
        sdk1 = LogicalDb.create(Db1.class, db.mapper());
    }

    private List<Map<String, AttributeValue>> rows() {
        return db.sdk2().client().scan(scan -> scan.tableName(Values.TABLE)).items();
    }

    private static void assertRefused(String property, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(property + " is null");
    }

    @Test
    void anItemWithoutItsKeyIsNotWritten() {
        for (Order order : List.of(NO_ORDER, NO_LINE)) {
            String property = order.order() == null ? "Values.Order.order" : "Values.Order.line";
            var orders = sdk2.table().orders();
            var orders1 = sdk1.table().orders();
            assertRefused(property, () -> orders.save(order));
            assertRefused(property, () -> orders.create(order));
            assertRefused(property, () -> orders.delete(order));
            assertRefused(
                    property, () -> tokens.table().orders().updateOrCreate(new Order.Key("3", "3"), none -> order));
            assertRefused(
                    property,
                    () -> sdk2.batchWrite(BatchWriteSet.builder()
                            .clobber(new Order("2", "2", "a", "1", "n"))
                            .clobber(order)
                            .build()));
            assertRefused(
                    property,
                    () -> sdk2.transactionWrite(
                            TransactionWriteSet.builder().save(order).build()));
            assertRefused(property, () -> orders1.save(order));
            assertRefused(property, () -> orders1.delete(order));
            assertRefused(
                    property,
                    () -> sdk1.batchWrite(dev.tempest.sdk1.BatchWriteSet.builder()
                            .clobber(order)
                            .build()));
            assertRefused(
                    property,
                    () -> sdk1.transactionWrite(dev.tempest.sdk1.TransactionWriteSet.builder()
                            .save(order)
                            .build()));
            var async = db.sdk2().asyncLogicalDb(AsyncDb.class).table().orders();
            assertRefused(property, () -> Joined.join(async.saveAsync(order)));
        }
        assertThat(rows()).isEmpty();
    }

    @Test
    void aKeyWithoutAPartNamesNoItem() {
        sdk2.table().orders().save(new Order("", "", "ada", "1", "n"));

        for (Order.Key key : NO_KEYS) {
            String property = key.order() == null ? "Values.Order.Key.order" : "Values.Order.Key.line";
            assertRefused(property, () -> sdk2.table().orders().load(key));
            assertRefused(property, () -> sdk2.table().orders().deleteKey(key));
            assertRefused(property, () -> tokens.table().orders().updateOrCreate(key, order -> order));
            assertRefused(property, () -> sdk2.batchLoad(List.of(key)));
            assertRefused(property, () -> sdk2.transactionLoad(List.of(key)));
            assertRefused(
                    property,
                    () -> sdk2.batchWrite(BatchWriteSet.builder().delete(key).build()));
            assertRefused(property, () -> sdk1.table().orders().load(key));
            assertRefused(property, () -> sdk1.table().orders().deleteKey(key));
            assertRefused(property, () -> sdk1.batchLoad(List.of(key)));
        }
        assertThat(rows()).hasSize(1);
    }

    @Test
    void anEmptyKeyIsTheBarePrefix() {
        Order bare = new Order("", "", "", "", "");
        sdk2.table().orders().save(bare);

        assertThat(rows().get(0))
                .containsEntry("pk", AttributeValue.fromS("ORDER_"))
                .containsEntry("sk", AttributeValue.fromS("LINE_"))
                .containsEntry("owner", AttributeValue.fromS("OWNER_"))
                .containsEntry("note", AttributeValue.fromS("NOTE_"));
        assertThat(sdk2.table().orders().load(new Order.Key("", ""))).isEqualTo(bare);
        assertThat(sdk1.table().orders().load(new Order.Key("", ""))).isEqualTo(bare);
    }

    @Test
    void anItemWithoutAnIndexKeyIsNotInTheIndex() {
        Order free = new Order("1", "1", null, null, null);
        sdk2.table().orders().save(free);
        sdk1.table().orders().save(new Order("1", "2", null, null, null));
        sdk2.table().orders().save(new Order("1", "3", "ada", null, null));

        // What is no key has the bare prefix, as before.
        assertThat(rows().get(0)).containsOnlyKeys("pk", "sk", "note");
        assertThat(sdk2.table().orders().load(new Order.Key("1", "1"))).isEqualTo(new Order("1", "1", null, null, ""));
        assertThat(db.sdk2()
                        .client()
                        .scan(scan -> scan.tableName(Values.TABLE).indexName("by_owner"))
                        .items())
                .isEmpty();
    }

    @Test
    void anUpdateThatTakesTheIndexKeyAwayTakesTheItemOutOfTheIndex() {
        sdk2.table().orders().save(new Order("1", "1", "ada", "1", "n"));
        sdk2.table().orders().save(new Order("1", "1", null, "1", "n"));

        assertThat(sdk2.table().ordersByOwner().scanAllContents()).isEmpty();
    }

    @Test
    void aQueryWithoutASortPartIsOfAllOfTheType() {
        List<Order> orders = Stream.of("1", "2", "3")
                .map(line -> new Order("1", line, "ada", line, "n"))
                .toList();
        orders.forEach(sdk2.table().orders()::save);

        for (String none : new String[] {null, ""}) {
            assertThat(sdk2.table()
                            .orders()
                            .query(new BeginsWith<>(new Order.Key("1", none)))
                            .contents())
                    .isEqualTo(orders);
            assertThat(sdk1.table()
                            .orders()
                            .query(new BeginsWith<>(new Order.Key("1", none)))
                            .contents())
                    .isEqualTo(orders);
            assertThat(sdk2.table()
                            .ordersByOwner()
                            .query(new BeginsWith<>(new Order.ByOwner("ada", none, null, null)))
                            .contents())
                    .isEqualTo(orders);
        }
        assertThat(sdk2.table()
                        .orders()
                        .query(new GreaterThan<>(new Order.Key("1", "")))
                        .contents())
                .isEqualTo(orders);
    }

    @Test
    void aComparisonWithoutASortPartIsRefused() {
        Order.Key none = new Order.Key("1", null);
        Order.Key some = new Order.Key("1", "1");
        List<KeyCondition<Order.Key>> conditions = List.of(
                new EqualTo<>(none),
                new LessThan<>(none),
                new LessThanOrEqualTo<>(none),
                new GreaterThan<>(none),
                new GreaterThanOrEqualTo<>(none),
                new Between<>(none, some),
                new Between<>(some, none));
        for (KeyCondition<Order.Key> condition : conditions) {
            assertRefused("Values.Order.Key.line", () -> sdk2.table().orders().query(condition));
            assertRefused("Values.Order.Key.line", () -> sdk1.table().orders().query(condition));
        }
        assertRefused(
                "Values.Order.ByOwner.rank",
                () -> sdk2.table().ordersByOwner().query(new EqualTo<>(new Order.ByOwner("ada", null, null, null))));
    }

    @Test
    void aQueryWithoutAPartitionIsRefused() {
        assertRefused(
                "Values.Order.Key.order", () -> sdk2.table().orders().query(new BeginsWith<>(new Order.Key(null, ""))));
        assertRefused(
                "Values.Order.ByOwner.owner",
                () -> sdk2.table().ordersByOwner().query(new BeginsWith<>(new Order.ByOwner(null, null, null, null))));
        assertRefused(
                "Values.Order.Key.order", () -> sdk1.table().orders().query(new BeginsWith<>(new Order.Key(null, ""))));
    }
}
