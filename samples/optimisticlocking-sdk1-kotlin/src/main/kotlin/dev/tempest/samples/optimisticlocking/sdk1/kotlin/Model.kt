package dev.tempest.samples.optimisticlocking.sdk1.kotlin

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBHashKey
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBRangeKey
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTable
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBVersionAttribute
import dev.tempest.samples.kotlin.Playlist
import dev.tempest.samples.kotlin.VersionedPlaylist
import dev.tempest.sdk1.InlineView
import dev.tempest.sdk1.LogicalDb
import dev.tempest.sdk1.LogicalTable

const val TABLE = "locking_playlists"

/** The raw item: all that a row may have. */
@DynamoDBTable(tableName = TABLE)
open class PlaylistItem {
    @get:DynamoDBHashKey var partition_key: String? = null
    @get:DynamoDBRangeKey var sort_key: String? = null
    var playlist_tracks: List<String>? = null
    open var playlist_version: Long? = null
}

/** The same items, whose version the mapper's own annotation guards. */
@DynamoDBTable(tableName = TABLE)
class MappedPlaylistItem : PlaylistItem() {
    @get:DynamoDBVersionAttribute override var playlist_version: Long? = null
}

interface PlaylistDb : LogicalDb {
    val table: PlaylistTable
}

interface PlaylistTable : LogicalTable<PlaylistItem> {
    /** Playlists whose writers look after the version. */
    val playlists: InlineView<Playlist.Key, Playlist>

    /** Playlists whose version Tempest looks after. */
    val versioned: InlineView<VersionedPlaylist.Key, VersionedPlaylist>
}

/** The same table, with the mapper's version. */
interface MappedDb : LogicalDb {
    val table: MappedTable
}

interface MappedTable : LogicalTable<MappedPlaylistItem> {
    val playlists: InlineView<Playlist.Key, Playlist>
}
