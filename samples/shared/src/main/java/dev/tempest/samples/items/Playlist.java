package dev.tempest.samples.items;

import dev.tempest.Attribute;
import java.util.ArrayList;
import java.util.List;

/** A playlist whose writers look after its version themselves, or do not. */
public record Playlist(
        @Attribute(name = "partition_key") String playlist_token,
        @Attribute(prefix = "INFO_") String sort_key,
        List<String> playlist_tracks,
        long playlist_version) {
    /** The key of a playlist. */
    public record Key(String playlist_token, String sort_key) {
        public Key(String playlist_token) {
            this(playlist_token, "");
        }
    }

    /** A new playlist. */
    public Playlist(String playlist_token) {
        this(playlist_token, "", List.of(), 1);
    }

    /** The playlist with one more track, as its next version. */
    public Playlist with(String track) {
        return new Playlist(playlist_token, sort_key, withoutANewVersion(track).playlist_tracks, playlist_version + 1);
    }

    /** The playlist with one more track; the version is for somebody else to move on. */
    public Playlist withoutANewVersion(String track) {
        List<String> tracks = new ArrayList<>(playlist_tracks);
        tracks.add(track);
        return new Playlist(playlist_token, sort_key, tracks, playlist_version);
    }
}
