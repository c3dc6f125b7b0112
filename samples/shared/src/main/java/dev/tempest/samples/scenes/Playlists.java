package dev.tempest.samples.scenes;

import dev.tempest.samples.items.AlbumTrack;
import dev.tempest.samples.items.PlaylistInfo;
import dev.tempest.samples.race.Change;
import dev.tempest.samples.race.Conflict;
import java.util.List;

/** Playlists, as a sample keeps them. */
public interface Playlists {
    /** Makes a playlist of version 1, in place of any that there was. */
    PlaylistInfo replace(String playlistToken, String name, List<AlbumTrack.Key> tracks);

    /** Loads a playlist, which must exist. */
    PlaylistInfo load(String playlistToken);

    /** Renames a playlist. */
    PlaylistInfo changePlaylistName(String playlistToken, String newName);

    /**
     * Makes a change, and begins anew with what is stored for as long as others are faster.
     *
     * @param known the playlist as it was when it was last seen
     */
    Accepted change(PlaylistInfo known, Change change) throws InterruptedException;

    /**
     * A change that was written in the end.
     *
     * @param playlist the playlist as it was written
     * @param conflicts the conflicts before it was written
     */
    record Accepted(PlaylistInfo playlist, List<Conflict> conflicts) {}
}
