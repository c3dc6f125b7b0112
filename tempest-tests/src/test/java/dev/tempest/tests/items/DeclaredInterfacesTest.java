package dev.tempest.tests.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.Attribute;
import dev.tempest.TableName;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.View;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a user may write in the interfaces of a database. */
class DeclaredInterfacesTest {
    @RegisterExtension
    final TestDb db = TestDb.of(
            TestTable.create("songs", Song.class),
            TestTable.create("old_songs", Song.class),
            TestTable.create("test_songs", Song.class));

    record Track(
            @Attribute(name = "partition_key") String album,
            @Attribute(name = "sort_key", prefix = "TRACK_") String number,
            String title) {
        record Key(String album, String number) {}
    }

    /** What tables of any kind have in common. */
    interface HasTracks<RI> extends LogicalTable<RI> {
        InlineView<Track.Key, Track> tracks();

        default Optional<Track> track(String album, String number) {
            return Optional.ofNullable(tracks().load(new Track.Key(album, number)));
        }
    }

    private interface Songs extends HasTracks<Song> {
        @Override
        default Song save(Song item) {
            item.setTitle(shout(item.getTitle()));
            return HasTracks.super.save(item);
        }

        default String name() {
            return "songs in " + tableName();
        }

        static String shout(String title) {
            return title + "!";
        }
    }

    interface Current {
        @TableName("songs")
        Songs songs();

        @Override
        String toString();
    }

    private interface SongDb extends LogicalDb, Current {
        @TableName("old_songs")
        Songs oldSongs();

        default Songs newest() {
            return songs();
        }

        private Songs hidden() {
            return oldSongs();
        }

        default int count(Object... any) {
            return hidden() == oldSongs() ? any.length : -1;
        }
    }

    interface PlainDb extends LogicalDb {
        @TableName("songs")
        LogicalTable<Song> songs();
    }

    private SongDb songDb;

    @BeforeEach
    void createDb() {
        songDb = LogicalDb.create(SongDb.class, db.enhancedClient());
    }

    @Test
    void keepTwoTablesOfOneRawItemTypeApart() {
        songDb.songs().tracks().save(new Track("A", "1", "new"));
        songDb.oldSongs().tracks().save(new Track("A", "1", "old"));
        songDb.oldSongs().tracks().save(new Track("A", "2", "older"));

        assertThat(songDb.songs().track("A", "1")).contains(new Track("A", "1", "new"));
        assertThat(songDb.oldSongs().track("A", "1")).contains(new Track("A", "1", "old"));
        assertThat(songDb.songs().track("A", "2")).isEmpty();
        assertThat(Rows.all(db, "songs")).hasSize(1);
        assertThat(Rows.all(db, "old_songs")).hasSize(2);
    }

    @Test
    void callDefaultMethods() {
        assertThat(songDb.newest()).isSameAs(songDb.songs());
        assertThat(songDb.songs().name()).isEqualTo("songs in songs");
        assertThat(songDb.count(1, 2, 3)).isEqualTo(3);
    }

    @Test
    void mayOverrideOurMethods() {
        Song song = new Song();
        song.setPartition_key("A");
        song.setSort_key("TRACK_1");
        song.setTitle("Streams");

        songDb.songs().save(song);

        assertThat(Rows.all(db, "songs").get(0)).containsEntry("title", AttributeValue.fromS("Streams!"));
    }

    @Test
    void mayReturnAPlainTable() {
        LogicalTable<Song> songs =
                LogicalDb.create(PlainDb.class, db.enhancedClient()).songs();
        InlineView<Track.Key, Track> tracks = songs.inlineView(Track.Key.class, Track.class);
        tracks.save(new Track("A", "1", "Streams"));

        assertThat(songs.tableName()).isEqualTo("songs");
        assertThat(Rows.all(db, "songs")).hasSize(1);
    }

    @Test
    void mayBeUsedAsSuperInterfaces() {
        HasTracks<?> songs = songDb.songs();
        View<Track.Key, Track> view = songs.tracks();
        view.save(new Track("A", "1", "Streams"));
        Current current = songDb;

        assertThat(songs.track("A", "1")).isPresent();
        assertThat(current.songs()).isSameAs(songDb.songs());
    }

    @Test
    void giveTheSameObjectsEachTime() {
        assertThat(songDb.songs()).isSameAs(songDb.songs());
        assertThat(songDb.songs().tracks()).isSameAs(songDb.songs().tracks());
    }

    @Test
    @SuppressWarnings("SelfAssertion") // equals() is what the test is about.
    void haveSaneIdentities() {
        SongDb other = LogicalDb.create(SongDb.class, db.enhancedClient());

        assertThat(songDb).isEqualTo(songDb).isNotEqualTo(other).hasSameHashCodeAs(songDb);
        assertThat(songDb.songs()).isEqualTo(songDb.songs()).isNotEqualTo(songDb.oldSongs());
        assertThat(songDb.songs().tracks()).isEqualTo(songDb.songs().tracks());
        assertThat(songDb.equals(null)).isFalse();
    }

    @Test
    void describeThemselves() {
        assertThat(songDb).hasToString("DeclaredInterfacesTest.SongDb[old_songs, songs]");
        assertThat(songDb.songs()).hasToString("DeclaredInterfacesTest.Songs of table songs");
        assertThat(songDb.oldSongs().tracks())
                .hasToString("InlineView<DeclaredInterfacesTest.Track.Key, DeclaredInterfacesTest.Track> of table"
                        + " old_songs");
        assertThat(songDb.songs().codec(Track.class)).hasToString("Codec<DeclaredInterfacesTest.Track, Song>");
    }

    @Test
    void getTableNamesFromAResolver() {
        SongDb resolved = LogicalDb.create(SongDb.class, db.enhancedClient(), (tableType, declared) -> {
            assertThat(tableType).isEqualTo(Songs.class);
            return declared.equals("songs") ? "test_songs" : declared;
        });
        resolved.songs().tracks().save(new Track("A", "1", "Streams"));

        assertThat(resolved.songs().tableName()).isEqualTo("test_songs");
        assertThat(Rows.all(db, "test_songs")).hasSize(1);
        assertThat(Rows.all(db, "songs")).isEmpty();
    }

    @Test
    void needNoMethodForATable() {
        LogicalDb none = LogicalDb.create(LogicalDb.class, db.enhancedClient());
        Songs songs = none.logicalTable("songs", Songs.class);
        songs.tracks().save(new Track("A", "1", "Streams"));

        assertThat(songDb.songs().track("A", "1")).isPresent();
    }
}
