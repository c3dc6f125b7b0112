package dev.tempest.samples.musiclibrary.playlists;

import dev.tempest.samples.musiclibrary.model.AlbumTrack;
import dev.tempest.samples.musiclibrary.model.PlaylistInfo;
import java.util.ArrayList;
import java.util.List;

/** Something to be done to a playlist, whatever the playlist looks like by then. */
public sealed interface PlaylistChange {
    /** The playlist after the change, and one version further. */
    PlaylistInfo applyTo(PlaylistInfo existing);

    /** Gives the playlist another name. */
    record Rename(String newName) implements PlaylistChange {
        @Override
        public PlaylistInfo applyTo(PlaylistInfo existing) {
            return new PlaylistInfo(
                    existing.playlist_token, newName, existing.playlist_tracks, existing.playlist_version + 1);
        }

        @Override
        public String toString() {
            return "renames it \"" + newName + "\"";
        }
    }

    /**
     * Adds a track at the end.
     *
     * @param title the track's title, to tell people which track it is
     */
    record AddTrack(AlbumTrack.Key track, String title) implements PlaylistChange {
        public AddTrack(AlbumTrack track) {
            this(track.key(), track.track_title());
        }

        @Override
        public PlaylistInfo applyTo(PlaylistInfo existing) {
            List<AlbumTrack.Key> tracks = new ArrayList<>(existing.playlist_tracks);
            tracks.add(track);
            return new PlaylistInfo(
                    existing.playlist_token,
                    existing.playlist_name,
                    List.copyOf(tracks),
                    existing.playlist_version + 1);
        }

        @Override
        public String toString() {
            return "adds " + title;
        }
    }
}
