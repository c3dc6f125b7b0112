package dev.tempest.docs.sdk1

import com.amazonaws.services.dynamodbv2.model.AttributeValue
import dev.tempest.BeginsWith
import dev.tempest.Index
import dev.tempest.Table
import dev.tempest.TableName
import dev.tempest.docs.model.AlbumInfo
import dev.tempest.docs.model.AlbumTrack
import dev.tempest.sdk1.DatabaseDefinition
import dev.tempest.sdk1.InlineView
import dev.tempest.sdk1.LogicalDb
import dev.tempest.sdk1.LogicalTable
import dev.tempest.sdk1.SecondaryIndex
import dev.tempest.sdk1.kotlin.LogicalDb
import dev.tempest.testing.sdk1.TestDb
import dev.tempest.testing.sdk1.TestTable
import java.time.LocalDate
import kotlin.time.Duration.Companion.seconds
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension

// doc: declare
@Table(
    partitionKey = "partition_key",
    sortKey = "sort_key",
    indexes = [Index(name = "artist_index", partitionKey = ["artist_name"], sortKey = ["release_date"])],
)
interface AlbumTable : LogicalTable<Map<String, AttributeValue>> {
    val albumInfo: InlineView<AlbumInfo.Key, AlbumInfo>
    val albumTracks: InlineView<AlbumTrack.Key, AlbumTrack>
    val albumInfoByArtist: SecondaryIndex<AlbumInfo.ArtistIndexOffset, AlbumInfo>
}

interface AlbumDb : LogicalDb {
    @TableName("albums") val albums: AlbumTable
}

// doc: end

/** A table of SDK 1.x without a raw item type, as the page on SDK 1.x declares it. */
class OwnKeysDocTest {
    @RegisterExtension val testDb: TestDb = TestDb.of(TestTable.create("albums", AlbumTable::class.java))

    @Test
    fun `a table is declared by its interface`() {
        val db: AlbumDb = LogicalDb(testDb.mapper(), updateTimeout = 5.seconds)
        val album = AlbumInfo("ALBUM_1", "Harbour Lights", "The Lanterns", LocalDate.of(2020, 2, 21), 3)
        db.albums.albumInfo.save(album)

        val found =
            db.albums.albumInfoByArtist.queryAllContents(BeginsWith(AlbumInfo.ArtistIndexOffset("The Lanterns")))

        assertThat(found.toList()).containsExactly(album)
    }

    @Test
    fun `the definition is a template`() {
        val template = DatabaseDefinition.of(AlbumDb::class.java).cloudFormation()

        assertThat(template).contains("albums")
    }
}
