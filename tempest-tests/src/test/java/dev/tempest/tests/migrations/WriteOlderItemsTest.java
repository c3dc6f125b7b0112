package dev.tempest.tests.migrations;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.Increment;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.migrations.Shows.Count;
import dev.tempest.tests.migrations.Shows.CountDb;
import dev.tempest.tests.migrations.Shows.Db;
import dev.tempest.tests.migrations.Shows.Plain;
import dev.tempest.tests.migrations.Shows.PlainDb;
import dev.tempest.tests.migrations.Shows.Show;
import dev.tempest.tests.migrations.Shows.ShowTable;
import dev.tempest.tests.migrations.Shows.TokenDb;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What writes make of items that an older model has stored, in a database that migrates on read. */
class WriteOlderItemsTest {
    private static final Show.Key KEY = new Show.Key("a");

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("shows", ShowTable.class));

    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private Db shows;

    @BeforeEach
    void open() {
        shows = Shows.open(Killed.watched(client(), requests::add));
        put(Shows.oldRow("a", "jazz", 3L));
    }

    private DynamoDbClient client() {
        return db.connection().client();
    }

    private void put(Map<String, AttributeValue> row) {
        client().putItem(put -> put.tableName("shows").item(row));
    }

    private Map<String, AttributeValue> stored(String id) {
        return client().getItem(get -> get.tableName("shows").key(Shows.key(id)))
                .item();
    }

    private void assertMigrated(String id, String title) {
        assertThat(stored(id))
                .containsEntry("model", AttributeValue.fromN("2"))
                .containsEntry("title", AttributeValue.fromS(title))
                .containsEntry("cents", AttributeValue.fromN("700"))
                .containsEntry("source", AttributeValue.fromS("migrated"))
                .doesNotContainKeys("name", "price", "legacy");
    }

    @Test
    void aNewItemIsOfTheCurrentModel() {
        AttributeValue current = AttributeValue.fromN("2");
        shows.shows().shows().save(new Show("s", "Saved", 1, null));
        shows.shows().shows().create(new Show("c", "Created", 1, null));
        shows.shows().shows().merge(new Show("m", "Merged", 1, null));
        shows.shows().shows().updateOrCreate(new Show.Key("u"), none -> new Show("u", "Made", 1, null));
        shows.shows()
                .shows()
                .patch(
                        new Show.Key("p"),
                        attr(Show::title)
                                .set("Patched")
                                .and(attr(Show::cents).set(1L))
                                .orCreate());
        shows.batchWrite(BatchWriteSet.builder()
                .clobber(new Show("b", "Batch", 1, null))
                .ignoreVersions()
                .build());
        shows.transactionWrite(TransactionWriteSet.builder()
                .save(new Show("t", "Transaction", 1, null))
                .patch(
                        new Show.Key("tp"),
                        attr(Show::title)
                                .set("Patched")
                                .and(attr(Show::cents).set(1L))
                                .orCreate())
                .merge(new Show("tm", "Merged", 1, null))
                .build());

        for (String id : List.of("s", "c", "m", "u", "p", "b", "t", "tp", "tm")) {
            assertThat(stored(id)).as(id).containsEntry("model", current);
        }
    }

    @Test
    void anIncrementThatCreatesAnItemGivesItTheCurrentModel() {
        CountDb counting = LogicalDb.builder(CountDb.class)
                .enhancedClient(db.connection().enhancedClient())
                .migrateOnRead(Shows.migration(Count.class))
                .build();

        counting.counts()
                .counts()
                .increment(new Count.Key("n"), Increment.of("sold", 2).orCreate());
        counting.transactionWrite(TransactionWriteSet.builder()
                .increment(new Count.Key("t"), Increment.of("sold", 2).orCreate())
                .build());

        assertThat(stored("n")).containsEntry("model", AttributeValue.fromN("2"));
        assertThat(stored("t")).containsEntry("model", AttributeValue.fromN("2"));
    }

    @Test
    void aSaveOfAnOldItemReplacesIt() {
        Show show = shows.shows().shows().load(KEY);

        assertThat(shows.shows().shows().save(show.titled("New")).version()).isEqualTo(4);

        assertThat(stored("a"))
                .containsEntry("model", AttributeValue.fromN("2"))
                .containsEntry("title", AttributeValue.fromS("New"))
                .doesNotContainKeys("name", "price", "legacy");
    }

    @Test
    void anUpdateMigratesInTheSameWrite() {
        Show after = shows.shows().shows().update(KEY, show -> show.titled("New"));

        assertThat(after.title()).isEqualTo("New");
        assertThat(after.version()).isEqualTo(4);
        assertMigrated("a", "New");
        assertThat(requests).containsExactly("getItem", "updateItem");
    }

    @Test
    void anUpdateThatChangesNothingWritesNothing() {
        Map<String, AttributeValue> before = stored("a");

        shows.shows().shows().update(KEY, show -> show.titled(show.title()));

        assertThat(stored("a")).isEqualTo(before);
        assertThat(requests).containsExactly("getItem");
    }

    @Test
    void anUpdateSeesWhatAnOldWriterChangedInBetween() {
        AtomicBoolean isFirst = new AtomicBoolean(true);
        Db slow = Shows.open(Killed.watched(client(), request -> {
            if (request.equals("updateItem") && isFirst.getAndSet(false)) {
                client().updateItem(update -> update.tableName("shows")
                        .key(Shows.key("a"))
                        .updateExpression("SET price = :p, version = :v")
                        .expressionAttributeValues(
                                Map.of(":p", AttributeValue.fromN("9"), ":v", AttributeValue.fromN("4"))));
            }
        }));

        slow.shows().shows().update(KEY, show -> show.titled("New"));

        assertThat(stored("a"))
                .containsEntry("cents", AttributeValue.fromN("900"))
                .containsEntry("version", AttributeValue.fromN("5"))
                .doesNotContainKey("price");
    }

    @Test
    void anUpdateComparesEachOldAttributeWhereNothingMarksTheItem() {
        put(Shows.oldRow("a", null, null));
        AtomicBoolean isFirst = new AtomicBoolean(true);
        TokenDb slow = LogicalDb.builder(TokenDb.class)
                .enhancedClient(Killed.watched(client(), request -> {
                    if (request.equals("transactWriteItems") && isFirst.getAndSet(false)) {
                        client().updateItem(update -> update.tableName("shows")
                                .key(Shows.key("a"))
                                .updateExpression("SET price = :p")
                                .expressionAttributeValues(Map.of(":p", AttributeValue.fromN("9"))));
                    }
                }))
                .migrateOnRead(Shows.migration(Plain.class))
                .build();

        slow.shows().shows().update(new Plain.Key("a"), show -> show.titled("New"));

        assertThat(stored("a"))
                .containsEntry("cents", AttributeValue.fromN("900"))
                .containsEntry("title", AttributeValue.fromS("New"))
                .containsKey("token")
                .doesNotContainKeys("price", "name", "legacy");
    }

    @Test
    void aPatchMigratesInTheSameWrite() {
        Show after = shows.shows().shows().patch(KEY, attr(Show::genre).set("folk"));

        assertThat(after.title()).isEqualTo("Title a");
        assertThat(after.genre()).isEqualTo("folk");
        assertThat(after.version()).isEqualTo(4);
        assertMigrated("a", "Title a");
        assertThat(requests).containsExactly("updateItem", "getItem", "updateItem");
    }

    @Test
    void aPatchOfACurrentItemIsOneRequest() {
        shows.shows().shows().update(KEY, show -> show.titled("New"));
        requests.clear();

        shows.shows().shows().patch(KEY, attr(Show::genre).set("folk"));
        shows.shows().shows().increment(KEY, "sold", 1);

        assertThat(requests).containsExactly("updateItem", "updateItem");
    }

    @Test
    void aPatchChangesWhatAStepMade() {
        Show after = shows.shows().shows().patch(KEY, number(Show::cents).add(5));

        assertThat(after.cents()).isEqualTo(705);
        assertThat(stored("a")).containsEntry("cents", AttributeValue.fromN("705"));
    }

    @Test
    void theConditionOfAPatchSeesTheCurrentModel() {
        assertThatThrownBy(() -> shows.shows()
                        .shows()
                        .patch(
                                KEY,
                                attr(Show::genre)
                                        .set("folk")
                                        .onlyIf(attr(Show::title).eq("Other"))))
                .isInstanceOf(ConditionalCheckFailedException.class);
        put(Shows.oldRow("a", "jazz", 3L));

        Show after = shows.shows()
                .shows()
                .patch(
                        KEY,
                        attr(Show::genre).set("folk").onlyIf(attr(Show::title).eq("Title a")));

        assertThat(after.genre()).isEqualTo("folk");
        assertMigrated("a", "Title a");
    }

    @Test
    void aPatchOfAnItemThatWasReadMigratesInTheSameWrite() {
        Show read = shows.shows().shows().load(KEY);

        Show after = shows.shows().shows().patchItem(read, attr(Show::genre).set("folk"));

        assertThat(after.version()).isEqualTo(4);
        assertMigrated("a", "Title a");
        assertThatThrownBy(() ->
                        shows.shows().shows().patchItem(read, attr(Show::genre).set("pop")))
                .isInstanceOf(ConditionalCheckFailedException.class);
    }

    @Test
    void aPatchOfAnOldItemThatChangedSinceFails() {
        Show read = shows.shows().shows().load(KEY);
        put(Shows.oldRow("a", "jazz", 4L));

        assertThatThrownBy(() ->
                        shows.shows().shows().patchItem(read, attr(Show::genre).set("pop")))
                .isInstanceOf(ConditionalCheckFailedException.class)
                .hasMessageContaining("expected version 3, found version 4");
    }

    @Test
    void anIncrementMigratesTheItemFirst() {
        assertThat(shows.shows().shows().increment(KEY, "sold", 2)).isEqualTo(2);
        assertThat(shows.shows().shows().increment(KEY, "sold", 2)).isEqualTo(4);

        assertMigrated("a", "Title a");
        assertThat(stored("a")).containsEntry("sold", AttributeValue.fromN("4"));
    }

    @Test
    void aMergeMigratesInTheSameWrite() {
        Show read = shows.shows().shows().load(KEY);

        Show after = shows.shows().shows().merge(read.titled("New"));

        assertThat(after.version()).isEqualTo(4);
        assertThat(after.title()).isEqualTo("New");
        assertMigrated("a", "New");
        assertThatThrownBy(() -> shows.shows().shows().merge(read.titled("Late")))
                .isInstanceOf(ConditionalCheckFailedException.class);
    }

    @Test
    void aMergeOfAnOldItemThatChangedSinceFails() {
        Show read = shows.shows().shows().load(KEY);
        put(Shows.oldRow("a", "jazz", 4L));

        assertThatThrownBy(() -> shows.shows().shows().merge(read.titled("Late")))
                .isInstanceOf(ConditionalCheckFailedException.class)
                .hasMessageContaining("expected version 3, found version 4");
        assertThatThrownBy(() -> shows.shows().shows().merge(new Show("a", "New", 1, null)))
                .isInstanceOf(ConditionalCheckFailedException.class);
    }

    @Test
    void anItemWithoutAVersionIsMigratedByEachWriteOfAPart() {
        PlainDb plain = LogicalDb.builder(PlainDb.class)
                .enhancedClient(db.connection().enhancedClient())
                .migrateOnRead(Shows.migration(Plain.class))
                .build();
        put(Shows.oldRow("m", null, null));
        put(Shows.oldRow("p", null, null));
        put(Shows.oldRow("i", null, null));
        put(Shows.oldRow("s", null, null));

        plain.shows().shows().merge(new Plain("m", "New", 700));
        plain.shows().shows().patch(new Plain.Key("p"), attr(Plain::title).set("New"));
        plain.shows().shows().increment(new Plain.Key("i"), "sold", 1);
        plain.shows().shows().save(new Plain("s", "New", 700));

        assertMigrated("m", "New");
        assertMigrated("p", "New");
        assertMigrated("i", "Title i");
        assertThat(stored("s")).containsOnlyKeys("id", "kind", "title", "cents", "model");
    }

    @Test
    void conditionsSeeTheCurrentModel() {
        PlainDb plain = LogicalDb.builder(PlainDb.class)
                .enhancedClient(db.connection().enhancedClient())
                .migrateOnRead(Shows.migration(Plain.class))
                .build();
        Plain.Key key = new Plain.Key("c");
        put(Shows.oldRow("c", null, null));

        assertThatThrownBy(() -> plain.shows()
                        .shows()
                        .save(new Plain("c", "New", 1), attr(Plain::title).absent()))
                .isInstanceOf(ConditionalCheckFailedException.class);
        put(Shows.oldRow("c", null, null));
        assertThatThrownBy(() ->
                        plain.shows().shows().deleteKey(key, attr(Plain::title).absent()))
                .isInstanceOf(ConditionalCheckFailedException.class);
        put(Shows.oldRow("c", null, null));
        assertThatThrownBy(() -> plain.transactionWrite(TransactionWriteSet.builder()
                        .checkCondition(key, attr(Plain::title).absent())
                        .build()))
                .isInstanceOf(TransactionCanceledException.class);
        put(Shows.oldRow("c", null, null));
        plain.shows().shows().save(new Plain("c", "New", 1), attr(Plain::title).eq("Title c"));
        put(Shows.oldRow("c", null, null));
        assertThat(plain.shows()
                        .shows()
                        .deleteKey(key, attr(Plain::title).eq("Title c"))
                        .title())
                .isEqualTo("Title c");
    }

    @Test
    void aConditionalSaveWithAVersionMeetsAConflictOnce() {
        Show read = shows.shows().shows().load(KEY);

        assertThatThrownBy(() -> shows.shows()
                        .shows()
                        .save(read.titled("New"), attr(Show::title).eq("Title a")))
                .isInstanceOf(ConditionalCheckFailedException.class);

        Show again = shows.shows().shows().load(KEY);
        assertThat(again.version()).isEqualTo(4);
        shows.shows().shows().save(again.titled("New"), attr(Show::title).eq("Title a"));
        assertThat(stored("a")).containsEntry("title", AttributeValue.fromS("New"));
    }

    @Test
    void aDeleteReturnsTheItemOfTheCurrentModel() {
        assertThat(shows.shows().shows().deleteKey(KEY).title()).isEqualTo("Title a");
        assertThat(stored("a")).isEmpty();
    }

    @Test
    void aTransactionMigratesTheItemsThatItMeetsFirst() {
        put(Shows.oldRow("b", null, 1L));
        put(Shows.oldRow("c", null, 1L));

        shows.transactionWrite(TransactionWriteSet.builder()
                .patch(KEY, attr(Show::genre).set("folk"))
                .increment(new Show.Key("b"), Increment.of("sold", 3))
                .checkCondition(new Show.Key("c"), attr(Show::title).eq("Title c"))
                .save(new Show("d", "New", 1, null))
                .build());

        assertMigrated("a", "Title a");
        assertMigrated("b", "Title b");
        assertMigrated("c", "Title c");
        assertThat(stored("a")).containsEntry("genre", AttributeValue.fromS("folk"));
        assertThat(stored("b")).containsEntry("sold", AttributeValue.fromN("3"));
        assertThat(stored("d")).isNotEmpty();
    }

    @Test
    void aTransactionThatFailsForAnotherReasonMigratesNothing() {
        Map<String, AttributeValue> before = stored("a");
        shows.shows().shows().create(new Show("d", "There", 1, null));

        assertThatThrownBy(() -> shows.transactionWrite(TransactionWriteSet.builder()
                        .patch(KEY, attr(Show::genre).set("folk"))
                        .create(new Show("d", "New", 1, null))
                        .build()))
                .isInstanceOf(TransactionCanceledException.class)
                .hasMessageContaining("found an item of an older model");

        assertThat(stored("a")).isEqualTo(before);
    }
}
