package dev.tempest.sdk1.kotlin

import com.amazonaws.services.dynamodbv2.model.AttributeValue
import dev.tempest.docs.model.AlbumInfo
import dev.tempest.docs.model.AlbumTrack
import dev.tempest.docs.sdk1.MusicDb
import dev.tempest.docs.sdk1.MusicItem
import dev.tempest.sdk1.FilterExpression
import java.time.Duration
import java.time.LocalDate

/** A table with two albums, for tests that read. */
object Music {
    val harbourLights = AlbumInfo("ALBUM_1", "Harbour Lights", "The Lanterns", LocalDate.of(2020, 2, 21), 3)
    val nightFerry = AlbumInfo("ALBUM_2", "Night Ferry", "The Lanterns", LocalDate.of(2022, 9, 2), 1)
    val tracks =
        listOf("Low Tide", "Breakwater", "Foghorn").mapIndexed { index, title ->
            AlbumTrack("ALBUM_1", "${index + 1}", title, Duration.ofSeconds(200L + index))
        }

    fun tables() = Sdk1Db("music_items" to MusicItem::class, "test-music_items" to MusicItem::class)

    fun fill(dynamo: Sdk1Db): MusicDb {
        val db: MusicDb = LogicalDb(dynamo.mapper)
        db.batchWrite(batchWriteSet { clobber(listOf(harbourLights, nightFerry) + tracks) })
        return db
    }

    val isNotBreakwater = FilterExpression("track_title <> :title", mapOf(":title" to AttributeValue("Breakwater")))
}
