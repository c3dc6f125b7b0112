package dev.tempest.samples.kotlin

import dev.tempest.samples.discography.Discography
import dev.tempest.samples.discography.LoadReport
import dev.tempest.samples.discography.Release
import dev.tempest.samples.discography.StoredLibrary
import java.io.PrintStream
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.toList

fun Release.toAlbumInfo() =
    AlbumInfo(
        album_token = albumToken(),
        album_title = title,
        artist_name = artist,
        release_date = date(),
        release_type = type,
        release_format = format,
        label_name = label,
        track_count = tracks.size,
    )

fun Release.toAlbumTracks(): List<AlbumTrack> {
    val albumToken = albumToken()
    return tracks.mapIndexed { index, track ->
        AlbumTrack(albumToken, Release.trackToken(index + 1), track.number, track.title, track.runLength())
    }
}

/**
 * Brings a discography into the table, each item exactly once however often it is called, and reads it back. Returns
 * whether the whole discography is there, just as it is in the file.
 */
suspend fun loadAndReadBack(discography: Discography, albums: Albums, out: PrintStream, err: PrintStream): Boolean {
    load(discography, albums).printTo(out, discography)
    val stored = readBack(discography, albums)
    stored.printTo(out, err)
    return stored.holdsAllOf(discography)
}

/** Writes what is not there yet, the releases one after another, and the tracks of each at the same time. */
private suspend fun load(discography: Discography, albums: Albums): LoadReport {
    var albumsCreated = 0
    var tracksCreated = 0
    for (release in discography.releases) {
        if (albums.createIfAbsent(release.toAlbumInfo())) albumsCreated++
        tracksCreated += coroutineScope {
            release.toAlbumTracks().map { track -> async { albums.createIfAbsent(track) } }.awaitAll().count { it }
        }
    }
    return LoadReport.of(discography, albumsCreated, tracksCreated)
}

private suspend fun readBack(discography: Discography, albums: Albums): StoredLibrary {
    var albumsRead = 0
    var tracksRead = 0
    val problems = mutableListOf<String>()
    for (release in discography.releases) {
        val expected = release.toAlbumInfo()
        val album = albums.load(AlbumInfo.Key(expected.album_token))
        if (album == expected) albumsRead++ else problems += "${release.title}: expected $expected, found $album"

        val expectedTracks = release.toAlbumTracks()
        val tracks = albums.tracks(expected.album_token).toList()
        if (tracks == expectedTracks) tracksRead += tracks.size
        else problems += "${release.title}: expected $expectedTracks, found $tracks"
    }
    return StoredLibrary(albumsRead, tracksRead, problems)
}
