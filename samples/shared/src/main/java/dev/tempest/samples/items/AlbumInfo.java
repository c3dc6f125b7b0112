package dev.tempest.samples.items;

import dev.tempest.Attribute;
import dev.tempest.ForIndex;
import dev.tempest.samples.discography.Release;
import dev.tempest.samples.discography.ReleaseDate;
import org.jspecify.annotations.Nullable;

/**
 * An album, or whatever else was released under one title.
 *
 * @param album_token names the album for good; see {@link Release#albumToken()}
 * @param release_type LP, EP, Single, Mix ...
 * @param track_count how many tracks the album has, so that a list of albums can tell without reading the tracks. As a
 *     primitive it must be there: a playlist, whose sort key is the same, is not mistaken for an album
 */
public record AlbumInfo(
        @Attribute(name = "partition_key") String album_token,
        String album_title,
        String artist_name,
        ReleaseDate release_date,
        String release_type,
        String release_format,
        String label_name,
        int track_count) {

    /** There is one such item per album, so its sort key is the prefix alone. */
    @Attribute(prefix = "INFO_")
    public String sort_key() {
        return "";
    }

    public static AlbumInfo of(Release release) {
        return new AlbumInfo(
                release.albumToken(),
                release.title(),
                release.artist(),
                release.date(),
                release.type(),
                release.format(),
                release.label(),
                release.tracks().size());
    }

    public record Key(String album_token) {
        public String sort_key() {
            return "";
        }
    }

    /** A place in the index of albums by artist. The index's own keys come first, then those of the table. */
    @ForIndex(name = "artist_index")
    public record ArtistIndexOffset(
            String artist_name,
            @Nullable ReleaseDate release_date,
            @Nullable String album_token) {
        /** All albums of the artist. */
        public ArtistIndexOffset(String artist_name) {
            this(artist_name, null, null);
        }

        public String sort_key() {
            return "";
        }
    }

    /** A place in the index of albums by kind. */
    @ForIndex(name = "type_index")
    public record TypeIndexOffset(
            String release_type,
            @Nullable ReleaseDate release_date,
            @Nullable String album_token) {
        /** All albums of the kind. */
        public TypeIndexOffset(String release_type) {
            this(release_type, null, null);
        }

        public String sort_key() {
            return "";
        }
    }
}
