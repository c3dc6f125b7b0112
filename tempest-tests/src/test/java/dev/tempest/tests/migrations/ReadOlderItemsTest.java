package dev.tempest.tests.migrations;

import static dev.tempest.Attributes.attr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.BeginsWith;
import dev.tempest.ItemSet;
import dev.tempest.UnreadableItemException;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.migration.Migration;
import dev.tempest.sdk2.migration.MigrationReport;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.migrations.Shows.AsyncDb;
import dev.tempest.tests.migrations.Shows.Db;
import dev.tempest.tests.migrations.Shows.Seat;
import dev.tempest.tests.migrations.Shows.Show;
import dev.tempest.tests.migrations.Shows.ShowTable;
import dev.tempest.tests.migrations.Shows.Titled;
import dev.tempest.tests.migrations.Shows.Whole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What reads return of items that an older model has stored, in a database that migrates on read. */
class ReadOlderItemsTest {
    private static final Show OLD = new Show("a", "", "Title a", 700, "jazz", null, null, null, 3L);

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("shows", ShowTable.class));

    private Db shows;

    @BeforeEach
    void open() {
        shows = Shows.open(db.connection().enhancedClient());
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

    @Test
    void loadsAnOldItemAsANewOneAndLeavesItAsItIs() {
        Map<String, AttributeValue> before = stored("a");

        assertThat(shows.shows().shows().load(new Show.Key("a"))).isEqualTo(OLD);
        assertThat(stored("a")).isEqualTo(before);
    }

    @Test
    void doesTheStepsThatAnItemLacks() {
        Map<String, AttributeValue> row = new HashMap<>(Shows.oldRow("a", "jazz", 3L));
        row.put("title", row.remove("name"));
        row.put("model", AttributeValue.fromN("1"));
        put(row);

        assertThat(shows.shows().shows().load(new Show.Key("a"))).isEqualTo(OLD);
    }

    @Test
    void leavesANewerItemAsItIs() {
        shows.shows().shows().create(new Show("b", "New", 5, null));
        Map<String, AttributeValue> row = new HashMap<>(stored("b"));
        row.put("model", AttributeValue.fromN("9"));
        put(row);

        assertThat(shows.shows().shows().load(new Show.Key("b")).title()).isEqualTo("New");
        shows.shows().shows().update(new Show.Key("b"), show -> show.titled("Newer"));
        assertThat(stored("b"))
                .containsEntry("model", AttributeValue.fromN("9"))
                .containsEntry("title", AttributeValue.fromS("Newer"));
    }

    @Test
    void queriesAndScansReturnThem() {
        shows.shows().shows().create(new Show("b", "New", 5, "jazz"));

        assertThat(shows.shows()
                        .shows()
                        .query(new BeginsWith<>(new Show.Key("a")))
                        .contents())
                .containsExactly(OLD);
        assertThat(shows.shows().shows().scanAllContents().stream().map(Show::title))
                .containsExactlyInAnyOrder("Title a", "New");
        assertThat(shows.shows().genres().query(new BeginsWith<>(new Show.ByGenre("jazz"))).contents().stream()
                        .map(Show::title))
                .containsExactly("Title a", "New");
        assertThat(shows.shows().genres().scanAllContents().stream().map(Show::title))
                .containsExactlyInAnyOrder("Title a", "New");
    }

    @Test
    void filtersSeeWhatIsStored() {
        QueryConfig byTitle =
                QueryConfig.builder().filter(attr(Show::title).eq("Title a")).build();
        QueryConfig byGenre =
                QueryConfig.builder().filter(attr(Show::genre).eq("jazz")).build();

        assertThat(shows.shows()
                        .shows()
                        .query(new BeginsWith<>(new Show.Key("a")), byTitle)
                        .contents())
                .isEmpty();
        assertThat(shows.shows()
                        .shows()
                        .query(new BeginsWith<>(new Show.Key("a")), byGenre)
                        .contents())
                .containsExactly(OLD);
    }

    @Test
    void projectionsReadWholeItems() {
        assertThat(shows.shows().shows().projecting(Titled.class).load(new Show.Key("a")))
                .isEqualTo(new Titled("a", "Title a"));
        assertThat(shows.shows()
                        .genres()
                        .projecting(Titled.class)
                        .query(new BeginsWith<>(new Show.ByGenre("jazz")))
                        .contents())
                .containsExactly(new Titled("a", "Title a"));
    }

    @Test
    void collectionsBatchesAndTransactionsReturnThem() {
        Seat seat = shows.shows().seats().create(new Seat("a", "1", "Clara"));

        Whole whole = shows.shows().whole().load(new Seat.Key("a", ""));
        assertThat(whole).isEqualTo(new Whole(OLD, List.of(seat)));
        ItemSet partition = shows.shows().loadPartition(new Show.Key("a"), Show.class, Seat.class);
        assertThat(partition.getItems(Show.class)).containsExactly(OLD);
        assertThat(shows.batchLoad(List.of(new Show.Key("a"))).getItems(Show.class))
                .containsExactly(OLD);
        assertThat(shows.transactionLoad(List.of(new Show.Key("a"))).getItems(Show.class))
                .containsExactly(OLD);
    }

    @Test
    void theAsynchronousDatabaseReturnsThem() {
        AsyncDb async = AsyncLogicalDb.builder(AsyncDb.class)
                .enhancedClient(db.connection().enhancedAsyncClient())
                .migrateOnRead(Shows.migration(Show.class))
                .build();

        assertThat(async.shows().shows().loadAsync(new Show.Key("a")).join()).isEqualTo(OLD);
        Show sold = async.shows()
                .shows()
                .patchAsync(new Show.Key("a"), attr(Show::genre).set("folk"))
                .join();
        assertThat(sold.title()).isEqualTo("Title a");
        assertThat(stored("a")).containsEntry("model", AttributeValue.fromN("2"));
    }

    @Test
    void anItemThatAStepFailsForIsUnreadable() {
        Map<String, AttributeValue> row = new HashMap<>(Shows.oldRow("b", null, null));
        row.remove("price");
        put(row);

        assertThatThrownBy(() -> shows.shows().shows().load(new Show.Key("b")))
                .isInstanceOf(UnreadableItemException.class)
                .hasMessageContaining("in table shows cannot be migrated: the step to version 2 threw"
                        + " java.lang.NullPointerException.");
        List<UnreadableItemException> unreadable = new ArrayList<>();
        QueryConfig config =
                QueryConfig.builder().onUnreadableItem(unreadable::add).build();
        assertThat(shows.shows()
                        .shows()
                        .query(new BeginsWith<>(new Show.Key("b")), config)
                        .contents())
                .isEmpty();
        assertThat(unreadable).hasSize(1);
    }

    @Test
    void aStepCannotChangeTheKey() {
        Db moving = LogicalDb.builder(Db.class)
                .enhancedClient(db.connection().enhancedClient())
                .migrateOnRead(Migration.of(Show.class, "model").step(1, item -> {
                    item.put("id", AttributeValue.fromS("other"));
                    return item;
                }))
                .build();

        assertThatThrownBy(() -> moving.shows().shows().load(new Show.Key("a")))
                .isInstanceOf(UnreadableItemException.class)
                .hasMessageContaining("cannot be migrated: the migration changes id, a key attribute.");
    }

    @Test
    void aStepThatLosesTheVersionDoesNotLoseIt() {
        record OldShow(String id, String kind, String name, long price, String genre, Long version) {}
        Db typed = LogicalDb.builder(Db.class)
                .enhancedClient(db.connection().enhancedClient())
                .migrateOnRead(Migration.of(Show.class, "model")
                        .step(
                                1,
                                OldShow.class,
                                Show.class,
                                old -> new Show(old.id(), old.name(), old.price() * 100, old.genre())))
                .build();

        assertThat(typed.shows().shows().load(new Show.Key("a"))).isEqualTo(OLD);
        assertThat(typed.shows()
                        .shows()
                        .save(typed.shows().shows().load(new Show.Key("a")).titled("New"))
                        .version())
                .isEqualTo(4);
    }

    @Test
    void aMigrationOverTheTableSkipsWhatIsWrittenAlready() {
        put(Shows.oldRow("b", null, null));
        shows.shows().shows().save(OLD);

        MigrationReport report = shows.migrate(Shows.migration(Show.class));

        assertThat(report.counts().unchanged()).isEqualTo(1);
        assertThat(report.counts().changed()).isEqualTo(1);
        assertThat(stored("b"))
                .containsEntry("title", AttributeValue.fromS("Title b"))
                .containsEntry("model", AttributeValue.fromN("2"));
    }
}
