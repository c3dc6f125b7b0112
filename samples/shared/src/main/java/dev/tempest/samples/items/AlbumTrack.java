package dev.tempest.samples.items;

import dev.tempest.Attribute;
import dev.tempest.ForIndex;
import dev.tempest.samples.discography.Release;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
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

    /** The tracks of a release, in their order. */
    public static List<AlbumTrack> allOf(Release release) {
        String albumToken = release.albumToken();
        return IntStream.rangeClosed(1, release.tracks().size())
                .mapToObj(place -> {
                    Release.Track track = release.tracks().get(place - 1);
                    return new AlbumTrack(
                            albumToken, Release.trackToken(place), track.number(), track.title(), track.runLength());
                })
                .toList();
    }

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
