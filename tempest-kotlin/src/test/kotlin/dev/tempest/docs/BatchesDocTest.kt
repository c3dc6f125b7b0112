package dev.tempest.docs

import dev.tempest.ItemSet
import dev.tempest.TableName
import dev.tempest.UnprocessedKeysException
import dev.tempest.docs.model.AlbumInfo
import dev.tempest.docs.model.AlbumTrack
import dev.tempest.docs.model.MusicDb
import dev.tempest.docs.model.MusicItem
import dev.tempest.docs.model.MusicTable
import dev.tempest.docs.model.PlaylistInfo
import dev.tempest.kotlin.get
import dev.tempest.kotlin.getItems
import dev.tempest.sdk2.BatchWriteException
import dev.tempest.sdk2.LogicalDb
import dev.tempest.sdk2.kotlin.LogicalDb
import dev.tempest.sdk2.kotlin.batchLoad
import dev.tempest.sdk2.kotlin.batchWriteSet
import dev.tempest.sdk2.kotlin.cause
import dev.tempest.sdk2.kotlin.unprocessedClobbers
import dev.tempest.sdk2.kotlin.unprocessedDeletes
import dev.tempest.testing.TestDb
import dev.tempest.testing.TestTable
import java.time.Duration
import java.time.LocalDate
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension

class BatchesDocTest : DocTest() {
    @RegisterExtension
    val twoTables: TestDb =
        TestDb.of(
            TestTable.create("music_items", MusicItem::class.java),
            TestTable.create("old_music_items", MusicItem::class.java),
        )

    @Test
    fun `loads many types`() {
        val firstTrack = AlbumTrack.Key("ALBUM_1", "1")
        val items: ItemSet =
            db.batchLoad(AlbumInfo.Key("ALBUM_1"), firstTrack, AlbumTrack.Key("ALBUM_1", "2"), AlbumInfo.Key("NONE"))

        val albums: List<AlbumInfo> = items.getItems<AlbumInfo>()
        val tracks: List<AlbumTrack> = items.getItems<AlbumTrack>()
        val track: AlbumTrack? = items.get<AlbumTrack>(firstTrack)

        assertThat(items).hasSize(3)
        assertThat(albums).hasSize(1)
        assertThat(tracks).hasSize(2)
        assertThat(track?.track_title).isEqualTo("Low Tide")
    }

    @Test
    fun `configures batch loads`() {
        val playlist = checkNotNull(table.playlistInfo.load(PlaylistInfo.Key("PLAYLIST_1")))

        val items: ItemSet = db.batchLoad(playlist.playlist_tracks, consistentReads = true)

        assertThat(items.getItems<AlbumTrack>()).hasSize(1)
    }

    @Test
    fun `reports unprocessed keys`() {
        val keys = listOf(AlbumTrack.Key("ALBUM_1", "1"))

        val items: ItemSet =
            try {
                db.batchLoad(keys)
            } catch (e: UnprocessedKeysException) {
                println("Without ${e.unprocessedKeys()}")
                e.loadedItems()
            }

        assertThat(items).hasSize(1)
    }

    @Test
    fun writes() {
        val result =
            db.batchWrite(
                batchWriteSet {
                    clobber(
                        AlbumInfo("ALBUM_3", "Lighthouse", "The Lanterns", LocalDate.of(2024, 5, 1), 1),
                        AlbumTrack("ALBUM_3", "1", "Beam", Duration.ofSeconds(199)),
                    )
                    delete(AlbumTrack.Key("ALBUM_2", "1"))
                }
            )
        check(result.isSuccessful) {
            "Left to write: ${result.unprocessedClobbers}, to delete: ${result.unprocessedDeletes}"
        }

        assertThat(table.albumTracks.load(AlbumTrack.Key("ALBUM_3", "1"))).isNotNull()
        assertThat(table.albumTracks.load(AlbumTrack.Key("ALBUM_2", "1"))).isNull()
    }

    @Test
    fun `reports what is rejected`() {
        val messages = mutableListOf<String?>()
        var left: List<Any> = listOf()
        val good = AlbumTrack("ALBUM_3", "1", "Beam", Duration.ofSeconds(199))
        val bad = AlbumTrack("ALBUM_3", "9".repeat(2_000), "Long", Duration.ofSeconds(1))
        val writeSet = batchWriteSet { clobber(good, bad) }

        try {
            db.batchWrite(writeSet)
        } catch (e: BatchWriteException) {
            for (failure in e.failures()) {
                messages.add(failure.cause.message)
            }
            left = e.unprocessedClobbers()
        }

        assertThat(left).containsExactly(bad)
        assertThat(messages).hasSize(1)
        assertThat(table.albumTracks.load(AlbumTrack.Key("ALBUM_3", "1"))).isEqualTo(good)
    }

    @Test
    fun `limits parallel requests`() {
        val enhancedClient = testDb.enhancedClient()

        val db: MusicDb = LogicalDb(enhancedClient, maxParallelRequests = 100)

        assertThat(db.batchLoad(AlbumInfo.Key("ALBUM_1"))).hasSize(1)
    }

    interface MovingDb : LogicalDb {
        @TableName("music_items") val music: MusicTable

        @TableName("old_music_items") val oldMusic: MusicTable
    }

    @Test
    fun `says which table`() {
        val db: MovingDb = LogicalDb(twoTables.enhancedClient())
        db.oldMusic.playlistInfo.save(PlaylistInfo("PLAYLIST_1", "Night drive", listOf()))

        val key = PlaylistInfo.Key("PLAYLIST_1")
        val items: ItemSet = db.batchLoad(db.music.scoped(key), db.oldMusic.scoped(key))

        assertThat(items).hasSize(1)
        assertThatThrownBy { db.batchLoad(key) }
            .isInstanceOf(IllegalArgumentException::class.java)
            .hasMessageContaining("may be meant for any of the tables [music_items, old_music_items]")
    }
}
