package dev.tempest.tests.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.BeginsWith;
import dev.tempest.ForIndex;
import dev.tempest.ItemSet;
import dev.tempest.KeySet;
import dev.tempest.TableName;
import dev.tempest.WorkerId;
import dev.tempest.sdk2.AsyncInlineView;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncLogicalTable;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.sdk2.SecondaryIndex;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.faces.MediaRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What a program in Java says that was written for Cash App's Tempest: only its imports are others. */
class MovedToSdk2Test {
    static final String TABLE = "media";

    @RegisterExtension
    final TestDb dynamo = TestDb.of(TestTable.create(TABLE, MediaRow.class));

    record Track(
            String partition_key,
            @Attribute(name = "sort_key", prefix = "TRACK_") String number,
            String title,
            String genre,
            String released) {
        record Key(String partition_key, String number) {}

        @ForIndex("by_genre")
        record ByGenre(String genre, String released, String partition_key, String number) {}
    }

    interface Table extends LogicalTable<MediaRow> {
        InlineView<Track.Key, Track> tracks();

        SecondaryIndex<Track.ByGenre, Track> byGenre();
    }

    interface Db extends LogicalDb {
        @TableName(TABLE)
        Table media();
    }

    interface AsyncTable extends AsyncLogicalTable<MediaRow> {
        AsyncInlineView<Track.Key, Track> tracks();
    }

    interface AsyncDb extends AsyncLogicalDb {
        @TableName(TABLE)
        AsyncTable media();
    }

    private final List<Track> tracks = List.of(track("1"), track("2"), track("3"));
    private final List<Track.Key> keys = List.of(new Track.Key("A", "1"), new Track.Key("A", "2"));
    private Db db;

    private static Track track(String number) {
        return new Track("A", number, "Title " + number, "jazz", "r" + number);
    }

    @BeforeEach
    void save() {
        db = dynamo.logicalDb();
        assertThat(db.batchWrite(new BatchWriteSet.Builder().clobber(tracks).build())
                        .isSuccessful())
                .isTrue();
    }

    @Test
    void loadsBatchesConsistently() {
        List<String> bodies = new ArrayList<>();
        FaultyHttp network = FaultyHttp.builder()
                .when(
                        request -> request.operation().equals("BatchGetItem") && !bodies.add(request.body()),
                        Fault.throttled())
                .build();
        Db watched = dynamo.with(network).logicalDb(Db.class);
        AsyncDb asyncDb = dynamo.with(network).asyncLogicalDb();

        assertThat(watched.batchLoad(keys, true).getItems(Track.class)).isEqualTo(tracks.subList(0, 2));
        assertThat(watched.batchLoad(new KeySet(keys), false).getAllItems())
                .isEqualTo(Set.copyOf(tracks.subList(0, 2)));
        assertThat(asyncDb.batchLoadAsync(keys, true).join()).hasSize(2);

        assertThat(bodies).hasSize(3);
        assertThat(bodies.get(0)).contains("\"ConsistentRead\":true");
        assertThat(bodies.get(1)).contains("\"ConsistentRead\":false");
        assertThat(bodies.get(2)).contains("\"ConsistentRead\":true");
    }

    @Test
    void makesSetsOfKeysAndItems() {
        assertThat(new KeySet(keys).getKeys(Track.Key.class)).isEqualTo(keys);
        assertThat(new KeySet(List.of(keys.get(0), keys.get(0)))).hasSize(1);
        assertThat(new ItemSet(tracks).getItems(Track.class)).isEqualTo(tracks);
        assertThat(new ItemSet(tracks).getAllItems()).containsExactlyElementsOf(tracks);
        assertThat(new ItemSet(List.of(tracks.get(0), tracks.get(0))).getAllItems())
                .hasSize(1);
    }

    @Test
    void readsAnIndexThatIsNamedWithoutAWord() {
        assertThat(db.media()
                        .byGenre()
                        .query(new BeginsWith<>(new Track.ByGenre("jazz", null, null, null)))
                        .contents())
                .isEqualTo(tracks);
    }

    @ForIndex(value = "by_genre", name = "by_genre")
    record TwiceNamed(String genre, String released, String partition_key, String number) {}

    @Test
    void namesAnIndexOnce() {
        assertThatThrownBy(() -> db.media().secondaryIndex(TwiceNamed.class, Track.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "MovedToSdk2Test.TwiceNamed has a @ForIndex with both a value and a name. Keep one of them.");
    }

    @Test
    void scansByTheOnlyWorker() {
        assertThat(db.media()
                        .tracks()
                        .scan(ScanConfig.builder().workerId(WorkerId.SEQUENTIAL).build())
                        .contents())
                .isEqualTo(tracks);
    }

    @Test
    void writesSeveralItemsAndChecksThatOthersExist() {
        db.transactionWrite(new TransactionWriteSet.Builder()
                .save(track("4"), track("5"))
                .delete(keys.get(0), keys.get(1))
                .checkCondition(new Track.Key("A", "3"))
                .build());

        assertThat(db.media().tracks().scanAllContents().toList())
                .extracting(Track::number)
                .containsExactly("3", "4", "5");
        assertThatThrownBy(() -> db.transactionWrite(new TransactionWriteSet.Builder()
                        .checkCondition(new Track.Key("A", "3"), new Track.Key("A", "9"))
                        .delete(new Track.Key("A", "4"))
                        .build()))
                .isInstanceOf(TransactionCanceledException.class)
                .hasMessageContaining(
                        "1: CheckCondition of MovedToSdk2Test.Track {partition_key=A, sort_key=TRACK_9} in"
                                + " table media (ConditionalCheckFailed: expected an item, found no item)");
        assertThat(db.media().tracks().load(new Track.Key("A", "4"))).isNotNull();
    }
}
