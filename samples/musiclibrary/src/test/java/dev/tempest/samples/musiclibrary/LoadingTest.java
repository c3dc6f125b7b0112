package dev.tempest.samples.musiclibrary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.samples.discography.Discography;
import dev.tempest.samples.discography.LoadReport;
import dev.tempest.samples.discography.StoredLibrary;
import dev.tempest.samples.items.AlbumInfo;
import dev.tempest.samples.items.AlbumTrack;
import dev.tempest.samples.scenes.LoadingScene;
import dev.tempest.testing.TestDb;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class LoadingTest {
    @RegisterExtension
    final TestDb db = MusicTables.testDb();

    private final Discography whole = Discography.bundled();
    /** Enough for most tests, and loaded in no time. */
    private final Discography small = new Discography(
            List.of(whole.release("Radio Free Albemuth"), whole.release("FCIV"), whole.release("Files")));

    private MusicTable table;
    private LoadingScene loader;

    @BeforeEach
    void setUp() {
        table = MusicTables.of(db);
        loader = new LoadingScene(new StoredAlbums(table));
    }

    @Test
    void loadsAllOfItAndAllOnceHoweverOftenItIsCalled() {
        assertThat(loader.load(whole)).isEqualTo(new LoadReport(69, 0, 513, 0));
        assertThat(rowCount()).isEqualTo(69 + 513);
        assertThat(loader.readBack(whole)).isEqualTo(new StoredLibrary(69, 513, List.of()));

        assertThat(loader.load(whole)).isEqualTo(new LoadReport(0, 69, 0, 513));
        assertThat(rowCount()).isEqualTo(69 + 513);
        assertThat(loader.readBack(whole).holdsAllOf(whole)).isTrue();
    }

    @Test
    void completesALoadThatWasInterrupted() {
        loader.load(small);
        AlbumTrack track =
                AlbumTrack.allOf(small.release("Radio Free Albemuth")).get(2);
        table.albumTracks().deleteKey(track.key());

        assertThat(loader.readBack(small).problems()).hasSize(1);
        assertThat(loader.load(small)).isEqualTo(new LoadReport(0, 3, 1, 13));
        assertThat(loader.readBack(small).holdsAllOf(small)).isTrue();
    }

    @Test
    void leavesWhatOthersChangedAndTellsOfIt() {
        loader.load(small);
        AlbumInfo album = AlbumInfo.of(small.release("FCIV"));
        AlbumInfo renamed = new AlbumInfo(
                album.album_token(),
                "FC4",
                album.artist_name(),
                album.release_date(),
                album.release_type(),
                album.release_format(),
                album.label_name(),
                album.track_count());
        table.albumInfo().save(renamed);

        loader.load(small);

        assertThat(table.albumInfo().load(new AlbumInfo.Key(album.album_token())))
                .isEqualTo(renamed);
        StoredLibrary stored = loader.readBack(small);
        assertThat(stored.holdsAllOf(small)).isFalse();
        assertThat(stored.problems()).singleElement().asString().contains("FCIV", "FC4");
    }

    @Test
    void storesTheAttributesOfTheTypeAndNoOthers() {
        loader.load(small);
        AlbumTrack track =
                AlbumTrack.allOf(small.release("Radio Free Albemuth")).get(2);

        Map<String, AttributeValue> row = row(track.album_token(), "TRACK_003");

        assertThat(row).containsOnlyKeys("partition_key", "sort_key", "track_number", "track_title", "run_length");
        assertThat(row.get("run_length").n()).startsWith("151");
        assertThat(row(track.album_token(), "INFO_").get("release_date").s()).isEqualTo("2024-05-26");
    }

    private Map<String, AttributeValue> row(String partitionKey, String sortKey) {
        return db.client()
                .getItem(request -> request.tableName(MusicDb.MUSIC_TABLE_NAME)
                        .key(Map.of(
                                "partition_key", AttributeValue.fromS(partitionKey),
                                "sort_key", AttributeValue.fromS(sortKey))))
                .item();
    }

    private long rowCount() {
        return db.client().scanPaginator(request -> request.tableName(MusicDb.MUSIC_TABLE_NAME)).items().stream()
                .count();
    }
}
