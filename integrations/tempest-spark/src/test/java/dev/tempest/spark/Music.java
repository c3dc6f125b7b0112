package dev.tempest.spark;

import dev.tempest.Attribute;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.UpdatedAt;
import dev.tempest.Version;
import dev.tempest.WriteToken;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.migration.MigrationTable;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Albums with a version, and tracks without one, in one table. */
final class Music {
    private Music() {}

    public record Album(
            String artist,
            @Attribute(name = "item", prefix = "ALBUM#") String title,
            String genre,
            int year,
            int migrations,
            @UpdatedAt @Nullable Instant changed,
            @Version @Nullable Long version)
            implements Serializable {
        record Key(String artist, String title) {}

        Album(String artist, String title, String genre, int year) {
            this(artist, title, genre, year, 0, null, null);
        }

        Album with(String newGenre) {
            return new Album(artist, title, newGenre, year, migrations, changed, version);
        }
    }

    /** Albums as they were: the genre has another name. */
    record OldAlbum(
            String artist,
            @Attribute(name = "item", prefix = "ALBUM#") String title,
            String style,
            int year,
            @UpdatedAt @Nullable Instant changed,
            @Version @Nullable Long version) {
        record Key(String artist, String title) {}
    }

    // A type that users may have.
    @SuppressWarnings("ArrayRecordComponent")
    record Track(
            String artist,
            @Attribute(name = "item", prefix = "TRACK#") String song,
            BigDecimal minutes,
            byte[] cover) implements Serializable {
        record Key(String artist, String song) {}
    }

    /** Playlists, whose table has a write token, which the type has, too. */
    record Playlist(
            String id,
            String name,
            @Nullable String token,
            @Version @Nullable Long version) implements Serializable {
        record Key(String id) {}
    }

    record Genre(String genre, int year) implements Serializable {}

    @Table(partitionKey = "artist", sortKey = "item")
    interface MusicTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Album.Key, Album> albums();

        InlineView<Track.Key, Track> tracks();
    }

    @Table(partitionKey = "artist", sortKey = "item")
    interface OldTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<OldAlbum.Key, OldAlbum> albums();
    }

    @Table(partitionKey = "id")
    @WriteToken("token")
    interface PlaylistTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Playlist.Key, Playlist> playlists();
    }

    interface PlaylistDb extends LogicalDb {
        @TableName("playlists")
        PlaylistTable playlists();
    }

    interface MusicDb extends LogicalDb {
        @TableName("music")
        MusicTable music();

        @TableName("migrations")
        MigrationTable migrations();
    }
}
