package dev.tempest.samples.musicservice;

import dev.tempest.Attribute;
import dev.tempest.ForIndex;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An album. */
public record Album(@Attribute(name = "partition_key") String token, String title, String artist, LocalDate released) {

    @Attribute(prefix = "ALBUM_")
    public String sort_key() {
        return "";
    }

    /** Its key. */
    public record Key(String token) {
        public String sort_key() {
            return "";
        }
    }

    /** A place among the albums of an artist, the oldest first. */
    @ForIndex(name = "artist_index")
    public record ByArtist(
            String artist,
            @Nullable LocalDate released,
            @Nullable String token) {

        public ByArtist(String artist) {
            this(artist, null, null);
        }

        public String sort_key() {
            return "";
        }
    }
}
