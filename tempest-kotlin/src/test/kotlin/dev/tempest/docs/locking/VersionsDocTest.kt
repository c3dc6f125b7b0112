package dev.tempest.docs.locking

import dev.tempest.OutcomeUnknownException
import dev.tempest.kotlin.number
import dev.tempest.sdk2.ConditionalWrites
import dev.tempest.sdk2.Increment
import dev.tempest.sdk2.kotlin.AsyncLogicalDb
import dev.tempest.sdk2.kotlin.LogicalDb
import dev.tempest.sdk2.kotlin.increment
import dev.tempest.sdk2.kotlin.transactionWriteSet
import dev.tempest.sdk2.kotlin.update
import dev.tempest.testing.Fault
import dev.tempest.testing.FaultyHttp
import dev.tempest.testing.TestDb
import dev.tempest.testing.TestTable
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.extension.RegisterExtension
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException

class VersionsDocTest {
    @RegisterExtension val testDb: TestDb = TestDb.of(TestTable.create("playlists", PlaylistItem::class.java))

    private lateinit var db: PlaylistDb
    private lateinit var table: PlaylistTable

    @BeforeEach
    fun open() {
        db = LogicalDb(testDb.enhancedClient())
        table = db.music
    }

    @Test
    fun `guards by versions`() {
        val created = table.playlists.save(Playlist("PLAYLIST_1", "Night drive")) // version 1
        val renamed = table.playlists.save(created.copy(playlist_name = "Day drive")) // version 2

        assertThat(created.playlist_version).isEqualTo(1)
        assertThat(renamed.playlist_version).isEqualTo(2)
        assertThrows<ConditionalCheckFailedException> { table.playlists.save(created.copy(playlist_name = "Late")) }
        assertThrows<ConditionalCheckFailedException> { table.playlists.delete(created) }
    }

    @Test
    fun updates() {
        table.playlists.save(Playlist("PLAYLIST_1", "Night drive"))

        val changed =
            table.playlists.update(Playlist.Key("PLAYLIST_1")) {
                it.copy(playlist_tracks = it.playlist_tracks + "ALBUM_1/2")
            }

        assertThat(changed.playlist_tracks).containsExactly("ALBUM_1/2")
        assertThat(changed.playlist_version).isEqualTo(2)
    }

    @Test
    fun `updates or creates`() {
        val changed =
            table.playlists.updateOrCreate(Playlist.Key("PLAYLIST_1")) { existing ->
                val playlist = existing ?: Playlist("PLAYLIST_1", "Favourites")
                playlist.copy(playlist_tracks = playlist.playlist_tracks + "ALBUM_1/2")
            }

        assertThat(changed.playlist_name).isEqualTo("Favourites")
        assertThat(changed.playlist_version).isEqualTo(1)
    }

    @Test
    fun `updates without blocking`(): Unit = runBlocking {
        val async = AsyncLogicalDb<AsyncPlaylistDb>(testDb.enhancedAsyncClient()).music
        table.playlists.save(Playlist("PLAYLIST_1", "Night drive"))

        val changed =
            async.playlists.update(Playlist.Key("PLAYLIST_1")) {
                it.copy(playlist_tracks = it.playlist_tracks + "ALBUM_1/2")
            }

        assertThat(changed.playlist_version).isEqualTo(2)
    }

    @Test
    fun counts() {
        table.playlists.save(Playlist("PLAYLIST_1", "Night drive"))

        val key = Playlist.Key("PLAYLIST_1")
        val plays: Long = table.playlists.increment(key, Playlist::play_count)
        val sums: Map<String, Number> =
            table.playlists.increment(
                key,
                Increment.of(number(Playlist::play_count), 1).and(number(Playlist::skip_count), 1),
            )

        assertThat(plays).isEqualTo(1)
        assertThat(sums).isEqualTo(mapOf("play_count" to 2L, "skip_count" to 1L))

        db.transactionWrite(transactionWriteSet { increment(key, Increment.of(number(Playlist::play_count), 1)) })

        assertThat(table.playlists.load(key)?.play_count).isEqualTo(3)
    }

    @Test
    fun `makes what it counts`() {
        val key = Playlist.Key("PLAYLIST_1")

        val plays = number(Playlist::play_count)
        table.playlists.increment(key, Increment.of(plays, 1).startingAt(plays, 100).orCreate())

        assertThat(table.playlists.load(key)?.play_count).isEqualTo(101)
    }

    @Test
    fun `knows its own write by the token`() {
        val network = FaultyHttp.builder().nth(2, "PutItem", Fault.responseLost()).build()
        val traced = LogicalDb<TracedDb>(testDb.with(network).enhancedClient()).music
        val created = traced.playlists.save(Playlist("PLAYLIST_1", "Night drive"))

        val renamed = traced.playlists.save(created.copy(playlist_name = "Day drive"))

        assertThat(network.requests("PutItem")).isEqualTo(3)
        assertThat(renamed.playlist_version).isEqualTo(2)
    }

    @Test
    fun `sends conditional writes as transactions`() {
        val network = FaultyHttp.builder().nth(1, "TransactWriteItems", Fault.responseLost()).build()
        val enhancedClient = testDb.with(network).enhancedClient()

        val db: PlaylistDb =
            LogicalDb(enhancedClient, conditionalWrites = ConditionalWrites.TRANSACTIONAL, updateTimeout = 10.seconds)

        val playlist = db.music.playlists.save(Playlist("PLAYLIST_1", "Night drive"))
        assertThat(table.playlists.load(Playlist.Key("PLAYLIST_1"))).isEqualTo(playlist)
        assertThat(network.requests("TransactWriteItems")).isEqualTo(2)

        table.playlists.with(ConditionalWrites.TRANSACTIONAL).save(playlist.copy(playlist_name = "Day drive"))

        assertThat(table.playlists.load(Playlist.Key("PLAYLIST_1"))?.playlist_version).isEqualTo(2)
    }

    @Test
    fun `says what is not known`() {
        val network = FaultyHttp.builder().nth(1, "UpdateItem", Fault.responseLost()).build()
        val table = LogicalDb<PlaylistDb>(testDb.with(network).enhancedClient()).music
        table.playlists.save(Playlist("PLAYLIST_1", "Night drive"))

        assertThat(addOnce(table, "ALBUM_1/2").playlist_tracks).containsExactly("ALBUM_1/2")
    }

    private companion object {
        fun addOnce(table: PlaylistTable, track: String): Playlist {
            while (true) {
                try {
                    return table.playlists.update(Playlist.Key("PLAYLIST_1")) {
                        when (track) {
                            in it.playlist_tracks -> it // it is there: write nothing
                            else -> it.copy(playlist_tracks = it.playlist_tracks + track)
                        }
                    }
                } catch (e: OutcomeUnknownException) {
                    // Begin again: the change looks first whether it was made.
                }
            }
        }
    }
}
