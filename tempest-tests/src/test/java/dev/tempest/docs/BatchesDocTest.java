package dev.tempest.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.ItemSet;
import dev.tempest.TableName;
import dev.tempest.UnprocessedKeysException;
import dev.tempest.docs.model.AlbumInfo;
import dev.tempest.docs.model.AlbumTrack;
import dev.tempest.docs.model.MusicDb;
import dev.tempest.docs.model.MusicItem;
import dev.tempest.docs.model.MusicTable;
import dev.tempest.docs.model.PlaylistInfo;
import dev.tempest.sdk2.BatchLoadConfig;
import dev.tempest.sdk2.BatchWriteException;
import dev.tempest.sdk2.BatchWriteFailure;
import dev.tempest.sdk2.BatchWriteResult;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.LoadedItems;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;

class BatchesDocTest extends DocTest {
    @RegisterExtension
    final TestDb twoTables = TestDb.of(
            TestTable.create("music_items", MusicItem.class), TestTable.create("old_music_items", MusicItem.class));

    @Test
    void loadsManyTypes() {
        AlbumTrack.Key firstTrack = new AlbumTrack.Key("ALBUM_1", "1");
        ItemSet items = db.batchLoad(
                new AlbumInfo.Key("ALBUM_1"),
                firstTrack,
                new AlbumTrack.Key("ALBUM_1", "2"),
                new AlbumInfo.Key("NONE"));

        List<AlbumInfo> albums = items.getItems(AlbumInfo.class);
        List<AlbumTrack> tracks = items.getItems(AlbumTrack.class);
        AlbumTrack track = items.get(firstTrack, AlbumTrack.class);

        assertThat(items).hasSize(3);
        assertThat(albums).hasSize(1);
        assertThat(tracks).hasSize(2);
        assertThat(track.track_title()).isEqualTo("Low Tide");
    }

    @Test
    void configuresBatchLoads() {
        PlaylistInfo playlist = table.playlistInfo().load(new PlaylistInfo.Key("PLAYLIST_1"));

        BatchLoadConfig config = BatchLoadConfig.builder().consistentRead(true).build();
        LoadedItems loaded = db.batchLoad(playlist.playlist_tracks, config);

        assertThat(loaded.items().getItems(AlbumTrack.class)).hasSize(1);
    }

    @Test
    void reportsUnprocessedKeys() {
        List<AlbumTrack.Key> keys = List.of(new AlbumTrack.Key("ALBUM_1", "1"));

        ItemSet items;
        try {
            items = db.batchLoad(keys);
        } catch (UnprocessedKeysException e) {
            System.out.println("Without " + e.unprocessedKeys());
            items = e.loadedItems();
        }

        assertThat(items).hasSize(1);
    }

    @Test
    void writes() {
        BatchWriteSet writeSet = BatchWriteSet.builder()
                .clobber(
                        new AlbumInfo("ALBUM_3", "Lighthouse", "The Lanterns", LocalDate.of(2024, 5, 1), 1),
                        new AlbumTrack("ALBUM_3", "1", "Beam", Duration.ofSeconds(199)))
                .delete(new AlbumTrack.Key("ALBUM_2", "1"))
                .build();
        BatchWriteResult result = db.batchWrite(writeSet);
        if (!result.isSuccessful()) {
            throw new IllegalStateException(
                    "Left to write: " + result.unprocessedClobbers() + ", to delete: " + result.unprocessedDeletes());
        }

        assertThat(table.albumTracks().load(new AlbumTrack.Key("ALBUM_3", "1"))).isNotNull();
        assertThat(table.albumTracks().load(new AlbumTrack.Key("ALBUM_2", "1"))).isNull();
    }

    @Test
    void reportsWhatIsRejected() {
        List<String> messages = new ArrayList<>();
        List<Object> left = List.of();
        AlbumTrack good = new AlbumTrack("ALBUM_3", "1", "Beam", Duration.ofSeconds(199));
        AlbumTrack bad = new AlbumTrack("ALBUM_3", "9".repeat(2_000), "Long", Duration.ofSeconds(1));
        BatchWriteSet writeSet = BatchWriteSet.builder().clobber(good, bad).build();

        try {
            db.batchWrite(writeSet);
        } catch (BatchWriteException e) {
            for (BatchWriteFailure failure : e.failures()) {
                messages.add(failure.cause().getMessage());
            }
            left = e.unprocessedClobbers();
        }

        assertThat(left).containsExactly(bad);
        assertThat(messages).singleElement().asString().startsWith("batch write, Clobber of AlbumTrack {");
        assertThat(table.albumTracks().load(new AlbumTrack.Key("ALBUM_3", "1"))).isEqualTo(good);
    }

    @Test
    void limitsParallelRequests() {
        DynamoDbEnhancedClient enhancedClient = testDb.enhancedClient();

        MusicDb db = LogicalDb.builder(MusicDb.class)
                .enhancedClient(enhancedClient)
                .maxParallelRequests(100)
                .build();

        assertThat(db.batchLoad(new AlbumInfo.Key("ALBUM_1"))).hasSize(1);
    }

    // doc: two tables
    public interface MovingDb extends LogicalDb {
        @TableName("music_items")
        MusicTable music();

        @TableName("old_music_items")
        MusicTable oldMusic();
    }
    // doc: end

    @Test
    void saysWhichTable() {
        MovingDb db = twoTables.logicalDb(MovingDb.class);
        db.oldMusic().playlistInfo().save(new PlaylistInfo("PLAYLIST_1", "Night drive", List.of()));

        PlaylistInfo.Key key = new PlaylistInfo.Key("PLAYLIST_1");
        ItemSet items = db.batchLoad(db.music().scoped(key), db.oldMusic().scoped(key));

        assertThat(items).hasSize(1);
        assertThatThrownBy(() -> db.batchLoad(key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A PlaylistInfo.Key may be meant for any of the tables [music_items, old_music_items]. Say"
                        + " which: table.scoped(key).");
    }
}
