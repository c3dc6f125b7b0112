package dev.tempest.samples.optimisticlocking;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/** The raw items of the table. */
@DynamoDbBean
public class PlaylistItem {
    private @Nullable String partition_key;
    private @Nullable String sort_key;
    private @Nullable String playlist_name;
    private @Nullable List<String> playlist_tracks;
    private @Nullable Long playlist_version;
    private @Nullable String write_token;

    @DynamoDbPartitionKey
    public @Nullable String getPartition_key() {
        return partition_key;
    }

    public void setPartition_key(@Nullable String partition_key) {
        this.partition_key = partition_key;
    }

    @DynamoDbSortKey
    public @Nullable String getSort_key() {
        return sort_key;
    }

    public void setSort_key(@Nullable String sort_key) {
        this.sort_key = sort_key;
    }

    public @Nullable String getPlaylist_name() {
        return playlist_name;
    }

    public void setPlaylist_name(@Nullable String playlist_name) {
        this.playlist_name = playlist_name;
    }

    public @Nullable List<String> getPlaylist_tracks() {
        return playlist_tracks;
    }

    public void setPlaylist_tracks(@Nullable List<String> playlist_tracks) {
        this.playlist_tracks = playlist_tracks;
    }

    public @Nullable Long getPlaylist_version() {
        return playlist_version;
    }

    public void setPlaylist_version(@Nullable Long playlist_version) {
        this.playlist_version = playlist_version;
    }

    public @Nullable String getWrite_token() {
        return write_token;
    }

    public void setWrite_token(@Nullable String write_token) {
        this.write_token = write_token;
    }
}
