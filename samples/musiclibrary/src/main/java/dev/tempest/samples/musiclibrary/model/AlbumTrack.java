package dev.tempest.samples.musiclibrary.model;

import dev.tempest.Attribute;
import dev.tempest.ForIndex;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A track of an album.
 *
 * @param track_token the track's place on the album, with leading zeros, for DynamoDB sorts it as text. It is not the
 *     number: real albums have been seen that give several tracks the same one
 * @param track_number the number that is printed on the sleeve
 */
public record AlbumTrack(
        @Attribute(name = "partition_key") String album_token,
        @Attribute(name = "sort_key", prefix = "TRACK_") String track_token,
        int track_number,
        String track_title,
        Duration run_length) {

    public Key key() {
        return new Key(album_token, track_token);
    }

    public record Key(String album_token, String track_token) {
        /** All tracks of the album. */
        public Key(String album_token) {
            this(album_token, "");
        }
    }

    /** A place in the index of an album's tracks by title. */
    @ForIndex(name = "album_track_title_index")
    public record TitleIndexOffset(
            String album_token,
            @Nullable String track_title,
            @Nullable String track_token) {
        /** All tracks of the album. */
        public TitleIndexOffset(String album_token) {
            this(album_token, null, null);
        }
    }
}
