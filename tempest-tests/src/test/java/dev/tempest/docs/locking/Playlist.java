package dev.tempest.docs.locking;

import dev.tempest.Attribute;
import dev.tempest.Version;
import java.util.ArrayList;
import java.util.List;

// doc: versioned item
public record Playlist(
        @Attribute(name = "partition_key") String playlist_token,
        @Attribute(prefix = "INFO_") String sort_key,
        String playlist_name,
        List<String> playlist_tracks,
        Long play_count,
        Long skip_count,
        @Version long playlist_version) {

    public Playlist(String playlist_token, String playlist_name) {
        this(playlist_token, "", playlist_name, List.of(), null, null, 0);
    }
    // doc: end

    public Playlist named(String name) {
        return new Playlist(playlist_token, sort_key, name, playlist_tracks, play_count, skip_count, playlist_version);
    }

    public Playlist with(String track) {
        List<String> tracks = new ArrayList<>(playlist_tracks);
        tracks.add(track);
        return new Playlist(playlist_token, sort_key, playlist_name, tracks, play_count, skip_count, playlist_version);
    }

    public record Key(String playlist_token, String sort_key) {
        public Key(String playlist_token) {
            this(playlist_token, "");
        }
    }
}
