package dev.tempest.samples.musiclibrary;

import static dev.tempest.Attributes.attr;

import dev.tempest.Condition;
import dev.tempest.samples.items.AlbumTrack;
import dev.tempest.samples.items.PlaylistInfo;
import dev.tempest.samples.race.Change;
import dev.tempest.samples.race.Conflict;
import dev.tempest.samples.race.Pause;
import dev.tempest.samples.scenes.Playlists;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Playlists in the table; writers that meet on the same one lock it optimistically. */
final class StoredPlaylists implements Playlists {
    private final MusicTable table;

    StoredPlaylists(MusicTable table) {
        this.table = table;
    }

    @Override
    public PlaylistInfo replace(String playlistToken, String name, List<AlbumTrack.Key> tracks) {
        return table.playlistInfo().save(new PlaylistInfo(playlistToken, name, tracks));
    }

    @Override
    public PlaylistInfo load(String playlistToken) {
        // The guide loads without the second argument. Then a writer that reads again after a conflict may get the old
        // version again. A consistent read costs twice as much, and returns what is stored now.
        PlaylistInfo existing = table.playlistInfo().load(new PlaylistInfo.Key(playlistToken), true);
        if (existing == null) {
            throw new IllegalStateException("Playlist does not exist: " + playlistToken);
        }
        return existing;
    }

    /**
     * Renames a playlist, once.
     *
     * @throws ConditionalCheckFailedException if another writer was faster; nothing was written
     */
    @Override
    public PlaylistInfo changePlaylistName(String playlistToken, String newName) {
        // Read.
        PlaylistInfo existing = load(playlistToken);
        // Modify.
        PlaylistInfo newPlaylist = new PlaylistInfo(
                existing.playlist_token,
                newName,
                existing.playlist_tracks,
                // playlist_version.
                existing.playlist_version + 1);
        // Write.
        return table.playlistInfo().save(newPlaylist, ifPlaylistVersionIs(existing.playlist_version));
    }

    @Override
    public Accepted change(PlaylistInfo known, Change change) throws InterruptedException {
        List<Conflict> conflicts = new ArrayList<>();
        PlaylistInfo existing = known;
        while (true) {
            try {
                PlaylistInfo written = table.playlistInfo()
                        .save(existing.changed(change), ifPlaylistVersionIs(existing.playlist_version));
                return new Accepted(written, conflicts);
            } catch (ConditionalCheckFailedException conflict) {
                conflicts.add(new Conflict(existing.playlist_version, itemIn(conflict).playlist_version));
                Thread.sleep(Pause.millisAfterConflict());
                existing = load(existing.playlist_token);
            }
        }
    }

    /** The stored playlist on which the condition failed. */
    private PlaylistInfo itemIn(ConditionalCheckFailedException conflict) {
        return table.playlistInfo()
                .itemIn(conflict)
                .orElseThrow(() -> new IllegalStateException("The playlist was deleted meanwhile.", conflict));
    }

    private static Condition<PlaylistInfo> ifPlaylistVersionIs(Long playlist_version) {
        return attr((PlaylistInfo p) -> p.playlist_version).eq(playlist_version);
    }
}
