package dev.tempest.samples.kotlin

import dev.tempest.samples.discography.Discography
import dev.tempest.samples.race.AcceptedChange
import dev.tempest.samples.race.Change
import dev.tempest.samples.race.Pause
import dev.tempest.samples.race.PlaylistState
import dev.tempest.samples.race.RaceReport
import dev.tempest.samples.race.RaceResult
import dev.tempest.samples.race.RaceScript
import java.io.PrintStream
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.delay

/** This playlist after a change, and one version further. */
fun PlaylistInfo.changed(change: Change): PlaylistInfo =
    when (change) {
        is Change.Rename -> copy(playlist_name = change.newName)
        is Change.AddTrack ->
            copy(playlist_tracks = playlist_tracks + AlbumTrack.Key(change.albumToken, change.trackToken))
    }.copy(playlist_version = playlist_version + 1)

/** This playlist, to be compared and told of. */
fun PlaylistInfo.state() =
    PlaylistState(playlist_name, playlist_tracks.map { "${it.album_token}/${it.track_token}" }, playlist_version)

/**
 * The guide's scene: playlists are made, and then several writers, each a coroutine, rename and extend one of them at
 * the same time. Returns whether every writer's change is there in the end.
 */
suspend fun race(discography: Discography, playlists: Playlists, out: PrintStream): Boolean {
    fun tracks(title: String, count: Int) = discography.release(title).toAlbumTracks().take(count).map { it.key }

    playlists.replace(PlaylistInfo("playlist.stars", "Stars", tracks("List of Stars in Cancer", 12)))
    val renamed = playlists.changePlaylistName("playlist.stars", "A dozen stars")
    val contested = playlists.replace(PlaylistInfo("playlist.night-drive", "Night drive", tracks("Terraforms", 1)))
    val report = RaceReport(out)
    report.playlists(renamed.state(), contested.state())

    val changesByWriter = RaceScript.changesByWriter(discography)
    report.start(contested.state(), changesByWriter)
    // All begin with the same playlist in hand: however the coroutines run, all first writes but one conflict.
    val accepted = coroutineScope {
        changesByWriter
            .map { (writer, changes) -> async { writeAll(playlists, writer, changes, contested) } }
            .awaitAll()
            .flatten()
    }
    val end = playlists.load(contested.playlist_token)
    return report.end(RaceResult(contested.state(), accepted, end.state()))
}

private suspend fun writeAll(playlists: Playlists, writer: String, changes: List<Change>, start: PlaylistInfo) =
    buildList {
        var known = start
        for (change in changes) {
            // What this writer wrote last is what it knows of the playlist, until a conflict tells it that others
            // wrote.
            val (playlist, conflicts) = playlists.change(known, change)
            add(AcceptedChange(writer, change, playlist.state(), conflicts))
            known = playlist
            delay(Pause.millisAfterSuccess())
        }
    }
