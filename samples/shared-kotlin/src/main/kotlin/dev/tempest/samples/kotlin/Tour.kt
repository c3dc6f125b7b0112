package dev.tempest.samples.kotlin

import dev.tempest.samples.discography.Discography
import dev.tempest.samples.discography.Release
import dev.tempest.samples.discography.RunLength
import dev.tempest.samples.terminal.TextTable
import java.io.PrintStream
import java.time.Duration
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.flow.withIndex

private const val TITLE_WIDTH = 48

/** Shows what is in the table, once through the table itself and once through each of its indexes. */
class Tour(private val albums: Albums, private val out: PrintStream) {
    suspend fun show(discography: Discography) {
        // Its tracks bear the numbers 1, 1, 1 and 4.
        showAlbum(discography.release("Radio Free Albemuth"))
        // Its tracks are named in letters of several scripts, some of them two columns wide.
        showTracksByTitle(discography.release("KOWLOON WALLED CITY GIGA MIX"))
        showArtist("Connectedness Locus")
        showType("Single", pageSize = 3)
    }

    private suspend fun showAlbum(release: Release) {
        val token = release.albumToken()
        val album = checkNotNull(albums.load(AlbumInfo.Key(token))) { "There is no album \"$token\"." }
        val tracks = albums.tracks(token).toList()
        val total = RunLength.format(tracks.map { it.run_length }.fold(Duration.ZERO, Duration::plus))
        with(album) {
            heading("An album: $album_title")
            out.println("  $artist_name, $release_type, $label_name, $release_date, $track_count tracks, $total")
        }
        val text = TextTable().numbers("Place").numbers("No.").column("Title", TITLE_WIDTH).numbers("Length")
        for (track in tracks) {
            text.row(track.place, track.track_number, track.track_title, track.length)
        }
        text.printTo(out)
    }

    private suspend fun showTracksByTitle(release: Release) {
        heading("An album's tracks by title, through a local index: ${release.title}")
        val text = TextTable().column("Title", TITLE_WIDTH).numbers("Place").numbers("Length")
        albums.tracksByTitle(release.albumToken()).collect { text.row(it.track_title, it.place, it.length) }
        text.printTo(out)
    }

    private suspend fun showArtist(artist: String) {
        heading("Releases of one artist, latest first, through a global index: $artist")
        val text = TextTable().column("Released", 10).column("Title", TITLE_WIDTH).column("Kind", 11).numbers("Tracks")
        albums.latestOf(artist).collect { text.row(it.release_date, it.album_title, it.release_type, it.track_count) }
        text.printTo(out)
    }

    private suspend fun showType(type: String, pageSize: Int) {
        heading("Releases of one kind, $pageSize to a page, through another global index: $type")
        val text = TextTable().numbers("Page").column("Released", 10).column("Title", 32).column("Artist", 28)
        albums.pagesOf(type, pageSize).withIndex().collect { (index, page) ->
            for (album in page) {
                text.row(index + 1, album.release_date, album.album_title, album.artist_name)
            }
        }
        text.printTo(out)
    }

    private fun heading(text: String) {
        out.println()
        out.println(text)
    }
}

private val AlbumTrack.place
    get() = track_token.toInt()

private val AlbumTrack.length
    get() = RunLength.format(run_length)
