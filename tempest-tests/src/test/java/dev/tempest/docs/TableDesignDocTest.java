package dev.tempest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.Attribute;
import dev.tempest.BeginsWith;
import dev.tempest.ForIndex;
import dev.tempest.TableName;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.SecondaryIndex;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/** The code of what the page on data modelling says of designing a table. */
class TableDesignDocTest {
    @RegisterExtension
    final TestDb testDb = TestDb.of(TestTable.create("lookups", LookupItem.class));

    @Test
    void oneIndexServesTwoTypes() {
        LookupTable table = testDb.logicalDb(LookupDb.class).lookups();
        Release harbourLights = new Release("ALBUM_1", "The Lanterns", "2020-02-21");
        Release nightFerry = new Release("ALBUM_2", "The Lanterns", "2022-09-02");
        OwnedList nightDrive = new OwnedList("PLAYLIST_1", "Ada", "Night drive");
        table.releases().save(harbourLights);
        table.releases().save(nightFerry);
        table.lists().save(nightDrive);
        table.lists().save(new OwnedList("PLAYLIST_2", "The Lanterns", "Our favourites"));

        // doc: index
        List<Release> latestFirst = table.releasesByArtist()
                .query(
                        new BeginsWith<>(new Release.ByArtist("The Lanterns")),
                        QueryConfig.builder().asc(false).build())
                .contents();
        List<OwnedList> listsOfAda = table.listsByOwner()
                .query(new BeginsWith<>(new OwnedList.ByOwner("Ada")))
                .contents();
        // doc: end

        assertThat(latestFirst).containsExactly(nightFerry, harbourLights);
        assertThat(listsOfAda).containsExactly(nightDrive);
    }

    @DynamoDbBean
    public static class LookupItem {
        private String partition_key;
        private String sort_key;
        private String lookup_partition;
        private String lookup_sort;

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

        @DynamoDbSecondaryPartitionKey(indexNames = "lookup_index")
        public String getLookup_partition() {
            return lookup_partition;
        }

        public void setLookup_partition(String lookup_partition) {
            this.lookup_partition = lookup_partition;
        }

        @DynamoDbSecondarySortKey(indexNames = "lookup_index")
        public String getLookup_sort() {
            return lookup_sort;
        }

        public void setLookup_sort(String lookup_sort) {
            this.lookup_sort = lookup_sort;
        }
    }

    public record Release(
            @Attribute(name = "partition_key") String album_token,

            @Attribute(name = "lookup_partition", prefix = "ARTIST_")
            String artist_name,

            @Attribute(name = "lookup_sort", prefix = "RELEASED_")
            String release_date) {
        @Attribute(prefix = "RELEASE_")
        public String sort_key() {
            return "";
        }

        public record Key(String album_token) {
            public String sort_key() {
                return "";
            }
        }

        @ForIndex(name = "lookup_index")
        public record ByArtist(String artist_name, String release_date, String album_token) {
            public ByArtist(String artist_name) {
                this(artist_name, null, null);
            }

            public String sort_key() {
                return "";
            }
        }
    }

    public record OwnedList(
            @Attribute(name = "partition_key") String playlist_token,

            @Attribute(name = "lookup_partition", prefix = "OWNER_")
            String owner,

            @Attribute(name = "lookup_sort", prefix = "NAME_")
            String playlist_name) {
        @Attribute(prefix = "LIST_")
        public String sort_key() {
            return "";
        }

        public record Key(String playlist_token) {
            public String sort_key() {
                return "";
            }
        }

        @ForIndex(name = "lookup_index")
        public record ByOwner(String owner, String playlist_name, String playlist_token) {
            public ByOwner(String owner) {
                this(owner, null, null);
            }

            public String sort_key() {
                return "";
            }
        }
    }

    public interface LookupTable extends LogicalTable<LookupItem> {
        InlineView<Release.Key, Release> releases();

        InlineView<OwnedList.Key, OwnedList> lists();

        SecondaryIndex<Release.ByArtist, Release> releasesByArtist();

        SecondaryIndex<OwnedList.ByOwner, OwnedList> listsByOwner();
    }

    public interface LookupDb extends LogicalDb {
        @TableName("lookups")
        LookupTable lookups();
    }
}
