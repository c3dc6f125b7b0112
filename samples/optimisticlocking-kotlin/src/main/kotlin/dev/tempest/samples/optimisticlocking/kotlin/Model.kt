package dev.tempest.samples.optimisticlocking.kotlin

import dev.tempest.TableName
import dev.tempest.WriteToken
import dev.tempest.samples.kotlin.Playlist
import dev.tempest.samples.kotlin.VersionedPlaylist
import dev.tempest.sdk2.AsyncInlineView
import dev.tempest.sdk2.AsyncLogicalDb
import dev.tempest.sdk2.AsyncLogicalTable
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey

const val TABLE = "locking_playlists"

/** The raw item: all that a row may have. */
@DynamoDbBean
class PlaylistItem {
    @get:DynamoDbPartitionKey var partition_key: String? = null
    @get:DynamoDbSortKey var sort_key: String? = null
    var playlist_tracks: List<String>? = null
    var playlist_version: Long? = null
    var write_token: String? = null
}

/** Playlists by themselves. */
interface PlaylistDb : AsyncLogicalDb {
    @TableName(TABLE) val table: PlaylistTable
}

interface PlaylistTable : AsyncLogicalTable<PlaylistItem> {
    val playlists: AsyncInlineView<Playlist.Key, Playlist>
    val versioned: AsyncInlineView<VersionedPlaylist.Key, VersionedPlaylist>
}

/** The same table, whose items keep write tokens. */
interface TracedDb : AsyncLogicalDb {
    @TableName(TABLE) val table: TracedTable
}

@WriteToken("write_token")
interface TracedTable : AsyncLogicalTable<PlaylistItem> {
    val versioned: AsyncInlineView<VersionedPlaylist.Key, VersionedPlaylist>
}
