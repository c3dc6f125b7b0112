package dev.tempest.samples.optimisticlocking.sdk1.kotlin

import com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException
import com.amazonaws.services.dynamodbv2.model.TransactionCanceledException
import dev.tempest.kotlin.eq
import dev.tempest.samples.kotlin.Playlist
import dev.tempest.samples.kotlin.VersionedPlaylist
import dev.tempest.samples.kotlin.Writer
import dev.tempest.sdk1.View
import dev.tempest.sdk1.kotlin.load
import dev.tempest.sdk1.kotlin.transactionWriteSet
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext

/** Reads, changes, writes: the last one wins. */
fun unguarded(db: PlaylistDb) = writer { token, track ->
    val existing = db.table.playlists.read(token)
    db.table.playlists.save(existing.copy(playlist_tracks = existing.playlist_tracks + track))
}

/** As the guide has it: writes on the condition that nobody else did. */
fun guardedByHand(db: PlaylistDb) = writer { token, track ->
    // Read.
    val existing = db.table.playlists.read(token)
    // Modify.
    val newPlaylist =
        existing.copy(
            playlist_tracks = existing.playlist_tracks + track,
            playlist_version = existing.playlist_version + 1,
        )
    // Write.
    db.table.playlists.save(newPlaylist, Playlist::playlist_version eq existing.playlist_version)
}

/** The mapper's annotation on the raw item makes the condition, and moves the version on. */
fun versionedByTheMapper(db: MappedDb) = writer { token, track ->
    val existing = db.table.playlists.read(token)
    db.table.playlists.save(existing.copy(playlist_tracks = existing.playlist_tracks + track))
}

/** Tempest's annotation on the item type does. */
fun versioned(db: PlaylistDb) = writer { token, track -> db.table.versioned.save(db.read(token) + track) }

/** Checks first whether the change is stored: its response may have been lost. */
fun looking(db: PlaylistDb) = writer { token, track ->
    val existing = db.read(token)
    if (track !in existing.playlist_tracks) {
        db.table.versioned.save(existing + track)
    }
}

/** Writes in a transaction: if the response is lost, DynamoDB recognises the retry by the request's token. */
fun transactional(db: PlaylistDb) = writer { token, track ->
    val changed = db.read(token) + track
    db.transactionWrite(transactionWriteSet { save(changed) })
}

/** Makes an attempt again and again until no other writer was faster. SDK 1.x blocks meanwhile. */
private fun writer(attempt: (token: String, track: String) -> Unit) = Writer { token, track ->
    withContext(Dispatchers.IO) {
        while (true) {
            try {
                attempt(token, track)
                break
            } catch (_: ConditionalCheckFailedException) {
                // Another writer was faster, or so it seems.
            } catch (_: TransactionCanceledException) {
                // The same, of a transaction.
            }
        }
    }
}

private fun View<Playlist.Key, Playlist>.read(token: String): Playlist =
    checkNotNull(load(Playlist.Key(token), consistentReads = true))

private fun PlaylistDb.read(token: String): VersionedPlaylist =
    checkNotNull(table.versioned.load(VersionedPlaylist.Key(token), consistentReads = true))

private operator fun VersionedPlaylist.plus(track: String) = copy(playlist_tracks = playlist_tracks + track)
