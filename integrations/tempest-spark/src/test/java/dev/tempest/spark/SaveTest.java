package dev.tempest.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.spark.LocalCluster.Kill;
import dev.tempest.spark.LocalCluster.Watcher;
import dev.tempest.spark.Music.Album;
import dev.tempest.spark.Music.MusicDb;
import dev.tempest.spark.Music.MusicTable;
import dev.tempest.spark.Music.Playlist;
import dev.tempest.spark.Music.PlaylistDb;
import dev.tempest.spark.Music.PlaylistTable;
import dev.tempest.spark.Music.Track;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Conditional writes by tasks that fail, and run again. */
class SaveTest {
    private static final SparkSession SPARK = LocalCluster.spark();
    private static final int ITEMS = 80;

    @RegisterExtension
    final TestDb db =
            TestDb.of(TestTable.create("music", MusicTable.class), TestTable.create("playlists", PlaylistTable.class));

    private TempestSpark<MusicDb> music;

    @BeforeEach
    void open() {
        music = LocalCluster.database(MusicDb.class, db.connection(), Watcher.NONE);
    }

    private MusicTable table() {
        return db.logicalDb(MusicDb.class).music();
    }

    private static <T> JavaRDD<T> distributed(List<T> items) {
        return JavaSparkContext.fromSparkContext(SPARK.sparkContext()).parallelize(items, 4);
    }

    private static List<Album> newAlbums() {
        return IntStream.range(0, ITEMS)
                .mapToObj(i -> new Album("artist " + i, "title", "rock", 1960))
                .toList();
    }

    /** Kills a task after one of its writes was executed. */
    private TempestSpark<MusicDb> killedAt(int response) {
        AtomicInteger responses = new AtomicInteger();
        return LocalCluster.database(MusicDb.class, db.connection(), new Watcher() {
            @Override
            public void after(Object ignored) {
                if (responses.incrementAndGet() == response) {
                    throw new Kill();
                }
            }
        });
    }

    @Test
    void aTaskThatRunsAgainSavesNothingTwice() {
        List<Album> read = newAlbums().stream().map(table().albums()::save).toList();
        List<Album> changed = read.stream().map(album -> album.with("jazz")).toList();

        SaveReport report = killedAt(31)
                .save(distributed(changed), Album.class, db -> db.music().albums());

        assertThat(report.saved() + report.alreadySaved()).isEqualTo(ITEMS);
        assertThat(report.alreadySaved()).isPositive();
        assertThat(report.conflicts()).isZero();
        assertThat(table().albums().scanAllContents()).hasSize(ITEMS).allSatisfy(album -> {
            assertThat(album.genre()).isEqualTo("jazz");
            assertThat(album.version()).isEqualTo(2);
        });
    }

    @Test
    void newItemsAreSavedOnce() {
        SaveReport first = music.save(
                distributed(newAlbums()), Album.class, db -> db.music().albums());
        SaveReport second = music.save(
                distributed(newAlbums()), Album.class, db -> db.music().albums());

        assertThat(first).isEqualTo(new SaveReport(ITEMS, 0, 0, List.of()));
        assertThat(second).isEqualTo(new SaveReport(0, ITEMS, 0, List.of()));
    }

    @Test
    void aWriteTokenIsNoValueOfAnItem() {
        TempestSpark<PlaylistDb> playlists = LocalCluster.database(PlaylistDb.class, db.connection(), Watcher.NONE);
        JavaRDD<Playlist> items = distributed(List.of(new Playlist("p1", "Road", null, null)));

        SaveReport first =
                playlists.save(items, Playlist.class, db -> db.playlists().playlists());
        SaveReport second =
                playlists.save(items, Playlist.class, db -> db.playlists().playlists());

        assertThat(first.saved()).isEqualTo(1);
        assertThat(second.alreadySaved()).isEqualTo(1);
        assertThat(db.logicalDb(PlaylistDb.class)
                        .playlists()
                        .playlists()
                        .load(new Playlist.Key("p1"))
                        .token())
                .isNotEmpty();
    }

    @Test
    void leavesWhatAnotherWriterHasChanged() {
        List<Album> read = newAlbums().stream().map(table().albums()::save).toList();
        table().albums().save(read.get(3).with("folk"));

        SaveReport report = music.save(
                distributed(read).map(album -> album.with("jazz")),
                Album.class,
                db -> db.music().albums());

        assertThat(report.saved()).isEqualTo(ITEMS - 1);
        assertThat(report.conflicts()).isEqualTo(1);
        assertThat(report.firstConflicts())
                .singleElement()
                .asString()
                .contains("artist 3", "expected version 1, found version 2")
                .doesNotContain("folk", "jazz");
        assertThat(table().albums().load(new Album.Key("artist 3", "title")).genre())
                .isEqualTo("folk");
    }

    @Test
    void keepsTheFirstConflictsOfMany() {
        newAlbums().forEach(table().albums()::save);

        SaveReport report = music.save(
                distributed(newAlbums()).map(album -> album.with("jazz")),
                Album.class,
                db -> db.music().albums());

        assertThat(report.conflicts()).isEqualTo(ITEMS);
        assertThat(report.firstConflicts()).hasSize(20);
    }

    @Test
    void itemsWithoutAVersionAreCreatedOnceAndNotSaved() {
        JavaRDD<Track> tracks = distributed(IntStream.range(0, ITEMS)
                .mapToObj(i -> new Track("artist " + i, "song", new BigDecimal("3.50"), new byte[] {1, 2}))
                .toList());

        SaveReport report =
                killedAt(20).create(tracks, Track.class, db -> db.music().tracks());

        assertThat(report.saved() + report.alreadySaved()).isEqualTo(ITEMS);
        assertThat(report.alreadySaved()).isPositive();
        assertThatThrownBy(
                        () -> music.save(tracks, Track.class, db -> db.music().tracks()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Track has no @Version, so a task that Spark runs again could undo the change of another writer."
                                + " Add a @Version, or call create() for items that do not exist yet.");
    }

    @Test
    void rejectsItemsThatASecondRunWouldReadAsTheFirstLeftThem(@TempDir Path checkpoints) {
        newAlbums().forEach(table().albums()::save);
        JavaRDD<Album> changed = music.scan(Album.class, db -> db.music().albums())
                .rdd(SPARK)
                .map(album -> album.with(album.genre() + "!"))
                .repartition(3);

        assertThatThrownBy(
                        () -> music.save(changed, Album.class, db -> db.music().albums()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The items are computed from a scan of Album, and a task that Spark runs again would read what it"
                                + " has saved and change it again. Checkpoint the items first, or use a migration.");

        SPARK.sparkContext().setCheckpointDir(checkpoints.toString());
        changed.checkpoint();
        assertThat(changed.count()).isEqualTo(ITEMS);
        SaveReport report =
                killedAt(20).save(changed, Album.class, db -> db.music().albums());

        assertThat(report.saved() + report.alreadySaved()).isEqualTo(ITEMS);
        assertThat(table().albums().scanAllContents())
                .allSatisfy(album -> assertThat(album.genre()).isEqualTo("rock!"));
    }

    @Test
    void savesItemsOfAScanOfAnotherDatabase() {
        newAlbums().forEach(table().albums()::save);
        TempestSpark<MusicDb> source = LocalCluster.database(MusicDb.class, db.connection(), Watcher.NONE);

        SaveReport report = music.save(
                source.scan(Album.class, db -> db.music().albums()).rdd(SPARK),
                Album.class,
                db -> db.music().albums());

        assertThat(report.saved()).isEqualTo(ITEMS);
    }
}
