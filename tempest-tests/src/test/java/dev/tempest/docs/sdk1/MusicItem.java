package dev.tempest.docs.sdk1;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBIndexHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBIndexRangeKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBRangeKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTable;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTypeConverted;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTypeConverter;
import dev.tempest.docs.model.AlbumTrack;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

@DynamoDBTable(tableName = "music_items")
public class MusicItem {
    // All items.
    private String partition_key;
    private String sort_key;

    // AlbumInfo.
    private String album_title;
    private String artist_name;
    private LocalDate release_date;
    private Integer track_count;

    // AlbumTrack.
    private String track_title;
    private Duration run_length;

    // PlaylistInfo.
    private String playlist_name;
    private List<AlbumTrack.Key> playlist_tracks;
    private Long playlist_version;

    @DynamoDBHashKey
    public String getPartition_key() {
        return partition_key;
    }

    public void setPartition_key(String partition_key) {
        this.partition_key = partition_key;
    }

    @DynamoDBRangeKey
    public String getSort_key() {
        return sort_key;
    }

    public void setSort_key(String sort_key) {
        this.sort_key = sort_key;
    }

    public String getAlbum_title() {
        return album_title;
    }

    public void setAlbum_title(String album_title) {
        this.album_title = album_title;
    }

    @DynamoDBIndexHashKey(globalSecondaryIndexName = "artist_index")
    public String getArtist_name() {
        return artist_name;
    }

    public void setArtist_name(String artist_name) {
        this.artist_name = artist_name;
    }

    @DynamoDBIndexRangeKey(globalSecondaryIndexName = "artist_index")
    @DynamoDBTypeConverted(converter = LocalDateConverter.class)
    public LocalDate getRelease_date() {
        return release_date;
    }

    public void setRelease_date(LocalDate release_date) {
        this.release_date = release_date;
    }

    public Integer getTrack_count() {
        return track_count;
    }

    public void setTrack_count(Integer track_count) {
        this.track_count = track_count;
    }

    @DynamoDBIndexRangeKey(localSecondaryIndexName = "title_index")
    public String getTrack_title() {
        return track_title;
    }

    public void setTrack_title(String track_title) {
        this.track_title = track_title;
    }

    @DynamoDBTypeConverted(converter = DurationConverter.class)
    public Duration getRun_length() {
        return run_length;
    }

    public void setRun_length(Duration run_length) {
        this.run_length = run_length;
    }

    public String getPlaylist_name() {
        return playlist_name;
    }

    public void setPlaylist_name(String playlist_name) {
        this.playlist_name = playlist_name;
    }

    @DynamoDBTypeConverted(converter = AlbumTrackKeysConverter.class)
    public List<AlbumTrack.Key> getPlaylist_tracks() {
        return playlist_tracks;
    }

    public void setPlaylist_tracks(List<AlbumTrack.Key> playlist_tracks) {
        this.playlist_tracks = playlist_tracks;
    }

    public Long getPlaylist_version() {
        return playlist_version;
    }

    public void setPlaylist_version(Long playlist_version) {
        this.playlist_version = playlist_version;
    }

    public static class LocalDateConverter implements DynamoDBTypeConverter<String, LocalDate> {
        @Override
        public String convert(LocalDate date) {
            return date.toString();
        }

        @Override
        public LocalDate unconvert(String stored) {
            return LocalDate.parse(stored);
        }
    }

    public static class DurationConverter implements DynamoDBTypeConverter<Long, Duration> {
        @Override
        public Long convert(Duration duration) {
            return duration.toSeconds();
        }

        @Override
        public Duration unconvert(Long seconds) {
            return Duration.ofSeconds(seconds);
        }
    }

    public static class AlbumTrackKeysConverter implements DynamoDBTypeConverter<List<String>, List<AlbumTrack.Key>> {
        @Override
        public List<String> convert(List<AlbumTrack.Key> keys) {
            return keys.stream()
                    .map(key -> key.album_token() + "/" + key.track_token())
                    .toList();
        }

        @Override
        public List<AlbumTrack.Key> unconvert(List<String> stored) {
            return stored.stream()
                    .map(key -> key.split("/", 2))
                    .map(parts -> new AlbumTrack.Key(parts[0], parts[1]))
                    .toList();
        }
    }
}
