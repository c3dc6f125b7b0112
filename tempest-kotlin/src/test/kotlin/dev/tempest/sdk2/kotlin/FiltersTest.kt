package dev.tempest.sdk2.kotlin

import dev.tempest.BeginsWith
import dev.tempest.docs.model.AlbumInfo
import dev.tempest.docs.model.AlbumTrack
import dev.tempest.kotlin.getItems
import dev.tempest.kotlin.ne
import dev.tempest.testing.TestDb
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension

/** Whatever reads many items takes a condition by attributes as its filter. */
class FiltersTest {
    @RegisterExtension val dynamo: TestDb = Music.table()

    private lateinit var table: LibraryTable
    private val tracks = BeginsWith(AlbumTrack.Key("ALBUM_1"))
    private val isNotBreakwater = AlbumTrack::track_title ne "Breakwater"
    private val others = Music.tracks.filter { it.track_title != "Breakwater" }

    @BeforeEach
    fun fill() {
        table = Music.fill(dynamo).music
    }

    @Test
    fun `of queries and scans`() {
        val view = table.albumTracks

        assertThat(view.query(tracks, filter = isNotBreakwater).contents).isEqualTo(others)
        assertThat(view.queryAll(tracks, filter = isNotBreakwater).flatMap { it.contents }).isEqualTo(others)
        assertThat(view.queryAllContents(tracks, filter = isNotBreakwater).toList()).isEqualTo(others)
        assertThat(view.scan(filter = isNotBreakwater).contents).isEqualTo(others)
        assertThat(view.scanAll(filter = isNotBreakwater).flatMap { it.contents }).isEqualTo(others)
        assertThat(view.scanAllContents(filter = isNotBreakwater).toList()).isEqualTo(others)
        assertThat(view.parallelScan(2, filter = isNotBreakwater).toSet()).isEqualTo(others.toSet())
        assertThat(view.count(tracks, filter = isNotBreakwater)).isEqualTo(2)
    }

    @Test
    fun `beside an expression`() {
        val found =
            table.albumTracks.query(
                tracks,
                filterExpression = Music.isNotBreakwater,
                filter = AlbumTrack::track_title ne "Foghorn",
            )

        assertThat(found.contents.map { it.track_title }).containsExactly("Low Tide")
    }

    @Test
    fun `of loads of several types, which have a limit, too`() {
        val isNotFoghorn = AlbumTrack::track_title ne "Foghorn"

        assertThat(table.albums.load(Album.Key("ALBUM_1"), filter = isNotFoghorn)?.tracks).hasSize(2)
        assertThat(table.albums.load(Album.Key("ALBUM_1"), limit = 2, asc = false)?.tracks).hasSize(2)
        val partition = table.loadPartition(AlbumInfo.Key("ALBUM_1"), AlbumInfo::class, AlbumTrack::class, limit = 3)
        assertThat(partition.getItems<AlbumInfo>()).hasSize(1)
        assertThat(partition.getItems<AlbumTrack>()).hasSize(2)
    }

    @Test
    fun `of coroutines and flows`(): Unit = runBlocking {
        val view = dynamo.asyncLogicalDb(AsyncLibraryDb::class.java).music.albumTracks

        assertThat(view.queryPage(tracks, filter = isNotBreakwater).contents).isEqualTo(others)
        assertThat(view.query(tracks, filter = isNotBreakwater).toList().flatMap { it.contents }).isEqualTo(others)
        assertThat(view.queryAllContents(tracks, filter = isNotBreakwater).toList()).isEqualTo(others)
        assertThat(view.scanPage(filter = isNotBreakwater).contents).isEqualTo(others)
        assertThat(view.scan(filter = isNotBreakwater).toList().flatMap { it.contents }).isEqualTo(others)
        assertThat(view.scanAllContents(filter = isNotBreakwater).toList()).isEqualTo(others)
        assertThat(view.parallelScan(2, filter = isNotBreakwater).toList().toSet()).isEqualTo(others.toSet())
    }
}
