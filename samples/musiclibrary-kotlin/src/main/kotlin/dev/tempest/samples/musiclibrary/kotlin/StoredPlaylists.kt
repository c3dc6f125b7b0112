package dev.tempest.samples.musiclibrary.kotlin

import dev.tempest.kotlin.eq
import dev.tempest.samples.kotlin.Accepted
import dev.tempest.samples.kotlin.PlaylistInfo
import dev.tempest.samples.kotlin.Playlists
import dev.tempest.samples.kotlin.changed
import dev.tempest.samples.race.Change
import dev.tempest.samples.race.Conflict
import dev.tempest.samples.race.Pause
import dev.tempest.sdk2.kotlin.load
import dev.tempest.sdk2.kotlin.save
import kotlinx.coroutines.delay
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException

/** Playlists in the table; writers that meet on the same one lock it optimistically. */
class StoredPlaylists(private val table: MusicTable) : Playlists {
    override suspend fun replace(playlist: PlaylistInfo) = table.playlistInfo.save(playlist)

    override suspend fun load(playlistToken: String): PlaylistInfo =
        // The guide loads without the second argument. Then a writer that reads again after a conflict may get the old
        // version again. A consistent read costs twice as much, and returns what is stored now.
        checkNotNull(table.playlistInfo.load(PlaylistInfo.Key(playlistToken), consistentReads = true)) {
            "Playlist does not exist: $playlistToken"
        }

    /** Renames a playlist, once: fails with a [ConditionalCheckFailedException] if another writer was faster. */
    override suspend fun changePlaylistName(playlistToken: String, newName: String): PlaylistInfo {
        // Read.
        val existing = load(playlistToken)
        // Modify.
        val newPlaylist = existing.copy(playlist_name = newName, playlist_version = existing.playlist_version + 1)
        // Write.
        return table.playlistInfo.save(newPlaylist, PlaylistInfo::playlist_version eq existing.playlist_version)
    }

    override suspend fun change(known: PlaylistInfo, change: Change): Accepted {
        val conflicts = mutableListOf<Conflict>()
        var existing = known
        while (true) {
            try {
                val written =
                    table.playlistInfo.save(
                        existing.changed(change),
                        PlaylistInfo::playlist_version eq existing.playlist_version,
                    )
                return Accepted(written, conflicts)
            } catch (conflict: ConditionalCheckFailedException) {
                val inTheWay = table.playlistInfo.itemIn(conflict).orElseThrow()
                conflicts += Conflict(existing.playlist_version, inTheWay.playlist_version)
                delay(Pause.millisAfterConflict())
                existing = load(existing.playlist_token)
            }
        }
    }
}
