package dev.tempest.samples.items;

import dev.tempest.Attribute;
import dev.tempest.samples.race.Change;
import dev.tempest.samples.race.PlaylistState;
import java.util.ArrayList;
import java.util.List;

/** A playlist, as the guide to optimistic locking has it: each write moves {@code playlist_version} on by one. */
public class PlaylistInfo {
    @Attribute(name = "partition_key")
    public final String playlist_token;

    public final String playlist_name;
    public final List<AlbumTrack.Key> playlist_tracks;
    public final Long playlist_version;

    @Attribute(prefix = "INFO_")
    public final String sort_key = "";

    public PlaylistInfo(String playlist_token, String playlist_name, List<AlbumTrack.Key> playlist_tracks) {
        this(playlist_token, playlist_name, playlist_tracks, 1L);
    }

    public PlaylistInfo(
            String playlist_token, String playlist_name, List<AlbumTrack.Key> playlist_tracks, Long playlist_version) {
        this.playlist_token = playlist_token;
        this.playlist_name = playlist_name;
        this.playlist_tracks = playlist_tracks;
        this.playlist_version = playlist_version;
    }

    /** This playlist after a change, and one version further. */
    public PlaylistInfo changed(Change change) {
        if (change instanceof Change.Rename rename) {
            return new PlaylistInfo(playlist_token, rename.newName(), playlist_tracks, playlist_version + 1);
        }
        Change.AddTrack added = (Change.AddTrack) change;
        List<AlbumTrack.Key> tracks = new ArrayList<>(playlist_tracks);
        tracks.add(new AlbumTrack.Key(added.albumToken(), added.trackToken()));
        return new PlaylistInfo(playlist_token, playlist_name, List.copyOf(tracks), playlist_version + 1);
    }

    /** This playlist, to be compared and told of. */
    public PlaylistState state() {
        List<String> tracks = playlist_tracks.stream()
                .map(track -> track.album_token() + "/" + track.track_token())
                .toList();
        return new PlaylistState(playlist_name, tracks, playlist_version);
    }

    public static class Key {
        public final String playlist_token;
        public final String sort_key = "";

        public Key(String playlist_token) {
            this.playlist_token = playlist_token;
        }
    }
}
