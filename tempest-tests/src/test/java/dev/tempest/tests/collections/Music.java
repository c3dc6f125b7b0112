package dev.tempest.tests.collections;

import dev.tempest.Attribute;
import dev.tempest.ForIndex;
import dev.tempest.Index;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.sdk2.AsyncInlineView;
import dev.tempest.sdk2.AsyncItemCollection;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncLogicalTable;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.ItemCollection;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Albums, whose tracks and reviews lie in the album's partition, and playlists beside them. */
public final class Music {
    private Music() {}

    /** The raw item type. */
    @DynamoDbBean
    public static class Item {
        private String partition_key;
        private String sort_key;
        private String title;
        private String label;
        private String lyrics;
        private Integer stars;

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

        @DynamoDbSecondarySortKey(indexNames = {"title_index", "label_index"})
        public String getTitle() {
            return title;
        }

        public void setTitle(String title) {
            this.title = title;
        }

        @DynamoDbSecondaryPartitionKey(indexNames = "label_index")
        public String getLabel() {
            return label;
        }

        public void setLabel(String label) {
            this.label = label;
        }

        public String getLyrics() {
            return lyrics;
        }

        public void setLyrics(String lyrics) {
            this.lyrics = lyrics;
        }

        public Integer getStars() {
            return stars;
        }

        public void setStars(Integer stars) {
            this.stars = stars;
        }
    }

    record AlbumInfo(
            @Attribute(name = "partition_key", prefix = "ALBUM_")
            String album_token,

            String title,
            String label) {
        @Attribute(prefix = "INFO_")
        String sort_key() {
            return "";
        }

        record Key(String album_token) {
            public String sort_key() {
                return "";
            }
        }

        @ForIndex(name = "label_index")
        record LabelOffset(String label, String title, String album_token) {
            public String sort_key() {
                return "";
            }
        }
    }

    record AlbumTrack(
            @Attribute(name = "partition_key", prefix = "ALBUM_")
            String album_token,

            @Attribute(name = "sort_key", prefix = "TRACK_") String track_token,
            String title,
            String label,
            String lyrics) {
        record Key(String album_token, String track_token) {}

        @ForIndex(name = "label_index")
        record LabelOffset(String label, String title, String album_token, String track_token) {}

        @ForIndex(name = "title_index")
        record TitleOffset(String album_token, String title, String track_token) {}
    }

    record AlbumReview(
            @Attribute(name = "partition_key", prefix = "ALBUM_")
            String album_token,

            @Attribute(name = "sort_key", prefix = "REVIEW_")
            String review_token,

            int stars) {
        record Key(String album_token, String review_token) {}
    }

    record PlaylistInfo(
            @Attribute(name = "partition_key", prefix = "PLAYLIST_")
            String playlist_token,

            String title,
            String label) {
        @Attribute(prefix = "INFO_")
        String sort_key() {
            return "";
        }

        record Key(String playlist_token) {
            public String sort_key() {
                return "";
            }
        }
    }

    /** What a shop shows of an album. */
    record Album(AlbumInfo info, List<AlbumTrack> tracks) {
        record Key(String album_token) {}

        @ForIndex(name = "label_index")
        record OfLabel(String label) {}

        @ForIndex(name = "title_index")
        record ByTitle(String album_token) {}
    }

    /** All that there is in an album's partition. */
    record WholeAlbum(List<Item> others, AlbumInfo info, List<AlbumTrack> tracks) {}

    /** What a label has released. */
    record Catalog(List<AlbumInfo> albums, List<AlbumTrack> tracks) {}

    /** A class with setters and a derived value. */
    static class Sleeve {
        private AlbumInfo info;
        private List<AlbumTrack> tracks;
        private final transient String kind = "sleeve";

        public AlbumInfo getInfo() {
            return info;
        }

        public void setInfo(AlbumInfo info) {
            this.info = info;
        }

        public List<AlbumTrack> getTracks() {
            return tracks;
        }

        public void setTracks(List<AlbumTrack> tracks) {
            this.tracks = new ArrayList<>(tracks);
        }

        String kind() {
            return kind;
        }
    }

    /** Has no use for an album of which the information is missing. */
    record StrictAlbum(AlbumInfo info, List<AlbumTrack> tracks) {
        StrictAlbum {
            Objects.requireNonNull(info, "info");
        }
    }

    interface MusicTable extends LogicalTable<Item> {
        InlineView<AlbumInfo.Key, AlbumInfo> albumInfo();

        InlineView<AlbumTrack.Key, AlbumTrack> albumTracks();

        InlineView<AlbumReview.Key, AlbumReview> albumReviews();

        InlineView<PlaylistInfo.Key, PlaylistInfo> playlists();

        ItemCollection<Album.Key, Album> albums();
    }

    interface MusicDb extends LogicalDb {
        @TableName("music")
        MusicTable music();
    }

    interface AsyncMusicTable extends AsyncLogicalTable<Item> {
        AsyncInlineView<AlbumInfo.Key, AlbumInfo> albumInfo();

        AsyncInlineView<AlbumTrack.Key, AlbumTrack> albumTracks();

        AsyncItemCollection<Album.Key, Album> albums();
    }

    interface AsyncMusicDb extends AsyncLogicalDb {
        @TableName("music")
        AsyncMusicTable music();
    }

    @Table(
            partitionKey = "partition_key",
            sortKey = "sort_key",
            indexes = {
                @Index(name = "title_index", sortKey = "title"),
                @Index(name = "label_index", partitionKey = "label", sortKey = "title")
            })
    interface DeclaredMusicTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<AlbumInfo.Key, AlbumInfo> albumInfo();

        InlineView<AlbumTrack.Key, AlbumTrack> albumTracks();

        InlineView<AlbumReview.Key, AlbumReview> albumReviews();

        InlineView<PlaylistInfo.Key, PlaylistInfo> playlists();

        ItemCollection<Album.Key, Album> albums();
    }

    interface DeclaredMusicDb extends LogicalDb {
        @TableName("music")
        DeclaredMusicTable music();
    }

    /** An album with so many tracks, named 0001, 0002 ... */
    static Album album(String token, int tracks) {
        List<AlbumTrack> list = new ArrayList<>();
        for (int i = 1; i <= tracks; i++) {
            list.add(track(token, i, null));
        }
        return new Album(new AlbumInfo(token, "Album " + token, "Stax"), list);
    }

    /** Its titles are in the opposite order of its tokens. */
    static AlbumTrack track(String token, int number, String lyrics) {
        return new AlbumTrack(
                token, "%04d".formatted(number), "Song %04d".formatted(10_000 - number - 1), "Stax", lyrics);
    }

    static void save(MusicTable table, Album album) {
        table.albumInfo().save(album.info());
        album.tracks().forEach(table.albumTracks()::save);
    }
}
