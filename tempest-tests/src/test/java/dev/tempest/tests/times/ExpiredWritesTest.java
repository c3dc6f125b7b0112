package dev.tempest.tests.times;

import static dev.tempest.Attributes.changes;
import static dev.tempest.Attributes.number;
import static dev.tempest.Attributes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.sdk2.Increment;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.LocalDynamoDb;
import dev.tempest.testing.TestDb;
import dev.tempest.tests.times.Carts.Cart;
import dev.tempest.tests.times.Carts.Line;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Where an expired item is still stored, a write does what it does where there is none. */
class ExpiredWritesTest {
    private static final long HOUR = 3_600;
    private static final Cart.Key CART = new Cart.Key("ann", "1");
    private static final Line.Key LINE = new Line.Key("ann", "1");

    private final LocalDynamoDb server = LocalDynamoDb.start();

    @RegisterExtension
    final TestDb db =
            TestDb.builder().table("carts", Carts.Plain.class).server(server).build();

    /** The forms in which a table's writes are sent. */
    enum Form {
        STANDARD,
        MARKED,
        TRANSACTIONAL
    }

    private record Tables(LogicalDb db, Carts.Views views) {}

    private Tables tables(Form form) {
        if (form == Form.MARKED) {
            Carts.MarkedDb marked = LogicalDb.builder(Carts.MarkedDb.class)
                    .enhancedClient(db.enhancedClient())
                    .clock(server.engine().clock())
                    .build();
            return new Tables(marked, marked.marked());
        }
        Carts.Db plain = LogicalDb.builder(Carts.Db.class)
                .enhancedClient(db.enhancedClient())
                .clock(server.engine().clock())
                .conditionalWrites(ConditionalWrites.valueOf(form.name()))
                .build();
        return new Tables(plain, plain.plain());
    }

    private long now() {
        return server.engine().clock().instant().getEpochSecond();
    }

    private Cart cart() {
        return new Cart("ann", "1", "new", 1L, null, null, null);
    }

    private Line line() {
        return new Line("ann", "1", "new", 1L, null);
    }

    /** An expired cart of version 3 and an expired line, both with an attribute of another program. */
    private Tables expired(Form form) {
        put("CART_1", Map.of("state", AttributeValue.fromS("old"), "version", AttributeValue.fromN("3")));
        put("LINE_1", Map.of("text", AttributeValue.fromS("old")));
        server.engine().clock().advance(Duration.ofHours(1));
        return tables(form);
    }

    private void put(String sortKey, Map<String, AttributeValue> more) {
        Map<String, AttributeValue> row = new HashMap<>(more);
        row.put("pk", AttributeValue.fromS("SHOPPER_ann"));
        row.put("sk", AttributeValue.fromS(sortKey));
        row.put("pieces", AttributeValue.fromN("7"));
        row.put("created", AttributeValue.fromN("5"));
        row.put("colour", AttributeValue.fromS("red"));
        row.put("expires_at", AttributeValue.fromN(Long.toString(now() + HOUR)));
        db.client().putItem(put -> put.tableName("carts").item(row));
    }

    private Map<String, AttributeValue> stored(String sortKey) {
        return db.client()
                .getItem(get -> get.tableName("carts")
                        .key(Map.of("pk", AttributeValue.fromS("SHOPPER_ann"), "sk", AttributeValue.fromS(sortKey))))
                .item();
    }

    private void isNewCart(Cart written) {
        assertThat(written.version()).isEqualTo(1);
        assertThat(written.created()).isGreaterThan(HOUR);
        assertThat(stored("CART_1"))
                .doesNotContainKeys("colour", "expires_at")
                .containsEntry("version", AttributeValue.fromN("1"))
                .containsEntry("created", AttributeValue.fromN(Long.toString(written.created())));
    }

    @ParameterizedTest
    @EnumSource
    void createsOverIt(Form form) {
        Tables tables = expired(form);

        isNewCart(tables.views().carts().create(cart()));
        tables.views().lines().create(line());

        assertThat(stored("LINE_1")).doesNotContainKey("colour");
        assertThatThrownBy(() -> tables.views().carts().create(cart()))
                .isInstanceOf(ConditionalCheckFailedException.class)
                .hasMessageContaining("expected no item, found version 1");
    }

