package dev.tempest.samples.kotlin

import dev.tempest.samples.discography.Discography
import dev.tempest.samples.race.Change
import dev.tempest.samples.race.PlaylistState
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.tuple
import org.junit.jupiter.api.Test

class ItemsTest {
    private val discography = Discography.bundled()

    @Test
    fun `tracks of the same number are kept apart`() {
        val release = discography.release("Radio Free Albemuth")

        assertThat(release.toAlbumTracks())
            .extracting({ it.track_token }, { it.track_number }, { it.track_title })
            .startsWith(tuple("001", 1, "Radio Free Albemuth"), tuple("002", 1, "Exegesis"))
        assertThat(release.toAlbumInfo().track_count).isEqualTo(4)
    }

    @Test
    fun `each change moves the version on and keeps all else`() {
        val start = PlaylistInfo("P", "First name", listOf(AlbumTrack.Key("album", "001")))

        val renamed = start.changed(Change.Rename("Second name"))
        val longer = renamed.changed(Change.AddTrack("album", "002", "A title"))

        assertThat(renamed.state()).isEqualTo(PlaylistState("Second name", listOf("album/001"), 2))
        assertThat(longer.state()).isEqualTo(PlaylistState("Second name", listOf("album/001", "album/002"), 3))
    }
}
