package dev.tempest.sdk2.kotlin.guide

import dev.tempest.TableName
import dev.tempest.sdk2.LogicalDb
import dev.tempest.sdk2.kotlin.LogicalDb
import dev.tempest.testing.TestDb
import dev.tempest.testing.TestTable
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.extension.RegisterExtension
import software.amazon.awssdk.enhanced.dynamodb.Expression
import software.amazon.awssdk.services.dynamodb.model.AttributeValue
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException

/** The guide's Kotlin tab for SDK 2.x behaves as the guide says. */
class OptimisticLockingGuideTest {
    @RegisterExtension val dynamo: TestDb = TestDb.of(TestTable.create("music_items", MusicItem::class.java))

    interface MusicDb : LogicalDb {
        @TableName("music_items") val music: MusicTable
    }

    private val tracks = listOf(AlbumTrack.Key("ALBUM_1", "1"))
    private lateinit var table: MusicTable

    @BeforeEach
    fun savePlaylist() {
        val db: MusicDb = LogicalDb(dynamo.enhancedClient())
        table = db.music
        table.playlistInfo.save(PlaylistInfo("PLAYLIST_1", "First", tracks))
    }

    @Test
    fun `renames a playlist`() {
        PlaylistRenamer(table).changePlaylistName("PLAYLIST_1", "Second")

        assertThat(table.playlistInfo.load(PlaylistInfo.Key("PLAYLIST_1")))
            .isEqualTo(PlaylistInfo("PLAYLIST_1", "Second", tracks, 2))
    }

    @Test
    fun `says that there is no playlist`() {
        assertThatThrownBy { PlaylistRenamer(table).changePlaylistName("PLAYLIST_2", "Second") }
            .isInstanceOf(IllegalStateException::class.java)
            .hasMessage("Playlist does not exist: PLAYLIST_2")
    }

    @Test
    fun `refuses a stale writer and overwrites nothing`() {
        val stale = checkNotNull(table.playlistInfo.load(PlaylistInfo.Key("PLAYLIST_1")))
        PlaylistRenamer(table).changePlaylistName("PLAYLIST_1", "Second")

        val late = stale.copy(playlist_name = "Late", playlist_version = stale.playlist_version + 1)
        val refusal =
            assertThrows<ConditionalCheckFailedException> {
                table.playlistInfo.save(late, ifVersionIs(stale.playlist_version))
            }

        val second = PlaylistInfo("PLAYLIST_1", "Second", tracks, 2)
        assertThat(table.playlistInfo.itemIn(refusal)).contains(second)
        assertThat(table.playlistInfo.load(PlaylistInfo.Key("PLAYLIST_1"))).isEqualTo(second)
    }

    @Test
    fun `stores exactly the attributes of the type`() {
        val stored = dynamo.client().scan { it.tableName("music_items") }.items().single()

        assertThat(stored)
            .isEqualTo(
                mapOf(
                    "partition_key" to AttributeValue.fromS("PLAYLIST_1"),
                    "sort_key" to AttributeValue.fromS("INFO_"),
                    "playlist_name" to AttributeValue.fromS("First"),
                    "playlist_tracks" to AttributeValue.fromL(listOf(AttributeValue.fromS("ALBUM_1/1"))),
                    "playlist_version" to AttributeValue.fromN("1"),
                )
            )
    }

    private fun ifVersionIs(version: Long): Expression =
        Expression.builder()
            .expression("playlist_version = :playlist_version")
            .putExpressionValue(":playlist_version", AttributeValue.fromN("$version"))
            .build()
}
