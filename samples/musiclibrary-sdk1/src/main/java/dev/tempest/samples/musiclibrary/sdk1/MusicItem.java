package dev.tempest.samples.musiclibrary.sdk1;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBIndexHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBIndexRangeKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperFieldModel.DynamoDBAttributeType;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBRangeKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTable;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTypeConverted;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTyped;
import dev.tempest.samples.discography.ReleaseDate;
import dev.tempest.samples.items.AlbumTrack;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/**
 * The raw item: every attribute that any row of the table may have, with the keys of the table and its indexes and the
 * converters. A row has only those of its own type, so each may be null. Nobody handles instances of this class; it tells
 * the mapper what the table looks like.
 */
@DynamoDBTable(tableName = "music_items")
@NullUnmarked
public class MusicItem {
    // All items.
    private String partition_key;
    private String sort_key;

    // AlbumInfo.
    private String album_title;
    private String artist_name;
    private ReleaseDate release_date;
    private String release_type;
    private String release_format;
    private String label_name;
    private Integer track_count;

    // AlbumTrack.
    private Integer track_number;
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

    @DynamoDBTypeConverted(converter = ReleaseDateConverter.class)
    @DynamoDBIndexRangeKey(globalSecondaryIndexNames = {"artist_index", "type_index"})
    public ReleaseDate getRelease_date() {
        return release_date;
    }

    public void setRelease_date(ReleaseDate release_date) {
        this.release_date = release_date;
    }

    @DynamoDBIndexHashKey(globalSecondaryIndexName = "type_index")
    public String getRelease_type() {
        return release_type;
    }

    public void setRelease_type(String release_type) {
        this.release_type = release_type;
    }

    public String getRelease_format() {
        return release_format;
    }

    public void setRelease_format(String release_format) {
        this.release_format = release_format;
    }

    public String getLabel_name() {
        return label_name;
    }

    public void setLabel_name(String label_name) {
        this.label_name = label_name;
    }

    public Integer getTrack_count() {
        return track_count;
    }

    public void setTrack_count(Integer track_count) {
        this.track_count = track_count;
    }

    public Integer getTrack_number() {
        return track_number;
    }

    public void setTrack_number(Integer track_number) {
        this.track_number = track_number;
    }

    @DynamoDBIndexRangeKey(localSecondaryIndexName = "album_track_title_index")
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

    @DynamoDBTyped(DynamoDBAttributeType.L)
    @DynamoDBTypeConverted(converter = TrackKeysConverter.class)
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
}
