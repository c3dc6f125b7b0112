package dev.tempest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.docs.model.MusicTable;
import dev.tempest.docs.model.PlaylistInfo;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ConditionDocTest extends DocTest {
    static class Playlists {
        private final MusicTable table;

        Playlists(MusicTable table) {
            this.table = table;
        }

        // doc: change
        public void changePlaylistName(String playlistToken, String newName) {
            // Read.
            PlaylistInfo existing = table.playlistInfo().load(new PlaylistInfo.Key(playlistToken));
            if (existing == null) {
                throw new IllegalStateException("Playlist does not exist: " + playlistToken);
            }
            // Modify.
            PlaylistInfo newPlaylist = new PlaylistInfo(
                    existing.playlist_token,
                    newName,
                    existing.playlist_tracks,
                    // playlist_version.
                    existing.playlist_version + 1);
            // Write.
            table.playlistInfo().save(newPlaylist, ifPlaylistVersionIs(existing.playlist_version));
        }

        private Expression ifPlaylistVersionIs(Long playlist_version) {
            return Expression.builder()
                    .expression("playlist_version = :playlist_version")
                    .expressionValues(Map.of(
                            ":playlist_version",
                            AttributeValue.builder().n("" + playlist_version).build()))
                    .build();
        }
        // doc: end
    }

    @Test
    void changesAPlaylistByACondition() {
        new Playlists(table).changePlaylistName("PLAYLIST_1", "Day drive");

        PlaylistInfo changed = table.playlistInfo().load(new PlaylistInfo.Key("PLAYLIST_1"));
        assertThat(changed.playlist_name).isEqualTo("Day drive");
        assertThat(changed.playlist_version).isEqualTo(2);
    }
}
