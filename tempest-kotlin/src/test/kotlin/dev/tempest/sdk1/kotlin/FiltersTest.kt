package dev.tempest.sdk1.kotlin

import dev.tempest.BeginsWith
import dev.tempest.docs.model.AlbumTrack
import dev.tempest.kotlin.ne
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension

/** Whatever reads many items takes a condition by attributes as its filter. */
class FiltersTest {
    @RegisterExtension val dynamo = Music.tables()

    @Test
    fun `of queries and scans`() {
        val view = Music.fill(dynamo).music.albumTracks
        val tracks = BeginsWith(AlbumTrack.Key("ALBUM_1"))
        val isNotBreakwater = AlbumTrack::track_title ne "Breakwater"
        val others = Music.tracks.filter { it.track_title != "Breakwater" }

        assertThat(view.query(tracks, filter = isNotBreakwater).contents).isEqualTo(others)
        assertThat(view.queryAll(tracks, filter = isNotBreakwater).flatMap { it.contents }).isEqualTo(others)
        assertThat(view.queryAllContents(tracks, filter = isNotBreakwater).toList()).isEqualTo(others)
        assertThat(view.scan(filter = isNotBreakwater).contents).isEqualTo(others)
        assertThat(view.scanAll(filter = isNotBreakwater).flatMap { it.contents }).isEqualTo(others)
        assertThat(view.scanAllContents(filter = isNotBreakwater).toList()).isEqualTo(others)
        val titles =
            view.query(tracks, filterExpression = Music.isNotBreakwater, filter = AlbumTrack::track_title ne "Foghorn")
        assertThat(titles.contents.map { it.track_title }).containsExactly("Low Tide")
    }
}
