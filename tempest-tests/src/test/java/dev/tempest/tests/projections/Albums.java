package dev.tempest.tests.projections;

import dev.tempest.Attribute;
import dev.tempest.ForIndex;
import dev.tempest.TableName;
import dev.tempest.Version;
import dev.tempest.sdk2.AsyncInlineView;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncLogicalTable;
import dev.tempest.sdk2.AsyncSecondaryIndex;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.SecondaryIndex;
import java.util.List;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/** Albums, some properties of which are read: in the table, by a global index, and by a local one. */
final class Albums {
    static final String TABLE = "albums";

    private Albums() {}

    record Album(
            String artist,
            @Attribute(name = "sk", prefix = "ALBUM_") String id,
            String title,
            @Attribute(prefix = "GENRE_") String genre,
            int released,
            List<String> songs,
            @Version Long version) {
        record Key(String artist, String id) {}

        @ForIndex("by_genre")
        record ByGenre(String genre, String artist, String id) {}

        @ForIndex("by_release")
        record ByRelease(String artist, int released, String id) {}

        static Album of(String artist, String id, String title, String genre, int released) {
            return new Album(artist, id, title, genre, released, List.of("one", "two"), null);
        }

        Key key() {
            return new Key(artist, id);
        }
    }

    /** Some of an album, in another order. */
    record Title(String genre, String title) {}

    /** Parts of the key, and a number that must be there. */
    record Release(String id, int released) {}

    record Songs(List<String> songs) {}

    interface Table extends LogicalTable<Row> {
        InlineView<Album.Key, Album> albums();

        SecondaryIndex<Album.ByGenre, Album> albumsByGenre();

        SecondaryIndex<Album.ByRelease, Album> albumsByRelease();
    }

    interface Db extends LogicalDb {
        @TableName(TABLE)
        Table table();
    }

    interface AsyncTable extends AsyncLogicalTable<Row> {
        AsyncInlineView<Album.Key, Album> albums();

        AsyncSecondaryIndex<Album.ByGenre, Album> albumsByGenre();
    }

    interface AsyncDb extends AsyncLogicalDb {
        @TableName(TABLE)
        AsyncTable table();
    }

    @DynamoDbBean
    public static class Row {
        private String artist;
        private String sk;
        private String title;
        private String genre;
        private Integer released;
        private List<String> songs;
        private Long version;

        @DynamoDbPartitionKey
        @DynamoDbSecondarySortKey(indexNames = "by_genre")
        public String getArtist() {
            return artist;
        }

        public void setArtist(String artist) {
            this.artist = artist;
        }

        @DynamoDbSortKey
        public String getSk() {
            return sk;
        }

        public void setSk(String sk) {
            this.sk = sk;
        }

        public String getTitle() {
            return title;
        }

        public void setTitle(String title) {
            this.title = title;
        }

        @DynamoDbSecondaryPartitionKey(indexNames = "by_genre")
        public String getGenre() {
            return genre;
        }

        public void setGenre(String genre) {
            this.genre = genre;
        }

        @DynamoDbSecondarySortKey(indexNames = "by_release")
        public Integer getReleased() {
            return released;
        }

        public void setReleased(Integer released) {
            this.released = released;
        }

        public List<String> getSongs() {
            return songs;
        }

        public void setSongs(List<String> songs) {
            this.songs = songs;
        }

        public Long getVersion() {
            return version;
        }

        public void setVersion(Long version) {
            this.version = version;
        }
    }
}
