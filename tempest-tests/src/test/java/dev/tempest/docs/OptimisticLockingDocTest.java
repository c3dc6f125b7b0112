package dev.tempest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.docs.model.AlbumTrack;
import dev.tempest.docs.model.MusicDb;
import dev.tempest.docs.model.MusicTable;
import dev.tempest.docs.model.PlaylistInfo;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

class OptimisticLockingDocTest extends DocTest {
    private static Expression ifPlaylistVersionIs(long version) {
        return Expression.builder()
                .expression("playlist_version = :playlist_version")
                .putExpressionValue(":playlist_version", AttributeValue.fromN(Long.toString(version)))
                .build();
    }

    // doc: retry
    PlaylistInfo addTrack(String playlistToken, AlbumTrack.Key track) {
        for (int attempt = 1; ; attempt++) {
            // Read what is there now: by a consistent read, or it may be the old version once more.
            PlaylistInfo existing = table.playlistInfo().load(new PlaylistInfo.Key(playlistToken), true);
            if (existing == null) {
                throw new IllegalStateException("Playlist does not exist: " + playlistToken);
            }
            // Modify.
            List<AlbumTrack.Key> tracks = new ArrayList<>(existing.playlist_tracks);
            tracks.add(track);
            PlaylistInfo changed = new PlaylistInfo(
                    existing.playlist_token, existing.playlist_name, tracks, existing.playlist_version + 1);
            // Write, unless another writer was faster: then begin again.
            try {
                return table.playlistInfo().save(changed, ifPlaylistVersionIs(existing.playlist_version));
            } catch (ConditionalCheckFailedException e) {
                if (attempt == 5) {
                    throw e;
                }
            }
        }
    }
    // doc: end

    @Test
    void addsATrack() {
        PlaylistInfo changed = addTrack("PLAYLIST_1", new AlbumTrack.Key("ALBUM_1", "2"));

        assertThat(changed.playlist_tracks).hasSize(2);
        assertThat(changed.playlist_version).isEqualTo(2);
    }

    @Test
    void takesItsOwnWriteForAConflict() {
        FaultyHttp network =
                FaultyHttp.builder().nth(1, "PutItem", Fault.responseLost()).build();
        MusicTable table = testDb.with(network).logicalDb(MusicDb.class).music();
        List<String> messages = new ArrayList<>();

        PlaylistInfo renamed = new PlaylistInfo("PLAYLIST_1", "Day drive", List.of(), 2L);
        try {
            table.playlistInfo().save(renamed, ifPlaylistVersionIs(1));
        } catch (ConditionalCheckFailedException e) {
            PlaylistInfo stored = table.playlistInfo().itemIn(e).orElseThrow();
            messages.add("Refused, and yet it is called " + stored.playlist_name);
        }

        assertThat(messages).containsExactly("Refused, and yet it is called Day drive");
    }
}
