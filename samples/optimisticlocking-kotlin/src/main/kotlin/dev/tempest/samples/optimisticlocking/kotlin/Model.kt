package dev.tempest.samples.optimisticlocking.kotlin

import dev.tempest.Table
import dev.tempest.TableName
import dev.tempest.WriteToken
import dev.tempest.samples.kotlin.Playlist
import dev.tempest.samples.kotlin.VersionedPlaylist
import dev.tempest.sdk2.AsyncInlineView
import dev.tempest.sdk2.AsyncLogicalDb
import dev.tempest.sdk2.AsyncLogicalTable
import software.amazon.awssdk.services.dynamodb.model.AttributeValue

const val TABLE = "locking_playlists"

/** Playlists by themselves. */
interface PlaylistDb : AsyncLogicalDb {
    @TableName(TABLE) val table: PlaylistTable
}

@Table(partitionKey = "partition_key", sortKey = "sort_key")
interface PlaylistTable : AsyncLogicalTable<Map<String, AttributeValue>> {
    val playlists: AsyncInlineView<Playlist.Key, Playlist>
    val versioned: AsyncInlineView<VersionedPlaylist.Key, VersionedPlaylist>
}

/** The same table, whose items keep write tokens. */
interface TracedDb : AsyncLogicalDb {
    @TableName(TABLE) val table: TracedTable
}

@WriteToken("write_token")
@Table(partitionKey = "partition_key", sortKey = "sort_key")
interface TracedTable : AsyncLogicalTable<Map<String, AttributeValue>> {
    val versioned: AsyncInlineView<VersionedPlaylist.Key, VersionedPlaylist>
}
