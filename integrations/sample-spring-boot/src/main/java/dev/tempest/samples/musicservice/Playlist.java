package dev.tempest.samples.musicservice;

import dev.tempest.Attribute;
import dev.tempest.Version;
import java.util.List;

/**
 * A playlist.
 *
 * @param version 0 for a new playlist; otherwise that of the playlist that was read
 */
public record Playlist(
        @Attribute(name = "partition_key") String token,
        String name,
        List<String> tracks,
        @Version long version) {

    @Attribute(prefix = "PLAYLIST_")
    public String sort_key() {
        return "";
    }

    /** Its key. */
    public record Key(String token) {
        public String sort_key() {
            return "";
        }
    }
}
