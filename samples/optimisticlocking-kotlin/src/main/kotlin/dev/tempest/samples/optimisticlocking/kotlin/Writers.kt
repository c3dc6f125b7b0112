package dev.tempest.samples.optimisticlocking.kotlin

import dev.tempest.kotlin.eq
import dev.tempest.samples.kotlin.Playlist
import dev.tempest.samples.kotlin.VersionedPlaylist
import dev.tempest.samples.kotlin.Writer
import dev.tempest.sdk2.AsyncInlineView
import dev.tempest.sdk2.AsyncView
import dev.tempest.sdk2.ConditionalWrites
import dev.tempest.sdk2.kotlin.load
import dev.tempest.sdk2.kotlin.save
import dev.tempest.sdk2.kotlin.update
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException

/** Reads, changes, writes: the last one wins. */
fun unguarded(playlists: AsyncInlineView<Playlist.Key, Playlist>) = Writer { token, track ->
    val existing = checkNotNull(playlists.load(Playlist.Key(token), consistentReads = true))
    playlists.save(existing.copy(playlist_tracks = existing.playlist_tracks + track))
}

/** As the guide has it: writes on the condition that nobody else did, and else begins again. */
fun guardedByHand(playlists: AsyncInlineView<Playlist.Key, Playlist>) = Writer { token, track ->
    while (true) {
        // Read.
        val existing = checkNotNull(playlists.load(Playlist.Key(token), consistentReads = true))
        // Modify.
        val changed =
            existing.copy(
                playlist_tracks = existing.playlist_tracks + track,
                playlist_version = existing.playlist_version + 1,
            )
        // Write.
        try {
            playlists.save(changed, Playlist::playlist_version eq existing.playlist_version)
            break
        } catch (_: ConditionalCheckFailedException) {
            // Another writer was faster, or so it seems.
        }
    }
}

/** By one call; the writer knows its own write by its trace. */
fun traced(db: TracedDb) = updating(db.table.versioned)

/** By one call; DynamoDB knows the write again. */
fun transactional(db: PlaylistDb) = updating(db.table.versioned.with(ConditionalWrites.TRANSACTIONAL))

private fun updating(playlists: AsyncView<VersionedPlaylist.Key, VersionedPlaylist>) = Writer { token, track ->
    playlists.update(VersionedPlaylist.Key(token)) { it.copy(playlist_tracks = it.playlist_tracks + track) }
}
