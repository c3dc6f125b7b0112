package dev.tempest.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.BeginsWith;
import dev.tempest.KeyCondition;
import dev.tempest.Offset;
import dev.tempest.docs.model.AlbumInfo;
import dev.tempest.docs.model.AlbumTrack;
import dev.tempest.docs.model.MusicDb;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.sdk2.WritingPager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;

class PagingDocTest extends DocTest {
    @Test
    void goesFromPageToPage() {
        List<String> titles = new ArrayList<>();

        KeyCondition<AlbumTrack.Key> allTracks = new BeginsWith<>(new AlbumTrack.Key("ALBUM_1"));
        QueryConfig twoAtATime = QueryConfig.builder().pageSize(2).build();
        Offset<AlbumTrack.Key> offset = null;
        do {
            Page<AlbumTrack.Key, AlbumTrack> page = table.albumTracks().query(allTracks, twoAtATime, offset);
            page.contents().forEach(track -> titles.add(track.track_title()));
            offset = page.offset();
        } while (offset != null);

        assertThat(titles).containsExactly("Low Tide", "Breakwater", "Foghorn");
    }

    @Test
    void fetchesPageAfterPage() {
        KeyCondition<AlbumTrack.Key> allTracks = new BeginsWith<>(new AlbumTrack.Key("ALBUM_1"));
        Duration total = table.albumTracks().queryAllContents(allTracks).stream()
                .map(AlbumTrack::run_length)
                .reduce(Duration.ZERO, Duration::plus);

        for (Page<AlbumTrack.Key, AlbumTrack> page : table.albumTracks().queryAll(allTracks)) {
            System.out.println(page.contents().size() + " tracks");
        }

        assertThat(total).isEqualTo(Duration.ofSeconds(207 + 188 + 254));
    }

    @Test
    void handsOffsetsToWebClients() {
        KeyCondition<AlbumTrack.Key> allTracks = new BeginsWith<>(new AlbumTrack.Key("ALBUM_1"));
        QueryConfig twoAtATime = QueryConfig.builder().pageSize(2).build();

        Page<AlbumTrack.Key, AlbumTrack> page = table.albumTracks().query(allTracks, twoAtATime);
        String next = table.albumTracks().offsetToString(page.offset());

        Page<AlbumTrack.Key, AlbumTrack> nextPage = table.albumTracks()
                .query(allTracks, twoAtATime, table.albumTracks().offsetFromString(next));

        assertThat(next).matches("[A-Za-z0-9_-]+");
        assertThat(nextPage.contents()).extracting(AlbumTrack::track_title).containsExactly("Foghorn");
    }

    @Test
    void beginsAfterAKey() {
        Page<AlbumTrack.Key, AlbumTrack> afterTheFirst = table.albumTracks()
                .query(
                        new BeginsWith<>(new AlbumTrack.Key("ALBUM_1")),
                        new Offset<>(new AlbumTrack.Key("ALBUM_1", "1")));

        assertThat(afterTheFirst.contents()).hasSize(2);
    }

    @Test
    void keepsOffsetsFromBeingMadeUp() {
        String offsetSecret = "as long as it is secret";
        DynamoDbEnhancedClient enhancedClient = testDb.enhancedClient();

        MusicDb db = LogicalDb.builder(MusicDb.class)
                .enhancedClient(enhancedClient)
                .offsetSecret(offsetSecret.getBytes(StandardCharsets.UTF_8))
                .build();

        Page<AlbumTrack.Key, AlbumTrack> page =
                table.albumTracks().scan(ScanConfig.builder().pageSize(1).build());
        String madeWithoutTheSecret = table.albumTracks().offsetToString(page.offset());
        assertThatThrownBy(() -> db.music().albumTracks().offsetFromString(madeWithoutTheSecret))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The offset's text is damaged");
    }

    // doc: handler
    static class ArtistRenamer implements WritingPager.Handler<AlbumInfo> {
        private final String newName;

        ArtistRenamer(String newName) {
            this.newName = newName;
        }

        @Override
        public void item(TransactionWriteSet.Builder builder, AlbumInfo album) {
            builder.save(new AlbumInfo(
                    album.album_token(), album.album_title(), newName, album.release_date(), album.track_count()));
        }

        @Override
        public void pageWritten(TransactionWriteSet writeSet) {
            System.out.println(writeSet.operations().size() + " more albums are renamed");
        }
    }
    // doc: end

    @Test
    void writesPageByPage() {
        var byTheLanterns = new BeginsWith<>(new AlbumInfo.ArtistIndexOffset("The Lanterns"));
        List<AlbumInfo> albums = table.albumInfoByArtist().queryAllContents(byTheLanterns).stream()
                .toList();
        WritingPager<AlbumInfo> pager = new WritingPager<>(db, albums, new ArtistRenamer("The Beacons"));
        pager.execute();

        assertThat(pager.updatedCount()).isEqualTo(2);
        assertThat(pager.remainingUpdates()).isEmpty();
        assertThat(table.albumInfo().load(new AlbumInfo.Key("ALBUM_2")).artist_name())
                .isEqualTo("The Beacons");
    }
}
