package dev.tempest.samples.optimisticlocking.sdk1;

import dev.tempest.samples.items.Playlist;
import dev.tempest.samples.items.VersionedPlaylist;
import dev.tempest.sdk1.InlineView;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.sdk1.LogicalTable;

/** One DynamoDB table, seen in two ways. */
public interface PlaylistDb extends LogicalDb {
    PlainTable plain();

    /** A table of playlists. */
    interface PlainTable extends LogicalTable<PlaylistItem> {
        /** Playlists whose writers look after the version. */
        InlineView<Playlist.Key, Playlist> playlists();

        /** Playlists whose version Tempest looks after. */
        InlineView<VersionedPlaylist.Key, VersionedPlaylist> versioned();
    }

    /** The same table, with the mapper's version. */
    interface MappedTable extends LogicalTable<PlaylistItem.Versioned> {
        /** Playlists whose version the mapper's annotation looks after. */
        InlineView<Playlist.Key, Playlist> playlists();
    }

    /** A database whose raw items have the mapper's version. */
    interface Mapped extends LogicalDb {
        MappedTable mapped();
    }
}
