package dev.tempest.samples.optimisticlocking;

import static dev.tempest.Attributes.attr;
import static java.util.Objects.requireNonNull;

import dev.tempest.samples.contest.Contest.Writer;
import dev.tempest.samples.items.Playlist;
import dev.tempest.samples.items.VersionedPlaylist;
import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.View;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The ways to add a track to a playlist. */
final class Writers {
    private Writers() {}

    /** Reads, changes, writes: the last one wins. */
    static Writer unguarded(PlaylistDb db) {
        InlineView<Playlist.Key, Playlist> playlists = db.plain().playlists();
        return (token, track) -> {
            Playlist existing = requireNonNull(playlists.load(new Playlist.Key(token), true));
            playlists.save(existing.with(track));
        };
    }

    /** As the guide has it: writes on the condition that nobody else did, and else begins again. */
    static Writer guardedByHand(PlaylistDb db) {
        InlineView<Playlist.Key, Playlist> playlists = db.plain().playlists();
        return (token, track) -> {
            while (true) {
                // Read.
                Playlist existing = requireNonNull(playlists.load(new Playlist.Key(token), true));
                try {
                    // Modify and write.
                    playlists.save(
                            existing.with(track),
                            attr(Playlist::playlist_version).eq(existing.playlist_version()));
                    return;
                } catch (ConditionalCheckFailedException e) {
                    // Another writer was faster, or so it seems.
                }
            }
        };
    }

    /** By one call; the writer knows its own write by its trace. */
    static Writer traced(PlaylistDb.Traced db) {
        return updating(db.traced().versioned());
    }

    /** By one call; DynamoDB knows the write again. */
    static Writer transactional(PlaylistDb db) {
        return updating(db.plain().versioned().with(ConditionalWrites.TRANSACTIONAL));
    }

    private static Writer updating(View<VersionedPlaylist.Key, VersionedPlaylist> playlists) {
        return (token, track) -> playlists.update(new VersionedPlaylist.Key(token), playlist -> playlist.with(track));
    }
}
