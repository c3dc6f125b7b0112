package dev.tempest.sdk1;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBIndexHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBIndexRangeKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBRangeKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTable;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBVersionAttribute;
import dev.tempest.Attribute;
import dev.tempest.ForIndex;

/** Albums, their tracks, and playlists in one table. */
public interface MusicDb extends LogicalDb {
    MusicTable music();

    interface MusicTable extends LogicalTable<MusicItem> {
        InlineView<Album.Key, Album> albums();

        InlineView<Track.Key, Track> tracks();

        InlineView<Playlist.Key, Playlist> playlists();

        SecondaryIndex<Album.ByArtist, Album> albumsByArtist();
    }

    record Album(
            @Attribute(name = "partition_key") String token, String album_title, String artist_name, String released) {
        @Attribute(prefix = "INFO_")
        public String sort_key() {
            return "";
        }

        record Key(String token) {
            public String sort_key() {
                return "";
            }
        }

        @ForIndex("artist_index")
        record ByArtist(String artist_name, String released, String token) {
            public String sort_key() {
                return "";
            }
        }
    }

    record Track(
            @Attribute(name = "partition_key") String album,
            @Attribute(name = "sort_key", prefix = "TRACK_") String number,
            String track_title) {
        record Key(String album, String number) {}
    }

    /** Its version is the mapper's. */
    record Playlist(@Attribute(name = "partition_key") String token, String playlist_name, Long playlist_version) {
        @Attribute(prefix = "LIST_")
        public String sort_key() {
            return "";
        }

        record Key(String token) {
            public String sort_key() {
                return "";
            }
        }
    }

    @DynamoDBTable(tableName = "music")
    class MusicItem {
        private String partition_key;
        private String sort_key;
        private String album_title;
        private String artist_name;
        private String released;
        private String track_title;
        private String playlist_name;
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
        public String getReleased() {
            return released;
        }

        public void setReleased(String released) {
            this.released = released;
        }

        public String getTrack_title() {
            return track_title;
        }

        public void setTrack_title(String track_title) {
            this.track_title = track_title;
        }

        public String getPlaylist_name() {
            return playlist_name;
        }

        public void setPlaylist_name(String playlist_name) {
            this.playlist_name = playlist_name;
        }

        @DynamoDBVersionAttribute
        public Long getPlaylist_version() {
            return playlist_version;
        }

        public void setPlaylist_version(Long playlist_version) {
            this.playlist_version = playlist_version;
        }
    }
}
