package dev.tempest.samples.optimisticlocking;

import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.WriteToken;
import dev.tempest.samples.items.Playlist;
import dev.tempest.samples.items.VersionedPlaylist;
import dev.tempest.sdk2.AsyncInlineView;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncLogicalTable;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One DynamoDB table, seen in two ways. */
public interface PlaylistDb extends LogicalDb {
    /** The table's name. */
    String TABLE = "locking_playlists";

    /** Playlists by themselves. */
    @TableName(TABLE)
    PlainTable plain();

    /** A table of playlists without a token. */
    @Table(partitionKey = "partition_key", sortKey = "sort_key")
    interface PlainTable extends LogicalTable<Map<String, AttributeValue>> {
        /** Playlists whose writers look after the version. */
        InlineView<Playlist.Key, Playlist> playlists();

        /** Playlists whose version Tempest looks after. */
        InlineView<VersionedPlaylist.Key, VersionedPlaylist> versioned();
    }

    /** The same table, whose items keep write tokens. */
    @WriteToken("write_token")
    @Table(partitionKey = "partition_key", sortKey = "sort_key")
    interface TracedTable extends LogicalTable<Map<String, AttributeValue>> {
        /** Playlists whose version Tempest looks after. */
        InlineView<VersionedPlaylist.Key, VersionedPlaylist> versioned();
    }

    /** The same table, asynchronously. */
    interface Async extends AsyncLogicalDb {
        /** Playlists by themselves. */
        @TableName(TABLE)
        AsyncTable plain();
    }

    /** The playlists of an asynchronous database. */
    @Table(partitionKey = "partition_key", sortKey = "sort_key")
    interface AsyncTable extends AsyncLogicalTable<Map<String, AttributeValue>> {
        /** Playlists whose version Tempest looks after. */
        AsyncInlineView<VersionedPlaylist.Key, VersionedPlaylist> versioned();
    }

    /** A database in which writers know their own writes. */
    interface Traced extends LogicalDb {
        /** Playlists with write tokens. */
        @TableName(TABLE)
        TracedTable traced();
    }
}
