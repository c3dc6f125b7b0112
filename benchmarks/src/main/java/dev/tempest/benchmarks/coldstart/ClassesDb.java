package dev.tempest.benchmarks.coldstart;

import dev.tempest.Attribute;
import dev.tempest.TableName;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import java.time.LocalDate;
import java.util.List;

/** Five item types in one table, as classes with final fields whose constructors are read from their class files. */
public interface ClassesDb extends LogicalDb {
    @TableName("music")
    Music music();

    interface Music extends LogicalTable<MusicItem> {
        InlineView<Album.Key, Album> albums();

        InlineView<Track.Key, Track> tracks();

        InlineView<Playlist.Key, Playlist> playlists();

        InlineView<Artist.Key, Artist> artists();

        InlineView<Review.Key, Review> reviews();
    }

    class Album {
        public final String partition_key;

        @Attribute(prefix = "INFO_")
        public final String sort_key;

        public final String album_title;

        public final String artist_name;

        public final LocalDate release_date;

        public final String genre_name;

        public Album(
                String partition_key,
                String sort_key,
                String album_title,
                String artist_name,
                LocalDate release_date,
                String genre_name) {
            this.partition_key = partition_key;
            this.sort_key = sort_key;
            this.album_title = album_title;
            this.artist_name = artist_name;
            this.release_date = release_date;
            this.genre_name = genre_name;
        }

        public static class Key {
            public final String partition_key;

            public final String sort_key;

            public Key(String partition_key, String sort_key) {
                this.partition_key = partition_key;
                this.sort_key = sort_key;
            }
        }
    }

    class Track {
        public final String partition_key;

        @Attribute(prefix = "TRACK_")
        public final String sort_key;

        public final String track_title;

        public final Long run_length;

        public final Boolean explicit;

        public Track(String partition_key, String sort_key, String track_title, Long run_length, Boolean explicit) {
            this.partition_key = partition_key;
            this.sort_key = sort_key;
            this.track_title = track_title;
            this.run_length = run_length;
            this.explicit = explicit;
        }

        public static class Key {
            public final String partition_key;

            public final String sort_key;

            public Key(String partition_key, String sort_key) {
                this.partition_key = partition_key;
                this.sort_key = sort_key;
            }
        }
    }

    class Playlist {
        public final String partition_key;

        @Attribute(prefix = "PLAYLIST_")
        public final String sort_key;

        public final String playlist_name;

        public final Integer playlist_size;

        public final List<String> playlist_tokens;

        public Playlist(
                String partition_key,
                String sort_key,
                String playlist_name,
                Integer playlist_size,
                List<String> playlist_tokens) {
            this.partition_key = partition_key;
            this.sort_key = sort_key;
            this.playlist_name = playlist_name;
            this.playlist_size = playlist_size;
            this.playlist_tokens = playlist_tokens;
        }

        public static class Key {
            public final String partition_key;

            public final String sort_key;

            public Key(String partition_key, String sort_key) {
                this.partition_key = partition_key;
                this.sort_key = sort_key;
            }
        }
    }

    class Artist {
        public final String partition_key;

        @Attribute(prefix = "ARTIST_")
        public final String sort_key;

        public final String artist_name;

        public final String biography;

        public final String genre_name;

        public Artist(String partition_key, String sort_key, String artist_name, String biography, String genre_name) {
            this.partition_key = partition_key;
            this.sort_key = sort_key;
            this.artist_name = artist_name;
            this.biography = biography;
            this.genre_name = genre_name;
        }

        public static class Key {
            public final String partition_key;

            public final String sort_key;

            public Key(String partition_key, String sort_key) {
                this.partition_key = partition_key;
                this.sort_key = sort_key;
            }
        }
    }

    class Review {
        public final String partition_key;

        @Attribute(prefix = "REVIEW_")
        public final String sort_key;

        public final Double rating;

        public final String biography;

        public Review(String partition_key, String sort_key, Double rating, String biography) {
            this.partition_key = partition_key;
            this.sort_key = sort_key;
            this.rating = rating;
            this.biography = biography;
        }

        public static class Key {
            public final String partition_key;

            public final String sort_key;

            public Key(String partition_key, String sort_key) {
                this.partition_key = partition_key;
                this.sort_key = sort_key;
            }
        }
    }
}
