package dev.tempest.samples.musiclibrary.sdk1.kotlin

import dev.tempest.samples.kotlin.AlbumTrack
import dev.tempest.samples.kotlin.PlaylistInfo
import dev.tempest.samples.kotlin.state
import dev.tempest.samples.race.Change
import dev.tempest.samples.race.Conflict
import dev.tempest.samples.race.PlaylistState
import dev.tempest.sdk1.kotlin.LogicalDb
import dev.tempest.testing.sdk1.TestDb
import dev.tempest.testing.sdk1.TestTable
import java.io.ByteArrayOutputStream
import java.io.PrintStream
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension

class MusicLibraryTest {
    @JvmField @RegisterExtension val db: TestDb = TestDb.of(TestTable.create(MusicItem::class.java))

    @Test
    fun `the program shows the library and loses no change`() {
        val bytes = ByteArrayOutputStream()
        val out = PrintStream(bytes, true, Charsets.UTF_8)

        val status = program.run(listOf(), out, out)

        val text = bytes.toString(Charsets.UTF_8)
        assertThat(status).`as`(text).isZero()
        assertThat(text)
            .contains("new: 69 releases, 513 tracks; already there: 0 releases, 0 tracks")
            .contains("read back, and just as in the file: 69 releases, 513 tracks")
            .contains("1 + 24 successful writes = version 25")
    }

    @Test
    fun `a stale writer's change is made to what is stored`(): Unit = runBlocking {
        val playlists = StoredPlaylists(LogicalDb<MusicDb>(db.mapper()).music)
        val stale = playlists.replace(PlaylistInfo("P", "First name", listOf(AlbumTrack.Key("album", "001"))))
        playlists.changePlaylistName("P", "Second name")

        val accepted = playlists.change(stale, Change.AddTrack("album", "002", "A title"))

        assertThat(accepted.conflicts).containsExactly(Conflict(1, 2))
        assertThat(playlists.load("P").state())
            .isEqualTo(PlaylistState("Second name", listOf("album/001", "album/002"), 3))
    }
}
