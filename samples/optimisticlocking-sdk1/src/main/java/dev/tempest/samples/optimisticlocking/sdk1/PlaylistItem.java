package dev.tempest.samples.optimisticlocking.sdk1;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBRangeKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTable;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBVersionAttribute;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The raw items of the table. */
@DynamoDBTable(tableName = PlaylistItem.TABLE)
public class PlaylistItem {
    static final String TABLE = "locking_playlists";

    private @Nullable String partition_key;
    private @Nullable String sort_key;
    private @Nullable List<String> playlist_tracks;
    private @Nullable Long playlist_version;

    @DynamoDBHashKey
    public @Nullable String getPartition_key() {
        return partition_key;
    }

    public void setPartition_key(@Nullable String partition_key) {
        this.partition_key = partition_key;
    }

    @DynamoDBRangeKey
    public @Nullable String getSort_key() {
        return sort_key;
    }

    public void setSort_key(@Nullable String sort_key) {
        this.sort_key = sort_key;
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

    /** The same items, whose version the mapper's own annotation guards. */
    @DynamoDBTable(tableName = TABLE)
    public static class Versioned extends PlaylistItem {
        @Override
        @DynamoDBVersionAttribute
        public @Nullable Long getPlaylist_version() {
            return super.getPlaylist_version();
        }
    }
}
