package dev.tempest.benchmarks.coldstart;

import dev.tempest.Attribute;
import dev.tempest.TableName;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import java.time.LocalDate;
import java.util.List;

/** Five item types in one table, as records. */
public interface RecordsDb extends LogicalDb {
    @TableName("music")
    Music music();

    interface Music extends LogicalTable<MusicItem> {
        InlineView<Album.Key, Album> albums();

        InlineView<Track.Key, Track> tracks();

        InlineView<Playlist.Key, Playlist> playlists();

        InlineView<Artist.Key, Artist> artists();

        InlineView<Review.Key, Review> reviews();
    }

    record Album(
            String partition_key,
            @Attribute(prefix = "INFO_") String sort_key,
            String album_title,
            String artist_name,
            LocalDate release_date,
            String genre_name) {
        public record Key(String partition_key, String sort_key) {}
    }

    record Track(
            String partition_key,
            @Attribute(prefix = "TRACK_") String sort_key,
            String track_title,
            Long run_length,
            Boolean explicit) {
        public record Key(String partition_key, String sort_key) {}
    }

    record Playlist(
            String partition_key,
            @Attribute(prefix = "PLAYLIST_") String sort_key,
            String playlist_name,
            Integer playlist_size,
            List<String> playlist_tokens) {
        public record Key(String partition_key, String sort_key) {}
    }

    record Artist(
            String partition_key,
            @Attribute(prefix = "ARTIST_") String sort_key,
            String artist_name,
            String biography,
            String genre_name) {
        public record Key(String partition_key, String sort_key) {}
    }

    record Review(
            String partition_key,
            @Attribute(prefix = "REVIEW_") String sort_key,
            Double rating,
            String biography) {
        public record Key(String partition_key, String sort_key) {}
    }
}
