package dev.tempest.samples.kotlin

import dev.tempest.samples.race.Change
import dev.tempest.samples.race.Conflict
import kotlinx.coroutines.flow.Flow

/** Albums and their tracks, as a sample keeps them. */
interface Albums {
    /** Writes an album unless it is there, and tells whether it did. */
    suspend fun createIfAbsent(album: AlbumInfo): Boolean

    /** Writes a track unless it is there, and tells whether it did. */
    suspend fun createIfAbsent(track: AlbumTrack): Boolean

    suspend fun load(key: AlbumInfo.Key): AlbumInfo?

    /** The tracks of an album, in their order. */
    fun tracks(albumToken: String): Flow<AlbumTrack>

    /** The tracks of an album by title, through a local index. */
    fun tracksByTitle(albumToken: String): Flow<AlbumTrack>

    /** The albums of an artist, latest first, through a global index. */
    fun latestOf(artist: String): Flow<AlbumInfo>

    /** The albums of a kind, page by page, through another global index. */
    fun pagesOf(type: String, pageSize: Int): Flow<List<AlbumInfo>>
}

/** Playlists, as a sample keeps them. */
interface Playlists {
    /** Writes a playlist, in place of any that there was. */
    suspend fun replace(playlist: PlaylistInfo): PlaylistInfo

    /** Loads a playlist, which must exist. */
    suspend fun load(playlistToken: String): PlaylistInfo

    suspend fun changePlaylistName(playlistToken: String, newName: String): PlaylistInfo

    /**
     * Makes a change, and begins anew with what is stored for as long as others are faster.
     *
     * @param known the playlist as it was when it was last seen
     */
    suspend fun change(known: PlaylistInfo, change: Change): Accepted
}

/**
 * A change that was written in the end.
 *
 * @param playlist the playlist as it was written
 * @param conflicts the conflicts before it was written
 */
data class Accepted(val playlist: PlaylistInfo, val conflicts: List<Conflict>)
