package dev.tempest.tests.patches;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBAttribute;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBDocument;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBIndexHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBIndexRangeKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBRangeKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTable;
import dev.tempest.Attribute;
import dev.tempest.ForIndex;
import dev.tempest.TableName;
import dev.tempest.Version;
import dev.tempest.WriteToken;
import dev.tempest.sdk2.AsyncInlineView;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncLogicalTable;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.SecondaryIndex;
import dev.tempest.testing.DynamoDbConnection;
import dev.tempest.tests.faces.Sdk1Client;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/** Songs with everything that can be changed in an item: numbers, sets, lists, nested values, copies, prefixes. */
final class Songs {
    private Songs() {}

    record SongKey(String pk, String name) {}

    /** With a version that is a number. */
    record Song(
            String pk,
            @Attribute(name = "sk", prefix = "SONG_") String name,
            String title,
            Long plays,
            Set<String> tags,
            Set<Integer> ratings,
            List<String> verses,
            @Attribute(prefix = "OWNER_") String owner,
            Label label,
            @Version Long version) {
        record Key(String pk, String name) {}

        static Song of(String name, String title, long plays, Long version) {
            return new Song("1", name, title, plays, null, null, null, "ada", null, version);
        }

        Song with(String newTitle, Long newVersion) {
            return new Song(pk, name, newTitle, plays, tags, ratings, verses, owner, label, newVersion);
        }
    }

    /** With a version that is a text. */
    record Lettered(
            String pk,
            @Attribute(name = "sk", prefix = "LETTERED_") String name,
            String title,
            Long plays,
            @Version String edition) {}

    /** With no version, and a write token where the table has one. */
    record Plain(
            String pk,
            @Attribute(name = "sk", prefix = "PLAIN_") String name,
            String title,
            Long plays,
            List<String> verses) {}

    /** Maps the write token. */
    record Marked(
            String pk,
            @Attribute(name = "sk", prefix = "MARKED_") String name,
            String title,
            Long plays,
            String token) {}

    /** Computes the key of an index from two properties, and stores a title twice. */
    record Ranked(
            String pk,
            @Attribute(name = "sk", prefix = "RANKED_") String name,
            @Attribute(names = {"title", "titleCopy"}) String title,
            long plays,
            @Version Long version) {
        @ForIndex(name = "by_rank")
        record RankKey(String board, String rank, String pk, String name) {}

        @Attribute(name = "gsiPk")
        String board() {
            return "BOARD";
        }

        @Attribute(name = "gsiSk")
        String rank() {
            return String.format("%08d#%s", plays, title);
        }
    }

    record ChartedKey(String pk, String name) {}

    /** Computes from what is not its key, and has a version that cannot be null. */
    record Charted(
            String pk,
            @Attribute(name = "sk", prefix = "CHARTED_") String name,
            String title,
            @Version long version) {
        @Attribute(name = "gsiPk")
        String board() {
            return "CHART#" + title;
        }

        @Attribute(name = "gsiSk")
        String rank() {
            return name;
        }
    }

    record PlacedKey(String pk, String name) {}

    /** Computes the key of an index from a part of a value. */
    record Placed(
            String pk,
            @Attribute(name = "sk", prefix = "PLACED_") String name,
            Long plays,
            Label label,
            @Version Long version) {
        @Attribute(name = "gsiPk")
        String place() {
            return label == null ? null : "IN#" + label.getCity();
        }

        @Attribute(name = "gsiSk")
        String year() {
            return label == null ? null : "YEAR#" + label.getFounded();
        }
    }

    interface Table extends LogicalTable<Row> {
        InlineView<ChartedKey, Charted> charted();

        InlineView<Song.Key, Song> songs();

        InlineView<SongKey, Lettered> lettered();

        InlineView<SongKey, Plain> plain();

        InlineView<SongKey, Ranked> ranked();

        SecondaryIndex<Ranked.RankKey, Ranked> byRank();
    }

    interface Db extends LogicalDb {
        @TableName("songs")
        Table songs();
    }

    @WriteToken("token")
    interface TracedTable extends Table {
        InlineView<SongKey, Marked> marked();
    }

    interface TracedDb extends LogicalDb {
        @TableName("songs")
        TracedTable songs();
    }

    interface Sdk1Table extends dev.tempest.sdk1.LogicalTable<Row> {
        dev.tempest.sdk1.InlineView<PlacedKey, Placed> placed();

        dev.tempest.sdk1.InlineView<ChartedKey, Charted> charted();

        dev.tempest.sdk1.InlineView<Song.Key, Song> songs();

        dev.tempest.sdk1.InlineView<SongKey, Lettered> lettered();

