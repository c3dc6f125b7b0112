package dev.tempest.tests.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.Attribute;
import dev.tempest.TableName;
import dev.tempest.sdk2.AsyncInlineView;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncLogicalTable;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.TableNameResolver;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A resolver names tables by their interfaces: two tables may have one raw item type. */
class TableNamesTest {
    @RegisterExtension
    final TestDb db =
            TestDb.of(TestTable.create("test_songs", Song.class), TestTable.create("test_archive", Song.class));

    record Track(
            String partition_key,
            @Attribute(name = "sort_key", prefix = "TRACK_") String number,
            String title) {
        record Key(String partition_key, String number) {}
    }

    interface Songs extends LogicalTable<Song> {
        InlineView<Track.Key, Track> tracks();
    }

    interface Archive extends LogicalTable<Song> {
        InlineView<Track.Key, Track> tracks();
    }

    interface Db extends LogicalDb {
        @TableName("songs")
        Songs songs();

        Archive archive();
    }

    interface AsyncSongs extends AsyncLogicalTable<Song> {
        AsyncInlineView<Track.Key, Track> tracks();
    }

    interface AsyncDb extends AsyncLogicalDb {
        @TableName("songs")
        AsyncSongs songs();
    }

    private final List<String> asked = new ArrayList<>();

    private final TableNameResolver resolver = (tableType, declaredName) -> {
        asked.add(tableType.getSimpleName() + " " + declaredName);
        return tableType == Archive.class ? "test_archive" : "test_" + declaredName;
    };

    @Test
    void getsTheInterfacesOfTheTables() {
        Db songs = LogicalDb.create(Db.class, db.enhancedClient(), resolver);

        songs.songs().tracks().save(new Track("A", "1", "Rivers"));
        songs.archive().tracks().save(new Track("B", "1", "Streams"));

        assertThat(asked).containsExactlyInAnyOrder("Songs songs", "Archive null");
        assertThat(songs.songs().tableName()).isEqualTo("test_songs");
        assertThat(songs.archive().tracks().load(new Track.Key("B", "1")).title())
                .isEqualTo("Streams");
        assertThat(songs.songs().tracks().load(new Track.Key("B", "1"))).isNull();
    }

    @Test
    void getsThemOfAnAsynchronousDatabaseToo() {
        AsyncDb songs = AsyncLogicalDb.create(AsyncDb.class, db.enhancedAsyncClient(), resolver);

        songs.songs().tracks().saveAsync(new Track("A", "1", "Rivers")).join();

        assertThat(asked).containsExactly("AsyncSongs songs");
        assertThat(songs.songs().tableName()).isEqualTo("test_songs");
    }
}
