package dev.tempest.tests.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.TableName;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.Loaded;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Loads, saves, creates and deletes of single items. */
class SingleItemsTest {
    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("songs", Song.class));

    record Track(
            @Attribute(name = "partition_key") String album,
            @Attribute(name = "sort_key", prefix = "TRACK_") String number,
            String title,
            Integer length) {
        record Key(String album, String number) {}

        Key key() {
            return new Key(album, number);
        }
    }

    /** A type over the same rows that names fewer attributes. */
    record TrackTitle(
            @Attribute(name = "partition_key") String album,
            @Attribute(name = "sort_key", prefix = "TRACK_") String number,
            String title) {}

    interface Songs extends LogicalTable<Song> {
        InlineView<Track.Key, Track> tracks();

        InlineView<Track.Key, TrackTitle> titles();
    }

    interface SongDb extends LogicalDb {
        @TableName("songs")
        Songs songs();
    }

    private static final Track STREAMS = new Track("A", "1", "Streams", 60);
    private static final Track RIVERS = new Track("A", "1", "Rivers", 90);

    private Songs songs;

    @BeforeEach
    void createDb() {
        songs = LogicalDb.create(SongDb.class, db.enhancedClient()).songs();
    }

    private static Expression titleIs(String title) {
        return Expression.builder()
                .expression("title = :title")
                .putExpressionValue(":title", AttributeValue.fromS(title))
                .build();
    }

    @Test
    void loadsWhatWasSaved() {
        Track saved = songs.tracks().save(STREAMS);

        assertThat(saved).isEqualTo(STREAMS);
        assertThat(songs.tracks().load(STREAMS.key())).isEqualTo(STREAMS);
        assertThat(songs.tracks().load(STREAMS.key(), true)).isEqualTo(STREAMS);
    }

    @Test
    void loadsNullWhereThereIsNoItem() {
        songs.tracks().save(STREAMS);

        assertThat(songs.tracks().load(new Track.Key("A", "2"))).isNull();
    }

    @Test
    void readsWithoutAWriteBefore() {
        Rows.put(
                db,
                "songs",
                Map.of(
                        "partition_key", AttributeValue.fromS("A"),
                        "sort_key", AttributeValue.fromS("TRACK_1"),
                        "title", AttributeValue.fromS("Streams"),
                        "length", AttributeValue.fromN("60"),
                        "unknown", AttributeValue.fromS("ignored")));

        assertThat(songs.tracks().load(STREAMS.key())).isEqualTo(STREAMS);
    }

    @Test
    void tellsWhatALoadCost() {
        songs.tracks().save(STREAMS);

        Loaded<Track> eventual = songs.tracks().load(STREAMS.key(), false, ReturnConsumedCapacity.TOTAL);
        Loaded<Track> consistent = songs.tracks().load(STREAMS.key(), true, ReturnConsumedCapacity.TOTAL);
        Loaded<Track> absent = songs.tracks().load(new Track.Key("B", "1"), true, ReturnConsumedCapacity.TOTAL);

        assertThat(eventual.item()).isEqualTo(STREAMS);
        assertThat(eventual.consumedCapacity().capacityUnits()).isEqualTo(0.5);
        assertThat(consistent.consumedCapacity().capacityUnits()).isEqualTo(1);
        assertThat(absent.item()).isNull();
        assertThat(absent.consumedCapacity().capacityUnits()).isEqualTo(1);
        assertThat(songs.tracks()
                        .load(STREAMS.key(), true, ReturnConsumedCapacity.NONE)
                        .consumedCapacity())
                .isNull();
    }

    @Test
    void storesExactlyTheAttributesOfTheType() {
        songs.tracks().save(new Track("A", "1", null, 60));

        assertThat(Rows.all(db, "songs"))
                .containsExactly(Map.of(
                        "partition_key", AttributeValue.fromS("A"),
                        "sort_key", AttributeValue.fromS("TRACK_1"),
                        "length", AttributeValue.fromN("60")));
    }

    @Test
    void replacesAttributesThatTheTypeDoesNotName() {
        songs.tracks().save(STREAMS);
        songs.titles().save(new TrackTitle("A", "1", "Rivers"));

        assertThat(songs.tracks().load(STREAMS.key())).isEqualTo(new Track("A", "1", "Rivers", null));
    }

    @Test
    void savesOnlyWhereTheExpressionHolds() {
        songs.tracks().save(STREAMS);

        assertThat(songs.tracks().save(RIVERS, titleIs("Streams"))).isEqualTo(RIVERS);
        assertThatThrownBy(() -> songs.tracks().save(new Track("A", "1", "Lakes", 1), titleIs("Streams")))
                .isInstanceOfSatisfying(ConditionalCheckFailedException.class, refusal -> {
                    assertThat(songs.tracks().itemIn(refusal)).contains(RIVERS);
                    assertThat(songs.titles().itemIn(refusal)).contains(new TrackTitle("A", "1", "Rivers"));
                })
                .hasMessageStartingWith(
                        "save of SingleItemsTest.Track {partition_key=A, sort_key=TRACK_1} in table songs, expected title = :title, found an item: ");
        assertThat(songs.tracks().load(STREAMS.key())).isEqualTo(RIVERS);
    }

    @Test
    void tellsThatNoItemStoodInTheWay() {
        assertThatThrownBy(() -> songs.tracks().save(STREAMS, titleIs("Streams")))
                .isInstanceOfSatisfying(
                        ConditionalCheckFailedException.class,
                        refusal -> assertThat(songs.tracks().itemIn(refusal)).isEmpty());
        assertThat(Rows.all(db, "songs")).isEmpty();
    }

    @Test
    void createsOnce() {
        assertThat(songs.tracks().create(STREAMS)).isEqualTo(STREAMS);

        assertThatThrownBy(() -> songs.tracks().create(RIVERS))
                .isInstanceOfSatisfying(
                        ConditionalCheckFailedException.class,
                        refusal -> assertThat(songs.tracks().itemIn(refusal)).contains(STREAMS))
                .hasMessageStartingWith(
                        "create of SingleItemsTest.Track {partition_key=A, sort_key=TRACK_1} in table songs, expected no item, found an item: ");
        assertThat(songs.tracks().load(STREAMS.key())).isEqualTo(STREAMS);
    }

    @Test
    void createsBesideAnotherSortKey() {
        songs.tracks().create(STREAMS);
        songs.tracks().create(new Track("A", "2", "Rivers", 90));

        assertThat(Rows.all(db, "songs")).hasSize(2);
    }

    @Test
    void deletesAndReturnsTheOldItem() {
        songs.tracks().save(STREAMS);

        assertThat(songs.tracks().delete(new Track("A", "1", "whatever", null))).isEqualTo(STREAMS);
        assertThat(songs.tracks().delete(STREAMS)).isNull();
        assertThat(Rows.all(db, "songs")).isEmpty();
    }

    @Test
    void deletesByKeyAndReturnsTheOldItem() {
        songs.tracks().save(STREAMS);

        assertThat(songs.tracks().deleteKey(STREAMS.key())).isEqualTo(STREAMS);
        assertThat(songs.tracks().deleteKey(STREAMS.key())).isNull();
        assertThat(Rows.all(db, "songs")).isEmpty();
    }

    @Test
    void deletesOnlyWhereTheExpressionHolds() {
        songs.tracks().save(STREAMS);

        assertThatThrownBy(() -> songs.tracks().delete(STREAMS, titleIs("Rivers")))
                .isInstanceOfSatisfying(
                        ConditionalCheckFailedException.class,
                        refusal -> assertThat(songs.tracks().itemIn(refusal)).contains(STREAMS));
        assertThatThrownBy(() -> songs.tracks().deleteKey(STREAMS.key(), titleIs("Rivers")))
                .isInstanceOfSatisfying(
                        ConditionalCheckFailedException.class,
                        refusal -> assertThat(songs.tracks().itemIn(refusal)).contains(STREAMS))
                .hasMessageStartingWith(
                        "delete of SingleItemsTest.Track {partition_key=A, sort_key=TRACK_1} in table songs, expected title = :title, found an item: ");
        assertThat(songs.tracks().deleteKey(STREAMS.key(), titleIs("Streams"))).isEqualTo(STREAMS);
    }

    @Test
    void keepsAnExpressionsOrTogether() {
        songs.tracks().save(STREAMS);
        Expression eitherTitle = Expression.builder()
                .expression("title = :one OR #title = :other")
                .putExpressionName("#title", "title")
                .putExpressionValue(":one", AttributeValue.fromS("Streams"))
                .putExpressionValue(":other", AttributeValue.fromS("Rivers"))
                .build();

        assertThat(songs.tracks().save(RIVERS, eitherTitle)).isEqualTo(RIVERS);
    }

    @Test
    void readsWhatTheSdkWrote() {
        Song song = new Song();
        song.setPartition_key("A");
        song.setSort_key("TRACK_1");
        song.setTitle("Streams");
        song.setLength(60);
        var sdkTable = db.enhancedClient()
                .table("songs", software.amazon.awssdk.enhanced.dynamodb.TableSchema.fromBean(Song.class));
        sdkTable.putItem(song);

        assertThat(songs.tracks().load(STREAMS.key())).isEqualTo(STREAMS);

        songs.tracks().save(RIVERS);
        assertThat(sdkTable.getItem(song).getTitle()).isEqualTo("Rivers");
    }

    @Test
    void isAViewOfItsRawItems() {
        songs.tracks().save(STREAMS);
        Song key = new Song();
        key.setPartition_key("A");
        key.setSort_key("TRACK_1");

        Song song = songs.load(key);
        assertThat(song.getTitle()).isEqualTo("Streams");
        song.setTitle("Rivers");
        assertThat(songs.save(song, titleIs("Streams"))).isSameAs(song);
        assertThat(songs.tracks().load(STREAMS.key()).title()).isEqualTo("Rivers");
        assertThatThrownBy(() -> songs.create(song))
                .isInstanceOfSatisfying(
                        ConditionalCheckFailedException.class,
                        refusal -> assertThat(songs.itemIn(refusal))
                                .hasValueSatisfying(
                                        there -> assertThat(there.getTitle()).isEqualTo("Rivers")));
        assertThat(songs.deleteKey(key).getLength()).isEqualTo(60);
        assertThat(songs.delete(song)).isNull();
        assertThat(songs.create(song)).isSameAs(song);
    }

    @Test
    void convertsToRawItemsAndBack() {
        Song song = songs.codec(Track.class).toDb(STREAMS);

        assertThat(song).usingRecursiveComparison().isEqualTo(rawStreams());
        assertThat(songs.codec(Track.class).toApp(rawStreams())).isEqualTo(STREAMS);
    }

    @Test
    void convertsKeysToRawItemsAndBack() {
        Song song = songs.codec(Track.Key.class).toDb(STREAMS.key());

        assertThat(song.getPartition_key()).isEqualTo("A");
        assertThat(song.getSort_key()).isEqualTo("TRACK_1");
        assertThat(song.getTitle()).isNull();
        assertThat(songs.codec(Track.Key.class).toApp(rawStreams())).isEqualTo(STREAMS.key());
    }

    private static Song rawStreams() {
        Song song = new Song();
        song.setPartition_key("A");
        song.setSort_key("TRACK_1");
        song.setTitle("Streams");
        song.setLength(60);
        return song;
    }

    @Test
    void tellsWhatWasBeingDoneWhenTheTableIsMissing() {
        Songs missing = LogicalDb.create(SongDb.class, db.enhancedClient(), (type, name) -> "not_there")
                .songs();

        assertThatThrownBy(() -> missing.tracks().load(STREAMS.key()))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageStartingWith(
                        "load of SingleItemsTest.Track {partition_key=A, sort_key=TRACK_1} in table not_there: ");
    }
}
