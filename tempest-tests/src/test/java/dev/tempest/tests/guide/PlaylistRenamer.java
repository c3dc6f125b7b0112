package dev.tempest.tests.guide;

import java.util.Map;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The guide's writer. */
final class PlaylistRenamer {
    // The guide's code as it stands.
    // spotless:off
    private final MusicTable table;

    PlaylistRenamer(MusicTable table) {
        this.table = table;
    }

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
    // spotless:on
}
