package dev.tempest.tests.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.BeginsWith;
import dev.tempest.TableName;
import dev.tempest.UnreadableItemException;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.View;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.io.IOException;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Bad input is refused with the type, the property and the key, and nothing is written. */
class BadInputTest {
    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("songs", Song.class));

    record Track(
            @Attribute(name = "partition_key") String album,

            @Attribute(name = "sort_key", prefix = "TRACK_", allowEmpty = true)
            String number,

            String title) {
        record Key(String album, String number) {}
    }

    record Timed(
            @Attribute(name = "partition_key", prefix = "ALBUM_")
            String album,

            @Attribute(name = "sort_key", prefix = "TIMED_") String number,
            int length) {
        record Key(String album, String number) {}
    }

    record Checked(
            @Attribute(name = "partition_key") String album,
            @Attribute(prefix = "CHECKED_") String sort_key,
            String title) {
        Checked {
            if (title != null && title.isBlank()) {
                throw new IllegalArgumentException("no title");
            }
        }

        record Key(String album, String sort_key) {}
    }

    static class Failing {
        @Attribute(name = "partition_key")
        final String album;

        @Attribute(prefix = "FAILING_")
        final String sort_key;

        Failing(String album, String sort_key) throws IOException {
            if (sort_key.isEmpty()) {
                throw new IOException("no key");
            }
            this.album = album;
            this.sort_key = sort_key;
        }
    }

    /** Its constructor needs more than its field. */
    static class Unboxing {
        @Attribute(name = "partition_key")
        final String album;

        @Attribute(prefix = "UNBOXING_")
        final String sort_key;

        final Integer length;

        Unboxing(String album, String sort_key, int length) {
            this.album = album;
            this.sort_key = sort_key;
            this.length = length;
        }
    }

    record Constant(@Attribute(name = "partition_key") String album, String title) {
        @Attribute(prefix = "CONSTANT_")
        public String sort_key() {
            return "";
        }

        record Key(String album) {
            public String sort_key() {
                return "";
            }
        }
    }

    interface Songs extends LogicalTable<Song> {
        InlineView<Track.Key, Track> tracks();

        InlineView<Timed.Key, Timed> timed();

        InlineView<Checked.Key, Checked> checked();

        InlineView<Checked.Key, Failing> failing();

        InlineView<Checked.Key, Unboxing> unboxing();

        InlineView<Constant.Key, Constant> constant();
    }

    interface SongDb extends LogicalDb {
        @TableName("songs")
        Songs songs();
    }

    private Songs songs;
    private Songs missing;

    @BeforeEach
    void createDb() {
        songs = LogicalDb.create(SongDb.class, db.enhancedClient()).songs();
        missing = LogicalDb.create(SongDb.class, db.enhancedClient(), (type, name) -> "not_there")
                .songs();
    }

    @AfterEach
    void nothingIsWritten() {
        assertThat(Rows.all(db, "songs")).allSatisfy(row -> assertThat(row).containsKey("written_by_the_test"));
    }

    private void put(String partitionKey, String sortKey, Map<String, AttributeValue> more) {
        Map<String, AttributeValue> row = new java.util.HashMap<>(more);
        row.put("partition_key", AttributeValue.fromS(partitionKey));
        row.put("sort_key", AttributeValue.fromS(sortKey));
        row.put("written_by_the_test", AttributeValue.fromBool(true));
        Rows.put(db, "songs", row);
    }

    /** Of a table that is not there: would anything be sent, it failed in another way. */
    private static AbstractThrowableAssert<?, ?> assertRefused(ThrowingCallable call) {
        return assertThatThrownBy(call).isExactlyInstanceOf(IllegalArgumentException.class);
    }

    private static AbstractThrowableAssert<?, ?> assertUnreadable(ThrowingCallable call) {
        return assertThatThrownBy(call).isInstanceOf(UnreadableItemException.class);
    }

    @Test
    void refusesItemsWithANullKey() {
        String message = "BadInputTest.Track.album is null, but it is stored in partition_key, a key attribute of the"
                + " table: {partition_key=(none), sort_key=TRACK_1}.";
        Track track = new Track(null, "1", "A");

        assertRefused(() -> missing.tracks().save(track)).hasMessage(message);
        assertRefused(() -> missing.tracks().create(track)).hasMessage(message);
        assertRefused(() -> missing.tracks().delete(track)).hasMessage(message);
        assertRefused(() -> missing.tracks().save(new Track("A", null, "A")))
                .hasMessage(
                        "BadInputTest.Track.number is null, but it is stored in sort_key, a key attribute of the table:"
                                + " {partition_key=A, sort_key=(none)}.");
    }

    @Test
    void refusesItemsWithAnEmptyKey() {
        assertRefused(() -> missing.tracks().save(new Track("", "1", "A")))
                .hasMessage("BadInputTest.Track.album is empty, but it is stored in partition_key, a key attribute:"
                        + " DynamoDB takes no empty keys.");
    }

    @Test
    void refusesKeysWithANullPart() {
        String message =
                "BadInputTest.Track.Key.album is null in the key {partition_key=(none), sort_key=TRACK_1}, but it is"
                        + " stored in partition_key, which a key must have.";
        Track.Key key = new Track.Key(null, "1");

        assertRefused(() -> missing.tracks().load(key)).hasMessage(message);
        assertRefused(() -> missing.tracks().deleteKey(key)).hasMessage(message);
        assertRefused(() -> missing.tracks().load(new Track.Key("A", null)))
                .hasMessage(
                        "BadInputTest.Track.Key.number is null in the key {partition_key=A, sort_key=(none)}, but it"
                                + " is stored in sort_key, which a key must have.");
    }

    @Test
    void refusesKeysWithAnEmptyPart() {
        assertRefused(() -> missing.tracks().load(new Track.Key("", "1")))
                .hasMessage("BadInputTest.Track.Key.album is empty, but it is stored in partition_key, a key attribute:"
                        + " DynamoDB takes no empty keys.");
    }

    @Test
    void refusesNull() {
        assertRefused(() -> missing.tracks().load(null))
                .hasMessage("The key must be a BadInputTest.Track.Key, not null.");
        assertRefused(() -> missing.tracks().deleteKey(null))
                .hasMessage("The key must be a BadInputTest.Track.Key, not null.");
        assertRefused(() -> missing.tracks().save(null)).hasMessage("The item must be a BadInputTest.Track, not null.");
        assertRefused(() -> missing.tracks().create(null))
                .hasMessage("The item must be a BadInputTest.Track, not null.");
        assertRefused(() -> missing.tracks().delete(null))
                .hasMessage("The item must be a BadInputTest.Track, not null.");
        assertRefused(() -> missing.save(null)).hasMessage("The item must be a Song, not null.");
        assertRefused(() -> missing.load(null)).hasMessage("The item must be a Song, not null.");
        assertRefused(() -> songs.codec(Track.class).toDb(null))
                .hasMessage("The item must be a BadInputTest.Track, not null.");
        assertRefused(() -> songs.codec(Track.class).toApp(null)).hasMessage("The item must be a Song, not null.");
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void refusesKeysAndItemsOfAnotherType() {
        View tracks = missing.tracks();
        View table = missing;

        assertRefused(() -> tracks.load(new Timed.Key("A", "1")))
                .hasMessage("The key must be a BadInputTest.Track.Key, not a BadInputTest.Timed.Key.");
        assertRefused(() -> tracks.save(new Timed("A", "1", 1)))
                .hasMessage("The item must be a BadInputTest.Track, not a BadInputTest.Timed.");
        assertRefused(() -> table.save("A")).hasMessage("The item must be a Song, not a String.");
        assertRefused(() -> table.load("A")).hasMessage("The item must be a Song, not a String.");
    }

    @Test
    void refusesRawItemsWithoutAKey() {
        Song song = new Song();
        song.setPartition_key("A");

        assertRefused(() -> missing.save(song))
                .hasMessage("Song.sort_key is null, but it is a key attribute of the table: {partition_key=A,"
                        + " sort_key=(none)}.");
        assertRefused(() -> missing.load(song))
                .hasMessage("Song.sort_key is null, but it is a key attribute of the table: {partition_key=A,"
                        + " sort_key=(none)}.");
        song.setSort_key("");
        assertRefused(() -> missing.save(song))
                .hasMessage(
                        "Song.sort_key is empty, but it is a key attribute of the table: {partition_key=A, sort_key=}."
                                + " DynamoDB takes no empty keys.");
    }

    @Test
    void cannotReadARowWithoutARequiredAttribute() {
        put("ALBUM_A", "TIMED_1", Map.of());

        String message =
                "The item {partition_key=ALBUM_A, sort_key=TIMED_1} cannot be read as BadInputTest.Timed: it has no"
                        + " attribute length, which BadInputTest.Timed.length (int) needs.";
        assertUnreadable(() -> songs.timed().load(new Timed.Key("A", "1"))).hasMessage(message);
        assertUnreadable(() -> songs.timed().query(new BeginsWith<>(new Timed.Key("A", ""))))
                .hasMessage(message);
    }

    @Test
    void cannotReadARowWithoutWhatTheConstructorNeeds() {
        put("A", "UNBOXING_1", Map.of());

        assertUnreadable(() -> songs.unboxing().load(new Checked.Key("A", "1")))
                .hasMessage(
                        "The item {partition_key=A, sort_key=UNBOXING_1} cannot be read as BadInputTest.Unboxing: it"
                                + " has no attribute length, which BadInputTest.Unboxing.length (int) needs.");
    }

    @Test
    void cannotReadARowOfAnotherPrefix() {
        Song song = new Song();
        song.setPartition_key("LIST_A");
        song.setSort_key("TIMED_1");
        song.setLength(1);

        assertUnreadable(() -> songs.codec(Timed.class).toApp(song))
                .hasMessage(
                        "The item {partition_key=LIST_A, sort_key=TIMED_1} cannot be read as BadInputTest.Timed: its"
                                + " attribute partition_key does not begin with ALBUM_, the prefix of"
                                + " BadInputTest.Timed.album.");
        song.setPartition_key("ALBUM_A");
        song.setSort_key("TRACK_1");
        assertUnreadable(() -> songs.codec(Timed.class).toApp(song))
                .hasMessage(
                        "The item {partition_key=ALBUM_A, sort_key=TRACK_1} cannot be read as BadInputTest.Timed: its"
                                + " attribute sort_key does not begin with TIMED_, the prefix of"
                                + " BadInputTest.Timed.number.");
    }

    @Test
    void cannotReadARowThatTheConstructorRefuses() {
        put("A", "CHECKED_1", Map.of("title", AttributeValue.fromS(" ")));
        put("A", "FAILING_", Map.of());

        assertUnreadable(() -> songs.checked().load(new Checked.Key("A", "1")))
                .hasMessage("The item {partition_key=A, sort_key=CHECKED_1} cannot be read as BadInputTest.Checked: its"
                        + " constructor threw java.lang.IllegalArgumentException.")
                .hasRootCauseMessage("no title");
        assertUnreadable(() -> songs.failing().load(new Checked.Key("A", "")))
                .hasMessage("The item {partition_key=A, sort_key=FAILING_} cannot be read as BadInputTest.Failing: its"
                        + " constructor threw java.io.IOException.")
                .hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void cannotReadAnAttributeOfAnotherDynamoDbType() {
        put("ALBUM_A", "TIMED_1", Map.of("length", AttributeValue.fromS("long")));
        put("A", "TRACK_1", Map.of("title", AttributeValue.fromM(Map.of())));
        put("A", "TRACK_2", Map.of("title", AttributeValue.fromNul(true)));

        assertUnreadable(() -> songs.timed().load(new Timed.Key("A", "1")))
                .hasMessage(
                        "The item {partition_key=ALBUM_A, sort_key=TIMED_1} cannot be read as BadInputTest.Timed: its"
                                + " attribute length (S) does not fit BadInputTest.Timed.length (int).")
                .hasCauseInstanceOf(RuntimeException.class);
        assertThat(songs.tracks().load(new Track.Key("A", "2")).title()).isNull();
        assertUnreadable(() -> songs.load(rawKey("ALBUM_A", "TIMED_1")))
                .hasMessageStartingWith("The item {partition_key=ALBUM_A, sort_key=TIMED_1} cannot be read as Song: ");
    }

    private static Song rawKey(String partitionKey, String sortKey) {
        Song song = new Song();
        song.setPartition_key(partitionKey);
        song.setSort_key(sortKey);
        return song;
    }

    @Test
    void cannotReadARowWhoseConstantDiffers() {
        assertUnreadable(() -> songs.codec(Constant.class).toApp(rawKey("A", "CONSTANT_1")))
                .hasMessage(
                        "The item {partition_key=A, sort_key=CONSTANT_1} cannot be read as BadInputTest.Constant: its"
                                + " attribute sort_key differs from BadInputTest.Constant.sort_key, which is constant or"
                                + " computed.");
    }
}