        dev.tempest.sdk1.InlineView<SongKey, Plain> plain();

        dev.tempest.sdk1.InlineView<SongKey, Ranked> ranked();

        dev.tempest.sdk1.SecondaryIndex<Ranked.RankKey, Ranked> byRank();
    }

    interface Sdk1Db extends dev.tempest.sdk1.LogicalDb {
        Sdk1Table songs();
    }

    /** The same table through SDK 1.x, over a network. */
    static Sdk1Db sdk1(DynamoDbConnection connection, URI endpoint) {
        return dev.tempest.sdk1.LogicalDb.create(
                Sdk1Db.class, new DynamoDBMapper(Sdk1Client.of(connection, endpoint, 9)));
    }

    interface AsyncTable extends AsyncLogicalTable<Row> {
        AsyncInlineView<Song.Key, Song> songs();

        AsyncInlineView<SongKey, Ranked> ranked();
    }

    interface AsyncDb extends AsyncLogicalDb {
        @TableName("songs")
        AsyncTable songs();
    }

    /** A value that is stored as a map. */
    @DynamoDbBean
    @DynamoDBDocument
    public static class Label {
        private String city;
        private Integer founded;

        public Label() {}

        Label(String city, Integer founded) {
            this.city = city;
            this.founded = founded;
        }

        public String getCity() {
            return city;
        }

        public void setCity(String city) {
            this.city = city;
        }

        @DynamoDbAttribute("year")
        @DynamoDBAttribute(attributeName = "year")
        public Integer getFounded() {
            return founded;
        }

        public void setFounded(Integer founded) {
            this.founded = founded;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Label label
                    && Objects.equals(city, label.city)
                    && Objects.equals(founded, label.founded);
        }

        @Override
        public int hashCode() {
            return Objects.hash(city, founded);
        }

        @Override
        public String toString() {
            return city + " " + founded;
        }
    }

    @DynamoDbBean
    @DynamoDBTable(tableName = "songs")
    public static class Row {
        private String pk;
        private String sk;
        private String title;
        private String titleCopy;
        private Long plays;
        private Set<String> tags;
        private Set<Integer> ratings;
        private List<String> verses;
        private String owner;
        private Label label;
        private Long version;
        private String edition;
        private String token;
        private String gsiPk;
        private String gsiSk;

        @DynamoDbPartitionKey
        @DynamoDBHashKey
        public String getPk() {
            return pk;
        }

        public void setPk(String pk) {
            this.pk = pk;
        }

        @DynamoDbSortKey
        @DynamoDBRangeKey
        public String getSk() {
            return sk;
        }

        public void setSk(String sk) {
            this.sk = sk;
        }

        public Long getPlays() {
            return plays;
        }

        public void setPlays(Long plays) {
            this.plays = plays;
        }

        public String getTitle() {
            return title;
        }

        public void setTitle(String title) {
            this.title = title;
        }

        public String getTitleCopy() {
            return titleCopy;
        }

        public void setTitleCopy(String titleCopy) {
            this.titleCopy = titleCopy;
        }

        public Set<String> getTags() {
            return tags;
        }

        public void setTags(Set<String> tags) {
            this.tags = tags;
        }

        public Set<Integer> getRatings() {
            return ratings;
        }

        public void setRatings(Set<Integer> ratings) {
            this.ratings = ratings;
        }

        public List<String> getVerses() {
            return verses;
        }

        public void setVerses(List<String> verses) {
            this.verses = verses;
        }

        public String getOwner() {
            return owner;
        }

        public void setOwner(String owner) {
            this.owner = owner;
        }

        public Label getLabel() {
            return label;
        }

        public void setLabel(Label label) {
            this.label = label;
        }

        public Long getVersion() {
            return version;
        }

        public void setVersion(Long version) {
            this.version = version;
        }

        public String getEdition() {
            return edition;
        }

        public void setEdition(String edition) {
            this.edition = edition;
        }

        public String getToken() {
            return token;
        }

        public void setToken(String token) {
            this.token = token;
        }

        @DynamoDbSecondaryPartitionKey(indexNames = "by_rank")
        @DynamoDBIndexHashKey(globalSecondaryIndexName = "by_rank")
        public String getGsiPk() {
            return gsiPk;
        }

        public void setGsiPk(String gsiPk) {
            this.gsiPk = gsiPk;
        }

        @DynamoDbSecondarySortKey(indexNames = "by_rank")
        @DynamoDBIndexRangeKey(globalSecondaryIndexName = "by_rank")
        public String getGsiSk() {
            return gsiSk;
        }

        public void setGsiSk(String gsiSk) {
            this.gsiSk = gsiSk;
        }
    }
}
