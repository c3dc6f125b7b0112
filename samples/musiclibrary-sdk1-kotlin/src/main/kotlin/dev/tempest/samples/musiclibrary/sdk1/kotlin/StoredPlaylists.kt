package dev.tempest.samples.musiclibrary.sdk1.kotlin

import com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException
import dev.tempest.kotlin.eq
import dev.tempest.samples.kotlin.Accepted
import dev.tempest.samples.kotlin.PlaylistInfo
import dev.tempest.samples.kotlin.Playlists
import dev.tempest.samples.kotlin.changed
import dev.tempest.samples.race.Change
import dev.tempest.samples.race.Conflict
import dev.tempest.samples.race.Pause
import dev.tempest.sdk1.kotlin.load
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.delay
import kotlinx.coroutines.withContext

/** Playlists in the table; writers that meet on the same one lock it optimistically. */
class StoredPlaylists(private val table: MusicTable) : Playlists {
    override suspend fun replace(playlist: PlaylistInfo) =
        withContext(Dispatchers.IO) { table.playlistInfo.save(playlist) }

    override suspend fun load(playlistToken: String): PlaylistInfo =
        // By default the mapper's reads are eventually consistent: a writer may read the old version again after a
        // conflict.
        withContext(Dispatchers.IO) {
            checkNotNull(table.playlistInfo.load(PlaylistInfo.Key(playlistToken), consistentReads = true)) {
                "Playlist does not exist: $playlistToken"
            }
        }

    /** Renames a playlist, once: fails with a [ConditionalCheckFailedException] if another writer was faster. */
    override suspend fun changePlaylistName(playlistToken: String, newName: String): PlaylistInfo {
        // Read.
        val existing = load(playlistToken)
        // Modify.
        val newPlaylist = existing.copy(playlist_name = newName, playlist_version = existing.playlist_version + 1)
        // Write.
        return save(newPlaylist, existing.playlist_version)
    }

    override suspend fun change(known: PlaylistInfo, change: Change): Accepted {
        val conflicts = mutableListOf<Conflict>()
        var existing = known
        while (true) {
            try {
                return Accepted(save(existing.changed(change), existing.playlist_version), conflicts)
            } catch (_: ConditionalCheckFailedException) {
                // SDK 1.x does not tell what stood in the way; the next read does.
                delay(Pause.millisAfterConflict())
                val stored = load(existing.playlist_token)
                conflicts += Conflict(existing.playlist_version, stored.playlist_version)
                existing = stored
            }
        }
    }

    private suspend fun save(playlist: PlaylistInfo, expectedVersion: Long) =
        withContext(Dispatchers.IO) {
            table.playlistInfo.save(playlist, PlaylistInfo::playlist_version eq expectedVersion)
        }
}
