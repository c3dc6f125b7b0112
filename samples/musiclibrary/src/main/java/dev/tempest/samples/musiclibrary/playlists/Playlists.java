package dev.tempest.samples.musiclibrary.playlists;

import dev.tempest.samples.musiclibrary.model.AlbumTrack;
import dev.tempest.samples.musiclibrary.model.MusicTable;
import dev.tempest.samples.musiclibrary.model.PlaylistInfo;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Reads and writes playlists; writers that meet on the same one lock it optimistically. */
public final class Playlists {
    private final MusicTable table;

    public Playlists(MusicTable table) {
        this.table = table;
    }

    /** Makes a playlist of version 1, in place of any that there was. */
    public PlaylistInfo replace(String playlistToken, String name, List<AlbumTrack.Key> tracks) {
        return table.playlistInfo().save(new PlaylistInfo(playlistToken, name, tracks));
    }

    /** Loads a playlist, which must exist. */
    public PlaylistInfo load(String playlistToken) {
        // The guide loads without the second argument. Then the answer may be a little old, and whoever was refused and
        // loads again to see why may get the old version again. A consistent read costs twice as much and is current.
        PlaylistInfo existing = table.playlistInfo().load(new PlaylistInfo.Key(playlistToken), true);
        if (existing == null) {
            throw new IllegalStateException("Playlist does not exist: " + playlistToken);
        }
        return existing;
    }

    /** Renames a playlist; see {@link #change}. */
    public PlaylistInfo changePlaylistName(String playlistToken, String newName) {
        return change(load(playlistToken), new PlaylistChange.Rename(newName));
    }

    /**
     * Writes a change of a playlist that was loaded before, unless another writer was faster.
     *
     * @throws ConditionalCheckFailedException if the stored version is no longer that of {@code existing}; nothing was
     *     written, and {@link #itemIn} tells what is stored
     */
    public PlaylistInfo change(PlaylistInfo existing, PlaylistChange change) {
        PlaylistInfo newPlaylist = change.applyTo(existing);
        return table.playlistInfo().save(newPlaylist, ifPlaylistVersionIs(existing.playlist_version));
    }

    /** The playlist that stood in the way of a refused change. */
    public PlaylistInfo itemIn(ConditionalCheckFailedException refusal) {
        return table.playlistInfo()
                .itemIn(refusal)
                .orElseThrow(() -> new IllegalStateException("The playlist was deleted meanwhile.", refusal));
    }

    private static Expression ifPlaylistVersionIs(Long playlist_version) {
        return Expression.builder()
                .expression("playlist_version = :playlist_version")
                .expressionValues(Map.of(
                        ":playlist_version",
                        AttributeValue.builder().n("" + playlist_version).build()))
                .build();
    }
}
