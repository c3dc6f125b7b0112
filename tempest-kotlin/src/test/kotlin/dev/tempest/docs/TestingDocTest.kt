package dev.tempest.docs

import dev.tempest.docs.model.AlbumTrack
import dev.tempest.docs.model.MusicDb
import dev.tempest.docs.model.MusicItem
import dev.tempest.docs.model.PlaylistInfo
import dev.tempest.sdk2.kotlin.LogicalDb
import dev.tempest.testing.DynamoDbConnection
import dev.tempest.testing.Fault
import dev.tempest.testing.FaultyHttp
import dev.tempest.testing.LocalDynamoDb
import dev.tempest.testing.TestDb
import dev.tempest.testing.TestTable
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import software.amazon.awssdk.services.dynamodb.model.StreamViewType

class TestingDocTest : DocTest() {
    @Test
    fun `loses an answer`() {
        val network = FaultyHttp.builder().nth(1, "DeleteItem", Fault.responseLost()).build()
        val db: MusicDb = LogicalDb(testDb.with(network).enhancedClient())

        val deleted = db.music.albumTracks.deleteKey(AlbumTrack.Key("ALBUM_1", "3"))

        assertThat(deleted).isNull()
        assertThat(network.requests("DeleteItem")).isEqualTo(2)
    }

    @Test
    fun `fails at rates`() {
        val network =
            FaultyHttp.builder()
                .seed(42)
                .rate(0.2, Fault.responseLost(), "PutItem")
                .rate(0.05, Fault.throttled())
                .build()

        val db: MusicDb = LogicalDb(testDb.with(network).enhancedClient())
        for (i in 1..20) {
            db.music.playlistInfo.save(PlaylistInfo("PLAYLIST_$i", "Night drive", listOf()))
        }
        assertThat(network.faults()).isPositive()
    }

    @Test
    fun `changes the table`() {
        val table =
            TestTable.create("music_items", MusicItem::class.java) { request ->
                request.streamSpecification { it.streamEnabled(true).streamViewType(StreamViewType.NEW_IMAGE) }
            }

        assertThat(table.request().streamSpecification().streamEnabled()).isTrue()
    }

    @Test
    fun `runs outside of tests`() {
        DynamoDbConnection.embedded().use { connection ->
            connection.createTable(TestTable.create("music_items", MusicItem::class.java))
            val db: MusicDb = LogicalDb(connection.enhancedClient())
            db.music.playlistInfo.save(PlaylistInfo("PLAYLIST_1", "Night drive", listOf()))
        }
    }

    @Test
    fun `connects to any endpoint`() {
        val endpoint = LocalDynamoDb.shared().endpoint()

        DynamoDbConnection.to(endpoint).use { connection -> println(connection.client().listTables().tableNames()) }
    }

    @Test
    fun `has a port of its own`() {
        val testDb = TestDb.builder().table("music_items", MusicItem::class.java).port(8000).build()

        assertThat(testDb).isNotNull()
    }
}
