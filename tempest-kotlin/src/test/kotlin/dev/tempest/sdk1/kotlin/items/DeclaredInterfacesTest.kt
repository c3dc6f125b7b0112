package dev.tempest.sdk1.kotlin.items

import dev.tempest.Attribute
import dev.tempest.TableName
import dev.tempest.sdk1.InlineView
import dev.tempest.sdk1.LogicalDb
import dev.tempest.sdk1.LogicalTable
import dev.tempest.sdk1.kotlin.LogicalDb
import dev.tempest.sdk1.kotlin.Sdk1Db
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension

/** Databases and tables of SDK 1.x that are declared by properties. */
class DeclaredInterfacesTest {
    @RegisterExtension
    val dynamo = Sdk1Db("songs" to SongRow::class, "demos" to SongRow::class, "tapes" to SongRow::class)

    data class Song(val artist: String, val title: String) {
        @Attribute(prefix = "SONG_") val sort_key: String = ""

        data class Key(val artist: String) {
            val sort_key: String = ""
        }
    }

    interface SongTable : LogicalTable<SongRow> {
        val songs: InlineView<Song.Key, Song>

        fun titleOf(artist: String): String? = songs.load(Song.Key(artist))?.title
    }

    interface SongDb : LogicalDb {
        val published: SongTable

        @TableName("demos") val demos: SongTable

        @get:TableName("tapes") val tapes: SongTable

        fun tables(): List<SongTable> = listOf(published, demos, tapes)
    }

    @Test
    fun `a table's name stands on the raw type, or else on the property or its getter`() {
        val db: SongDb = LogicalDb(dynamo.mapper)

        assertThat(db.tables().map { it.tableName() }).isEqualTo(listOf("songs", "demos", "tapes"))
    }

    @Test
    fun `functions with a body work, and each table is its own`() {
        val db: SongDb = LogicalDb(dynamo.mapper)
        db.demos.songs.save(Song("Nina", "Lilac"))

        assertThat(db.tables().map { it.titleOf("Nina") }).isEqualTo(listOf(null, "Lilac", null))
    }
}
