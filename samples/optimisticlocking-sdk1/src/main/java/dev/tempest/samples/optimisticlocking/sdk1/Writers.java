package dev.tempest.samples.optimisticlocking.sdk1;

import static com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.ConsistentReads.CONSISTENT;
import static dev.tempest.Attributes.attr;
import static java.util.Objects.requireNonNull;

import com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException;
import com.amazonaws.services.dynamodbv2.model.TransactionCanceledException;
import dev.tempest.samples.contest.Contest.Writer;
import dev.tempest.samples.items.Playlist;
import dev.tempest.samples.items.VersionedPlaylist;
import dev.tempest.sdk1.TransactionWriteSet;
import dev.tempest.sdk1.View;

/** The ways to add a track to a playlist. */
final class Writers {
    private Writers() {}

    /** Reads, changes, writes: the last one wins. */
    static Writer unguarded(PlaylistDb db) {
        var playlists = db.plain().playlists();
        return (token, track) -> playlists.save(read(playlists, token).with(track));
    }

    /** As the guide has it: writes on the condition that nobody else did, and else begins again. */
    static Writer guardedByHand(PlaylistDb db) {
        var playlists = db.plain().playlists();
        return (token, track) -> untilAccepted(() -> {
            // Read.
            Playlist existing = read(playlists, token);
            // Modify and write.
            playlists.save(
                    existing.with(track), attr(Playlist::playlist_version).eq(existing.playlist_version()));
        });
    }

    /** The mapper's annotation on the raw item makes the condition, and moves the version on. */
    static Writer versionedByTheMapper(PlaylistDb.Mapped db) {
        var playlists = db.mapped().playlists();
        return (token, track) ->
                untilAccepted(() -> playlists.save(read(playlists, token).withoutANewVersion(track)));
    }

    /** Tempest's annotation on the item type does. */
    static Writer versioned(PlaylistDb db) {
        var playlists = db.plain().versioned();
        return (token, track) -> untilAccepted(
                () -> playlists.save(readVersioned(playlists, token).with(track)));
    }

    /** Tries again, too, but checks first whether the change is stored: its response may have been lost. */
    static Writer looking(PlaylistDb db) {
        var playlists = db.plain().versioned();
        return (token, track) -> untilAccepted(() -> {
            VersionedPlaylist existing = readVersioned(playlists, token);
            if (!existing.playlist_tracks().contains(track)) {
                playlists.save(existing.with(track));
            }
        });
    }

    /** Writes in a transaction: if the response is lost, DynamoDB recognises the retry by the request's token. */
    static Writer transactional(PlaylistDb db) {
        var playlists = db.plain().versioned();
        return (token, track) -> untilAccepted(() -> db.transactionWrite(TransactionWriteSet.builder()
                .save(readVersioned(playlists, token).with(track))
                .build()));
    }

    private static Playlist read(View<Playlist.Key, Playlist> playlists, String token) {
        return requireNonNull(playlists.load(new Playlist.Key(token), CONSISTENT));
    }

    private static VersionedPlaylist readVersioned(
            View<VersionedPlaylist.Key, VersionedPlaylist> playlists, String token) {
        return requireNonNull(playlists.load(new VersionedPlaylist.Key(token), CONSISTENT));
    }

    private static void untilAccepted(Runnable attempt) {
        while (true) {
            try {
                attempt.run();
                return;
            } catch (ConditionalCheckFailedException | TransactionCanceledException e) {
                // Another writer was faster, or so it seems.
            }
        }
    }
}
