package dev.tempest.docs.locking

import dev.tempest.kotlin.absent
import dev.tempest.kotlin.and
import dev.tempest.kotlin.attr
import dev.tempest.kotlin.beginsWith
import dev.tempest.kotlin.changes
import dev.tempest.kotlin.eq
import dev.tempest.kotlin.exists
import dev.tempest.kotlin.ge
import dev.tempest.kotlin.lt
import dev.tempest.kotlin.size
import dev.tempest.sdk2.kotlin.LogicalDb
import dev.tempest.sdk2.kotlin.QueryConfig
import dev.tempest.sdk2.kotlin.ScanConfig
import dev.tempest.sdk2.kotlin.increment
import dev.tempest.sdk2.kotlin.patch
import dev.tempest.sdk2.kotlin.patchItem
import dev.tempest.sdk2.kotlin.transactionWriteSet
import dev.tempest.testing.TestDb
import dev.tempest.testing.TestTable
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.extension.RegisterExtension
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException

class ExpressionsDocTest {
    @RegisterExtension val testDb: TestDb = TestDb.of(TestTable.create("playlists", PlaylistItem::class.java))

    private val key = Playlist.Key("PLAYLIST_1")
    private lateinit var db: PlaylistDb
    private lateinit var table: PlaylistTable

    @BeforeEach
    fun open() {
        db = LogicalDb(testDb.enhancedClient())
        table = db.music
        table.playlists.save(Playlist("PLAYLIST_1", "Night drive"))
    }

    @Test
    fun `writes on a condition`() {
        val playlist = checkNotNull(table.playlists.load(key, true))
        val renamed = playlist.copy(playlist_name = "Day drive")

        table.playlists.save(renamed, Playlist::playlist_name eq "Night drive")

        val isUnused = Playlist::play_count.absent()
        val isShort = Playlist::playlist_tracks.size() lt 10
        assertThat(table.playlists.deleteKey(key, isUnused and isShort)).isNotNull()
        assertThat(table.playlists.load(key)).isNull()
    }

    @Test
    fun `names attributes`() {
        val name = attr(Playlist::playlist_name)
        val byName = table.playlists.attribute("playlist_name", String::class.java)

        assertThat(listOf(name, byName)).hasSize(2)
    }

    @Test
    fun filters() {
        table.playlists.patch(key) { Playlist::play_count add 7 }
        val isPopular = Playlist::play_count ge 5

        val popular = table.playlists.scanAllContents(ScanConfig(filter = isPopular)).toList()
        val config = QueryConfig(filter = Playlist::playlist_name beginsWith "Night")

        assertThat(popular).hasSize(1)
        assertThat(config.filter()).isNotNull()
    }

    @Test
    fun patches() {
        val after =
            table.playlists.patch(key) {
                Playlist::playlist_name set "Day drive"
                Playlist::play_count add 1
                Playlist::playlist_tracks append "ALBUM_1/2"
            }

        assertThat(after.playlist_name).isEqualTo("Day drive")
        assertThat(after.playlist_tracks).containsExactly("ALBUM_1/2")
        assertThat(after.playlist_version).isEqualTo(2)
    }

    @Test
    fun renames() {
        val read = checkNotNull(table.playlists.load(key, true))

        val after = table.playlists.patchItem(read) { Playlist::playlist_name set "Day drive" }

        assertThat(after.playlist_name).isEqualTo("Day drive")
        assertThrows<ConditionalCheckFailedException> {
            table.playlists.patchItem(read) { Playlist::playlist_name set "Late drive" }
        }
    }

    @Test
    fun `renames on the version`() {
        val existing = checkNotNull(table.playlists.load(key))
        table.playlists.patch(key) {
            Playlist::playlist_name set "Day drive"
            onlyIf(Playlist::playlist_version eq existing.playlist_version)
        }

        assertThat(table.playlists.load(key)?.playlist_version).isEqualTo(2)
    }

    @Test
    fun `patches on a condition or creates`() {
        table.playlists.patch(key) {
            Playlist::play_count add 1
            onlyIf(Playlist::playlist_name.exists())
        }
        table.playlists.patch(Playlist.Key("PLAYLIST_2")) {
            Playlist::play_count add 1
            Playlist::playlist_name set "Untitled"
            Playlist::playlist_tracks set listOf()
            orCreate()
        }

        assertThat(table.playlists.load(Playlist.Key("PLAYLIST_2"))?.play_count).isEqualTo(1)
    }

    @Test
    fun `patches in transactions`() {
        db.transactionWrite(transactionWriteSet { patch(key, changes<Playlist> { Playlist::play_count add 1 }) })
        val plays = table.playlists.increment(key, Playlist::play_count, 1)

        assertThat(plays).isEqualTo(2)
    }
}
