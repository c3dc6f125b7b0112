package dev.tempest.docs

import dev.tempest.Attribute
import dev.tempest.BeginsWith
import dev.tempest.ForIndex
import dev.tempest.TableName
import dev.tempest.sdk2.InlineView
import dev.tempest.sdk2.LogicalDb
import dev.tempest.sdk2.LogicalTable
import dev.tempest.sdk2.SecondaryIndex
import dev.tempest.sdk2.kotlin.LogicalDb
import dev.tempest.sdk2.kotlin.query
import dev.tempest.testing.TestDb
import dev.tempest.testing.TestTable
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey

class TableDesignDocTest {
    @RegisterExtension val testDb: TestDb = TestDb.of(TestTable.create("lookups", LookupItem::class.java))

    @Test
    fun `one index serves two types`() {
        val db: LookupDb = LogicalDb(testDb.enhancedClient())
        val table = db.lookups
        val harbourLights = Release("ALBUM_1", "The Lanterns", "2020-02-21")
        val nightFerry = Release("ALBUM_2", "The Lanterns", "2022-09-02")
        val nightDrive = OwnedList("PLAYLIST_1", "Ada", "Night drive")
        table.releases.save(harbourLights)
        table.releases.save(nightFerry)
        table.lists.save(nightDrive)
        table.lists.save(OwnedList("PLAYLIST_2", "The Lanterns", "Our favourites"))

        val latestFirst =
            table.releasesByArtist.query(BeginsWith(Release.ByArtist("The Lanterns")), asc = false).contents
        val listsOfAda = table.listsByOwner.query(BeginsWith(OwnedList.ByOwner("Ada"))).contents

        assertThat(latestFirst).containsExactly(nightFerry, harbourLights)
        assertThat(listsOfAda).containsExactly(nightDrive)
    }

    @DynamoDbBean
    class LookupItem {
        @get:DynamoDbPartitionKey var partition_key: String? = null
        @get:DynamoDbSortKey var sort_key: String? = null
        @get:DynamoDbSecondaryPartitionKey(indexNames = ["lookup_index"]) var lookup_partition: String? = null
        @get:DynamoDbSecondarySortKey(indexNames = ["lookup_index"]) var lookup_sort: String? = null
    }

    data class Release(
        @Attribute(name = "partition_key") val album_token: String,
        @Attribute(name = "lookup_partition", prefix = "ARTIST_") val artist_name: String,
        @Attribute(name = "lookup_sort", prefix = "RELEASED_") val release_date: String,
    ) {
        @Attribute(prefix = "RELEASE_") val sort_key: String = ""

        data class Key(val album_token: String) {
            val sort_key: String = ""
        }

        @ForIndex(name = "lookup_index")
        data class ByArtist(
            val artist_name: String,
            val release_date: String? = null,
            val album_token: String? = null,
        ) {
            val sort_key: String = ""
        }
    }

    data class OwnedList(
        @Attribute(name = "partition_key") val playlist_token: String,
        @Attribute(name = "lookup_partition", prefix = "OWNER_") val owner: String,
        @Attribute(name = "lookup_sort", prefix = "NAME_") val playlist_name: String,
    ) {
        @Attribute(prefix = "LIST_") val sort_key: String = ""

        data class Key(val playlist_token: String) {
            val sort_key: String = ""
        }

        @ForIndex(name = "lookup_index")
        data class ByOwner(val owner: String, val playlist_name: String? = null, val playlist_token: String? = null) {
            val sort_key: String = ""
        }
    }

    interface LookupTable : LogicalTable<LookupItem> {
        val releases: InlineView<Release.Key, Release>
        val lists: InlineView<OwnedList.Key, OwnedList>
        val releasesByArtist: SecondaryIndex<Release.ByArtist, Release>
        val listsByOwner: SecondaryIndex<OwnedList.ByOwner, OwnedList>
    }

    interface LookupDb : LogicalDb {
        @TableName("lookups") val lookups: LookupTable
    }
}