    @ParameterizedTest
    @EnumSource
    void savesANewItemOverIt(Form form) {
        Tables tables = expired(form);

        isNewCart(tables.views().carts().save(cart()));
    }

    @ParameterizedTest
    @EnumSource
    void mergesIntoNothing(Form form) {
        Tables tables = expired(form);

        isNewCart(tables.views().carts().merge(cart()));
        assertThat(tables.views().lines().merge(line())).isEqualTo(line());
        assertThat(stored("LINE_1")).doesNotContainKeys("colour", "created");
    }

    @ParameterizedTest
    @EnumSource
    void updatesOrCreates(Form form) {
        Tables tables = expired(form);

        isNewCart(tables.views().carts().updateOrCreate(CART, found -> {
            assertThat(found).isNull();
            return cart();
        }));
    }

    @ParameterizedTest
    @EnumSource
    void patchesOrCreates(Form form) {
        Tables tables = expired(form);

        Cart patched = tables.views()
                .carts()
                .patch(CART, changes(text(Cart::state).set("new")).orCreate());

        isNewCart(patched);
        assertThat(patched.pieces()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void countsFromTheBeginning(Form form) {
        Tables tables = expired(form);

        assertThat(tables.views()
                        .carts()
                        .increment(CART, Increment.of(number(Cart::pieces), 2).orCreate()))
                .containsEntry("pieces", 2L);
        assertThat(tables.views()
                        .lines()
                        .increment(LINE, Increment.of(number(Line::pieces), 2).orCreate()))
                .containsEntry("pieces", 2L);
        assertThat(stored("CART_1")).doesNotContainKeys("colour", "expires_at", "state");
        assertThat(stored("LINE_1")).doesNotContainKeys("colour", "expires_at", "text");
    }

    @ParameterizedTest
    @EnumSource
    void changesNothingOfIt(Form form) {
        Carts.Views views = expired(form).views();
        Cart read = new Cart("ann", "1", "old", 7L, null, 5L, 3L);

        assertThatThrownBy(() -> views.carts().update(CART, it -> it.with("x")))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> views.carts().patch(CART, text(Cart::state).set("x")))
                .isInstanceOf(ConditionalCheckFailedException.class)
                .hasMessageContaining("expected an item, found no item");
        assertThatThrownBy(() -> views.carts().increment(CART, "pieces", 1))
                .isInstanceOf(ConditionalCheckFailedException.class)
                .hasMessageContaining("expected an item, found no item");
        assertThatThrownBy(() -> views.carts().patchItem(read, text(Cart::state).set("x")))
                .hasMessageContaining("expected version 3, found no item");
        assertThatThrownBy(() -> views.carts().save(read.until(now() + 9)))
                .hasMessageContaining("expected version 3, found no item");
        assertThatThrownBy(() -> views.carts().merge(read)).hasMessageContaining("expected version 3, found no item");
        assertThatThrownBy(() -> views.carts().delete(read)).hasMessageContaining("expected version 3, found no item");
        assertThatThrownBy(() -> views.lines().save(line(), text(Line::text).eq("old")))
                .hasMessageContaining("found no item");
        assertThat(stored("CART_1")).containsEntry("state", AttributeValue.fromS("old"));
    }

    @Test
    void returnsNothingOfWhatItDeletes() {
        Carts.Views views = expired(Form.STANDARD).views();

        assertThat(views.lines().deleteKey(LINE)).isNull();
        assertThat(views.lines().delete(line())).isNull();
        assertThat(stored("LINE_1")).isEmpty();
    }

    @Test
    void reportsNoItemThatStoodInTheWay() {
        Carts.Views views = expired(Form.STANDARD).views();

        try {
            views.carts().patch(CART, text(Cart::state).set("x"));
        } catch (ConditionalCheckFailedException e) {
            assertThat(views.carts().itemIn(e)).isEmpty();
        }
    }

    @Test
    void writesInABatch() {
        Tables tables = expired(Form.STANDARD);

        tables.db().batchWrite(BatchWriteSet.builder().clobber(line()).build());

        assertThat(stored("LINE_1")).doesNotContainKey("colour");
    }

    @Test
    void writesInATransaction() {
        Tables tables = expired(Form.STANDARD);

        tables.db()
                .transactionWrite(TransactionWriteSet.builder()
                        .create(cart())
                        .save(line())
                        .build());

        isNewCart(tables.views().carts().load(CART));
        assertThat(stored("LINE_1")).doesNotContainKey("colour");
    }

    /** Transactions on a condition that an absent item does not meet. */
    static Stream<TransactionWriteSet> ofWhatMustBeThere() {
        return Stream.of(
                TransactionWriteSet.builder()
                        .patch(CART, text(Cart::state).set("x"))
                        .build(),
                TransactionWriteSet.builder()
                        .increment(CART, Increment.of(number(Cart::pieces), 1))
                        .build(),
                TransactionWriteSet.builder().checkCondition(CART).build(),
                TransactionWriteSet.builder()
                        .checkCondition(LINE, text(Line::text).eq("old"))
                        .build(),
                TransactionWriteSet.builder()
                        .delete(LINE, text(Line::text).eq("old"))
                        .build());
    }

    @ParameterizedTest
    @MethodSource("ofWhatMustBeThere")
    void cancelsATransactionThatNeedsIt(TransactionWriteSet set) {
        Tables tables = expired(Form.STANDARD);

        assertThatThrownBy(() -> tables.db().transactionWrite(set))
                .isInstanceOf(TransactionCanceledException.class)
                .hasMessageContaining("found no item");
    }

    static Stream<TransactionWriteSet> ofWhatWouldKeepAttributes() {
        return Stream.of(
                TransactionWriteSet.builder()
                        .merge(new Line("ann", "1", "new", 1L, null))
                        .build(),
                TransactionWriteSet.builder()
                        .merge(new Cart("ann", "1", "new", 1L, null, null, null))
                        .build(),
                TransactionWriteSet.builder()
                        .patch(CART, changes(text(Cart::state).set("x")).orCreate())
                        .build(),
                TransactionWriteSet.builder()
                        .increment(CART, Increment.of(number(Cart::pieces), 1).orCreate())
                        .build());
    }

    @ParameterizedTest
    @MethodSource("ofWhatWouldKeepAttributes")
    void cancelsATransactionThatCannotReplaceIt(TransactionWriteSet set) {
        Tables tables = expired(Form.STANDARD);

        assertThatThrownBy(() -> tables.db().transactionWrite(set))
                .isInstanceOf(TransactionCanceledException.class)
                .hasMessageContaining("found an expired item, which only a save or a create replaces in a transaction");
    }

    @Test
    void sendsATransactionWithATokenTwice() {
        Tables tables = expired(Form.STANDARD);
        TransactionWriteSet set = TransactionWriteSet.builder()
                .create(cart())
                .delete(LINE)
                .idempotencyToken("a")
                .build();

        tables.db().transactionWrite(set);
        server.engine().clock().advance(Duration.ofSeconds(2));
        tables.db().transactionWrite(set);

        assertThat(stored("CART_1")).containsEntry("version", AttributeValue.fromN("1"));
    }

    @Test
    void doesTheSameWithoutBlocking() {
        expired(Form.STANDARD);
        Carts.AsyncDb async = AsyncLogicalDb.builder(Carts.AsyncDb.class)
                .enhancedClient(db.enhancedAsyncClient())
                .clock(server.engine().clock())
                .build();

        isNewCart(async.carts().carts().mergeAsync(cart()).join());
        assertThat(async.carts().lines().mergeAsync(line()).join()).isEqualTo(line());
        assertThat(stored("LINE_1")).doesNotContainKey("colour");
        assertThat(async.carts().lines().deleteKeyAsync(LINE).join()).isEqualTo(line());
    }
}
