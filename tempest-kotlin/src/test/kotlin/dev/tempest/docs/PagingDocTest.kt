package dev.tempest.docs

import dev.tempest.BeginsWith
import dev.tempest.KeyCondition
import dev.tempest.Offset
import dev.tempest.docs.model.AlbumInfo
import dev.tempest.docs.model.AlbumTrack
import dev.tempest.docs.model.MusicDb
import dev.tempest.sdk2.TransactionWriteSet
import dev.tempest.sdk2.WritingPager
import dev.tempest.sdk2.kotlin.LogicalDb
import dev.tempest.sdk2.kotlin.operations
import dev.tempest.sdk2.kotlin.query
import dev.tempest.sdk2.kotlin.scan
import java.time.Duration
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Test

class PagingDocTest : DocTest() {
    @Test
    fun `fetches page after page`() {
        val allTracks = BeginsWith(AlbumTrack.Key("ALBUM_1"))
        val total: Duration =
            table.albumTracks.queryAllContents(allTracks).fold(Duration.ZERO) { sum, track -> sum + track.run_length }

        for (page in table.albumTracks.queryAll(allTracks)) {
            println("${page.contents.size} tracks")
        }

        assertThat(total).isEqualTo(Duration.ofSeconds(207 + 188 + 254))
    }

    @Test
    fun `goes from page to page`() {
        val titles = mutableListOf<String>()

        val allTracks = BeginsWith(AlbumTrack.Key("ALBUM_1"))
        var offset: Offset<AlbumTrack.Key>? = null
        do {
            val page = table.albumTracks.query(allTracks, pageSize = 2, initialOffset = offset)
            page.contents.forEach { titles.add(it.track_title) }
            offset = page.offset
        } while (offset != null)

        assertThat(titles).containsExactly("Low Tide", "Breakwater", "Foghorn")
    }

    @Test
    fun `hands offsets to web clients`() {
        val allTracks: KeyCondition<AlbumTrack.Key> = BeginsWith(AlbumTrack.Key("ALBUM_1"))

        val page = table.albumTracks.query(allTracks, pageSize = 2)
        val next: String? = page.offset?.let(table.albumTracks::offsetToString)

        val nextPage =
            table.albumTracks.query(
                allTracks,
                pageSize = 2,
                initialOffset = next?.let(table.albumTracks::offsetFromString),
            )

        assertThat(next).matches("[A-Za-z0-9_-]+")
        assertThat(nextPage.contents.map { it.track_title }).containsExactly("Foghorn")
    }

    @Test
    fun `keeps offsets from being made up`() {
        val offsetSecret = "as long as it is secret"
        val enhancedClient = testDb.enhancedClient()

        val db: MusicDb = LogicalDb(enhancedClient, offsetSecret = offsetSecret.toByteArray())

        val offset = checkNotNull(table.albumTracks.scan(pageSize = 1).offset)
        val madeWithoutTheSecret = table.albumTracks.offsetToString(offset)
        assertThatThrownBy { db.music.albumTracks.offsetFromString(madeWithoutTheSecret) }
            .isInstanceOf(IllegalArgumentException::class.java)
    }

    @Test
    fun `begins after a key`() {
        val afterTheFirst =
            table.albumTracks.query(
                BeginsWith(AlbumTrack.Key("ALBUM_1")),
                initialOffset = Offset(AlbumTrack.Key("ALBUM_1", "1")),
            )

        assertThat(afterTheFirst.contents).hasSize(2)
    }

    class ArtistRenamer(private val newName: String) : WritingPager.Handler<AlbumInfo> {
        override fun item(builder: TransactionWriteSet.Builder, update: AlbumInfo) {
            builder.save(update.copy(artist_name = newName))
        }

        override fun pageWritten(writeSet: TransactionWriteSet) {
            println("${writeSet.operations.size} more albums are renamed")
        }
    }

    @Test
    fun `writes page by page`() {
        val byTheLanterns = BeginsWith(AlbumInfo.ArtistIndexOffset("The Lanterns"))
        val albums: List<AlbumInfo> = table.albumInfoByArtist.queryAllContents(byTheLanterns).toList()
        val pager = WritingPager(db, albums, ArtistRenamer("The Beacons"))
        pager.execute()

        assertThat(pager.updatedCount()).isEqualTo(2)
        assertThat(pager.remainingUpdates()).isEmpty()
        assertThat(table.albumInfo.load(AlbumInfo.Key("ALBUM_2"))?.artist_name).isEqualTo("The Beacons")
    }
}
