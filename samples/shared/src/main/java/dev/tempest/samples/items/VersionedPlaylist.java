package dev.tempest.samples.items;

import dev.tempest.Attribute;
import dev.tempest.Version;
import java.util.ArrayList;
import java.util.List;

/** A playlist whose version Tempest checks and moves on. */
public record VersionedPlaylist(
        @Attribute(name = "partition_key") String playlist_token,
        @Attribute(prefix = "INFO_") String sort_key,
        List<String> playlist_tracks,
        @Version long playlist_version) {
    /** The key of a playlist. */
    public record Key(String playlist_token, String sort_key) {
        public Key(String playlist_token) {
            this(playlist_token, "");
        }
    }

    /** A new playlist. */
    public VersionedPlaylist(String playlist_token) {
        this(playlist_token, "", List.of(), 0);
    }

    /** The playlist with one more track. */
    public VersionedPlaylist with(String track) {
        List<String> tracks = new ArrayList<>(playlist_tracks);
        tracks.add(track);
        return new VersionedPlaylist(playlist_token, sort_key, tracks, playlist_version);
    }
}
