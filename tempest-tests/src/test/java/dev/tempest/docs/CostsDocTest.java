package dev.tempest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.BeginsWith;
import dev.tempest.ItemSet;
import dev.tempest.docs.model.AlbumInfo;
import dev.tempest.docs.model.AlbumTrack;
import dev.tempest.docs.model.MusicDb;
import dev.tempest.docs.model.PlaylistInfo;
import dev.tempest.sdk2.BatchLoadConfig;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.testing.FaultyHttp;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** What the page on costs says of its examples. */
class CostsDocTest extends DocTest {
    private final FaultyHttp network = FaultyHttp.builder().build();

    @BeforeEach
    void count() {
        db = testDb.with(network).logicalDb(MusicDb.class);
        table = db.music();
    }

    @Test
    void loadsOneByOne() {
        // doc: loads
        AlbumInfo album = table.albumInfo().load(new AlbumInfo.Key("ALBUM_1"));
        List<AlbumTrack> tracks = List.of(
                table.albumTracks().load(new AlbumTrack.Key("ALBUM_1", "1")),
                table.albumTracks().load(new AlbumTrack.Key("ALBUM_1", "2")),
                table.albumTracks().load(new AlbumTrack.Key("ALBUM_1", "3")));
        // doc: end

        assertThat(album.track_count()).isEqualTo(tracks.size());
        assertThat(network.requests()).isEqualTo(4);
        assertThat(table.albumInfo()
                        .load(new AlbumInfo.Key("ALBUM_1"), false, ReturnConsumedCapacity.TOTAL)
                        .consumedCapacity()
                        .capacityUnits())
                .isEqualTo(0.5);
    }

    @Test
    void loadsABatch() {
        // doc: batch
        ItemSet albumAndTracks = db.batchLoad(
                new AlbumInfo.Key("ALBUM_1"),
                new AlbumTrack.Key("ALBUM_1", "1"),
                new AlbumTrack.Key("ALBUM_1", "2"),
                new AlbumTrack.Key("ALBUM_1", "3"));
        // doc: end

        assertThat(albumAndTracks).hasSize(4);
        assertThat(network.requests()).isEqualTo(1);
        BatchLoadConfig config = BatchLoadConfig.builder()
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build();
        assertThat(db.batchLoad(
                                List.of(
                                        new AlbumInfo.Key("ALBUM_1"),
                                        new AlbumTrack.Key("ALBUM_1", "1"),
                                        new AlbumTrack.Key("ALBUM_1", "2"),
                                        new AlbumTrack.Key("ALBUM_1", "3")),
                                config)
                        .consumedCapacity())
                .extracting(ConsumedCapacity::capacityUnits)
                .containsExactly(2.0);
    }

    @Test
    void queries() {
        // doc: query
        List<AlbumTrack> tracks = table.albumTracks()
                .query(new BeginsWith<>(new AlbumTrack.Key("ALBUM_1")))
                .contents();
        // doc: end

        assertThat(tracks).hasSize(3);
        assertThat(network.requests()).isEqualTo(1);
    }

    @Test
    void tellsWhatWasCharged() {
        // doc: measure
        QueryConfig config = QueryConfig.builder()
                .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES)
                .build();
        ConsumedCapacity charged = table.albumTracks()
                .query(new BeginsWith<>(new AlbumTrack.Key("ALBUM_1")), config)
                .consumedCapacity();
        // doc: end

        assertThat(charged.capacityUnits()).isEqualTo(0.5);
        assertThat(charged.tableName()).isEqualTo("music_items");
    }

    @Test
    void changesInAsManyRequestsAsThePageSays() {
        table.playlistInfo().load(new PlaylistInfo.Key("PLAYLIST_1"));
        table.playlistInfo().save(new PlaylistInfo("PLAYLIST_1", "Day drive", List.of()));

        assertThat(network.requests("GetItem")).isEqualTo(1);
        assertThat(network.requests("PutItem")).isEqualTo(1);
        assertThat(network.requests()).isEqualTo(2);
    }
}
