package dev.tempest.docs

import dev.tempest.docs.locking.Playlist
import dev.tempest.docs.locking.PlaylistDb
import dev.tempest.docs.locking.PlaylistItem
import dev.tempest.sdk2.HomeRegions
import dev.tempest.sdk2.LogicalDb
import dev.tempest.sdk2.WrongRegionException
import dev.tempest.sdk2.kotlin.LogicalDb
import dev.tempest.sdk2.kotlin.update
import dev.tempest.testing.TestDb
import dev.tempest.testing.TestRegions
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient

class GlobalTablesDocTest {
    @RegisterExtension
    val testDb: TestDb =
        TestDb.builder()
            .table("playlists", PlaylistItem::class.java)
            .regions(TestRegions.eventual("us-east-1", "eu-west-1"))
            .build()

    @Test
    fun `a change is lost`() {
        val key = Playlist.Key("PLAYLIST_1")
        val us: PlaylistDb = LogicalDb(testDb.inRegion("us-east-1").enhancedClient())
        val eu: PlaylistDb = LogicalDb(testDb.inRegion("eu-west-1").enhancedClient())
        us.music.playlists.save(Playlist("PLAYLIST_1", "Night drive"))
        testDb.regions().replicate()

        us.music.playlists.update(key) { it.copy(playlist_tracks = it.playlist_tracks + "from the US") }
        eu.music.playlists.update(key) { it.copy(playlist_tracks = it.playlist_tracks + "from Europe") }
        testDb.regions().replicate()

        assertThat(us.music.playlists.load(key)!!.playlist_tracks).containsExactly("from Europe")
    }

    @Test
    fun `a partition`() {
        testDb.regions().partition("us-east-1", "eu-west-1")
        // Both Regions take writes, and do not see those of the other.
        testDb.regions().heal()
        testDb.regions().replicate()

        assertThat(testDb.regions().pending()).isZero()
    }

    private fun regionOf(playlistToken: String) = if (playlistToken.startsWith("EU_")) "eu-west-1" else "us-east-1"

    private fun create(client: DynamoDbEnhancedClient): PlaylistDb {
        val homes =
            HomeRegions.builder()
                .home(Playlist::class.java, Playlist.Key::class.java) { key -> regionOf(key.playlist_token) }
                .build()
        val db = LogicalDb.builder(PlaylistDb::class.java).enhancedClient(client).homeRegions(homes).build()
        return db
    }

    @Test
    fun `a write elsewhere fails`() {
        val us = create(testDb.inRegion("us-east-1").enhancedClient())
        val eu = create(testDb.inRegion("eu-west-1").enhancedClient())
        val playlist = Playlist("EU_1", "Night drive")

        try {
            us.music.playlists.save(playlist)
        } catch (e: WrongRegionException) {
            // Nothing was sent. e.homeRegion() is eu-west-1.
            eu.music.playlists.save(playlist)
        }

        testDb.regions().replicate()
        assertThat(us.music.playlists.load(Playlist.Key("EU_1"))).isNotNull()
    }

    @Test
    fun `one active Region`() {
        val activeRegion = "us-east-1"
        val homes = HomeRegions.allIn { activeRegion }

        val eu =
            LogicalDb.builder(PlaylistDb::class.java)
                .enhancedClient(testDb.inRegion("eu-west-1").enhancedClient())
                .homeRegions(homes)
                .build()
        assertThatThrownBy { eu.music.playlists.save(Playlist("EU_1", "Night drive")) }
            .isInstanceOf(WrongRegionException::class.java)
    }
}
