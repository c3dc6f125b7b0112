package dev.tempest.sdk2.kotlin

import dev.tempest.TableName
import dev.tempest.docs.model.AlbumInfo
import dev.tempest.docs.model.AlbumTrack
import dev.tempest.docs.model.AsyncMusicTable
import dev.tempest.docs.model.MusicItem
import dev.tempest.docs.model.MusicTable
import dev.tempest.sdk2.AsyncItemCollection
import dev.tempest.sdk2.AsyncLogicalDb
import dev.tempest.sdk2.ItemCollection
import dev.tempest.sdk2.LogicalDb
import dev.tempest.testing.TestDb
import dev.tempest.testing.TestTable
import java.time.Duration
import java.time.LocalDate
import software.amazon.awssdk.enhanced.dynamodb.Expression
import software.amazon.awssdk.services.dynamodb.model.AttributeValue

data class Album(val info: AlbumInfo?, val tracks: List<AlbumTrack>) {
    data class Key(val album_token: String)
}

interface LibraryTable : MusicTable {
    val albums: ItemCollection<Album.Key, Album>
}

interface LibraryDb : LogicalDb {
    @TableName("music_items") val music: LibraryTable
}

interface AsyncLibraryTable : AsyncMusicTable {
    val albums: AsyncItemCollection<Album.Key, Album>
}

interface AsyncLibraryDb : AsyncLogicalDb {
    @TableName("music_items") val music: AsyncLibraryTable
}

/** A table with two albums, for tests that read. */
object Music {
    val harbourLights = AlbumInfo("ALBUM_1", "Harbour Lights", "The Lanterns", LocalDate.of(2020, 2, 21), 3)
    val nightFerry = AlbumInfo("ALBUM_2", "Night Ferry", "The Lanterns", LocalDate.of(2022, 9, 2), 1)
    val tracks =
        listOf("Low Tide", "Breakwater", "Foghorn").mapIndexed { index, title ->
            AlbumTrack("ALBUM_1", "${index + 1}", title, Duration.ofSeconds(200L + index))
        }

    fun table(): TestDb = TestDb.of(TestTable.create("music_items", MusicItem::class.java))

    fun fill(dynamo: TestDb): LibraryDb {
        val db: LibraryDb = LogicalDb(dynamo.enhancedClient())
        db.batchWrite(batchWriteSet { clobber(listOf(harbourLights, nightFerry) + tracks) })
        return db
    }

    fun expression(text: String, vararg values: Pair<String, AttributeValue>): Expression =
        Expression.builder().expression(text).expressionValues(mapOf(*values)).build()

    val isNotBreakwater = expression("track_title <> :title", ":title" to AttributeValue.fromS("Breakwater"))
}
