package dev.tempest.docs.locking;

import java.util.List;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/** The raw items of the versioned playlists. */
@DynamoDbBean
public class PlaylistItem {
    private String partition_key;
    private String sort_key;
    private String playlist_name;
    private List<String> playlist_tracks;
    private Long play_count;
    private Long skip_count;
    private Long playlist_version;
    private String write_token;

    @DynamoDbPartitionKey
    public String getPartition_key() {
        return partition_key;
    }

    public void setPartition_key(String partition_key) {
        this.partition_key = partition_key;
    }

    @DynamoDbSortKey
    public String getSort_key() {
        return sort_key;
    }

    public void setSort_key(String sort_key) {
        this.sort_key = sort_key;
    }

    public String getPlaylist_name() {
        return playlist_name;
    }

    public void setPlaylist_name(String playlist_name) {
        this.playlist_name = playlist_name;
    }

    public List<String> getPlaylist_tracks() {
        return playlist_tracks;
    }

    public void setPlaylist_tracks(List<String> playlist_tracks) {
        this.playlist_tracks = playlist_tracks;
    }

    public Long getPlay_count() {
        return play_count;
    }

    public void setPlay_count(Long play_count) {
        this.play_count = play_count;
    }

    public Long getSkip_count() {
        return skip_count;
    }

    public void setSkip_count(Long skip_count) {
        this.skip_count = skip_count;
    }

    public Long getPlaylist_version() {
        return playlist_version;
    }

    public void setPlaylist_version(Long playlist_version) {
        this.playlist_version = playlist_version;
    }

    public String getWrite_token() {
        return write_token;
    }

    public void setWrite_token(String write_token) {
        this.write_token = write_token;
    }
}
