package dev.tempest.docs.model;

import dev.tempest.Attribute;
import dev.tempest.ForIndex;
import java.time.Duration;

public record AlbumTrack(
        @Attribute(name = "partition_key") String album_token,
        @Attribute(name = "sort_key", prefix = "TRACK_") String track_token,
        String track_title,
        Duration run_length) {

    public record Key(String album_token, String track_token) {
        public Key(String album_token) {
            this(album_token, "");
        }
    }

    @ForIndex(name = "title_index")
    public record TitleIndexOffset(String album_token, String track_title, String track_token) {
        public TitleIndexOffset(String album_token) {
            this(album_token, null, null);
        }
    }
}
