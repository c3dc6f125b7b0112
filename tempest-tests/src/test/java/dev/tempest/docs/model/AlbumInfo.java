package dev.tempest.docs.model;

import dev.tempest.Attribute;
import dev.tempest.ForIndex;
import java.time.LocalDate;

public record AlbumInfo(
        @Attribute(name = "partition_key") String album_token,
        String album_title,
        String artist_name,
        LocalDate release_date,
        int track_count) {

    @Attribute(prefix = "INFO_")
    public String sort_key() {
        return "";
    }

    public record Key(String album_token) {
        public String sort_key() {
            return "";
        }
    }

    @ForIndex(name = "artist_index")
    public record ArtistIndexOffset(String artist_name, LocalDate release_date, String album_token) {
        public ArtistIndexOffset(String artist_name) {
            this(artist_name, null, null);
        }

        public String sort_key() {
            return "";
        }
    }
}
