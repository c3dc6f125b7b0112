package dev.tempest.sdk2.kotlin.items

import dev.tempest.Attribute
import dev.tempest.TableName
import dev.tempest.sdk2.InlineView
import dev.tempest.sdk2.LogicalDb
import dev.tempest.sdk2.LogicalTable
import dev.tempest.sdk2.kotlin.LogicalDb
import dev.tempest.testing.TestDb
import dev.tempest.testing.TestTable
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension

/** Databases and tables that are declared by properties, and what else an interface of Kotlin may have. */
class DeclaredInterfacesTest {
    @RegisterExtension
    val dynamo: TestDb =
        TestDb.of(TestTable.create("songs", SongRow::class.java), TestTable.create("demos", SongRow::class.java))

    data class Song(val artist: String, val title: String) {
        @Attribute(prefix = "SONG_") val sort_key: String = ""

        data class Key(val artist: String) {
            val sort_key: String = ""
        }
    }

    interface SongTable : LogicalTable<SongRow> {
        val songs: InlineView<Song.Key, Song>

        fun titleOf(artist: String): String? = songs.load(Song.Key(artist))?.title

        val first: Song?
            get() = songs.scan().contents.firstOrNull()
    }

    interface BaseDb : LogicalDb {
        @TableName("songs") val published: SongTable

        fun tables(): List<SongTable> = listOf(published)
    }

    interface SongDb : BaseDb {
        @get:TableName("demos") val demos: SongTable

        override fun tables(): List<SongTable> = super.tables() + demos
    }

    interface UnnamedDb : LogicalDb {
        val songs: SongTable
    }

    @Test
    fun `a table's name stands on its property or on the getter`() {
        val db: SongDb = LogicalDb(dynamo.enhancedClient())

        assertThat(db.published.tableName()).isEqualTo("songs")
        assertThat(db.demos.tableName()).isEqualTo("demos")
    }

    @Test
    fun `functions and properties with a body work`() {
        val db: SongDb = LogicalDb(dynamo.enhancedClient())
        db.demos.songs.save(Song("Nina", "Lilac"))

        assertThat(db.tables()).containsExactly(db.published, db.demos)
        assertThat(db.demos.titleOf("Nina")).isEqualTo("Lilac")
        assertThat(db.published.titleOf("Nina")).isNull()
        assertThat(db.demos.first).isEqualTo(Song("Nina", "Lilac"))
    }

    @Test
    fun `a table without a name is refused`() {
        assertThatThrownBy { LogicalDb<UnnamedDb>(dynamo.enhancedClient()) }
            .isInstanceOf(IllegalArgumentException::class.java)
            .hasMessageContaining("UnnamedDb.getSongs() does not say which DynamoDB table it is")
    }
}
