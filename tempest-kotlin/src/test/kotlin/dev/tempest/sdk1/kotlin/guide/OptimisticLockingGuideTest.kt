package dev.tempest.sdk1.kotlin.guide

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBSaveExpression
import com.amazonaws.services.dynamodbv2.model.AttributeValue
import com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException
import com.amazonaws.services.dynamodbv2.model.ExpectedAttributeValue
import dev.tempest.sdk1.LogicalDb
import dev.tempest.sdk1.kotlin.LogicalDb
import dev.tempest.sdk1.kotlin.Sdk1Db
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.extension.RegisterExtension

/** The guide's Kotlin tab for SDK 1.x behaves as the guide says. */
class OptimisticLockingGuideTest {
    @RegisterExtension val dynamo = Sdk1Db("music_items" to MusicItem::class)

    interface MusicDb : LogicalDb {
        val music: MusicTable
    }

    private val tracks = listOf(AlbumTrack.Key("ALBUM_1", "1"))
    private val key = PlaylistInfo.Key("PLAYLIST_1")
    private lateinit var table: MusicTable

    @BeforeEach
    fun savePlaylist() {
        val db: MusicDb = LogicalDb(dynamo.mapper)
        table = db.music
        table.playlistInfo.save(PlaylistInfo("PLAYLIST_1", "First", tracks))
    }

    @Test
    fun `renames a playlist`() {
        PlaylistRenamer(table).changePlaylistName("PLAYLIST_1", "Second")

        assertThat(table.playlistInfo.load(key)).isEqualTo(PlaylistInfo("PLAYLIST_1", "Second", tracks, 2))
    }

    @Test
    fun `says that there is no playlist`() {
        assertThatThrownBy { PlaylistRenamer(table).changePlaylistName("PLAYLIST_2", "Second") }
            .isInstanceOf(IllegalStateException::class.java)
            .hasMessage("Playlist does not exist: PLAYLIST_2")
    }

    @Test
    fun `refuses a stale writer and overwrites nothing`() {
        val stale = checkNotNull(table.playlistInfo.load(key))
        PlaylistRenamer(table).changePlaylistName("PLAYLIST_1", "Second")

        val late = stale.copy(playlist_name = "Late", playlist_version = stale.playlist_version + 1)
        val ifVersionIsAsRead =
            DynamoDBSaveExpression()
                .withExpectedEntry(
                    "playlist_version",
                    ExpectedAttributeValue(AttributeValue().withN("${stale.playlist_version}")),
                )
        val refusal = assertThrows<ConditionalCheckFailedException> { table.playlistInfo.save(late, ifVersionIsAsRead) }

        assertThat(refusal).hasMessageContaining("PlaylistInfo {partition_key=PLAYLIST_1, sort_key=INFO_}")
        assertThat(table.playlistInfo.load(key)).isEqualTo(PlaylistInfo("PLAYLIST_1", "Second", tracks, 2))
    }

    @Test
    fun `stores exactly the attributes of the type`() {
        assertThat(dynamo.rows("music_items").single())
            .isEqualTo(
                mapOf(
                    "partition_key" to AttributeValue("PLAYLIST_1"),
                    "sort_key" to AttributeValue("INFO_"),
                    "playlist_name" to AttributeValue("First"),
                    "playlist_tracks" to AttributeValue().withL(AttributeValue("ALBUM_1/1")),
                    "playlist_version" to AttributeValue().withN("1"),
                )
            )
    }
}
