package dev.tempest.samples.optimisticlocking

import dev.tempest.Attribute
import dev.tempest.TableName
import dev.tempest.Version
import dev.tempest.WriteToken
import dev.tempest.sdk2.AsyncInlineView
import dev.tempest.sdk2.AsyncLogicalDb
import dev.tempest.sdk2.AsyncLogicalTable
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey

const val TABLE = "playlists"

/** The raw item: all that a row may have. */
@DynamoDbBean
class PlaylistItem {
    @get:DynamoDbPartitionKey var partition_key: String? = null
    @get:DynamoDbSortKey var sort_key: String? = null
    var playlist_tracks: List<String>? = null
    var playlist_version: Long? = null
    var write_token: String? = null
}

/** A playlist whose writers look after the version. */
data class Playlist(
    @Attribute(name = "partition_key") val playlist_token: String,
    val playlist_tracks: List<String> = emptyList(),
    val playlist_version: Long = 1,
) {
    @Attribute(prefix = "INFO_") val sort_key: String = ""

    data class Key(val playlist_token: String) {
        val sort_key: String = ""
    }
}

/** A playlist whose version Tempest checks and moves on. */
data class VersionedPlaylist(
    @Attribute(name = "partition_key") val playlist_token: String,
    val playlist_tracks: List<String> = emptyList(),
    @Version val playlist_version: Long = 0,
) {
    @Attribute(prefix = "INFO_") val sort_key: String = ""

    data class Key(val playlist_token: String) {
        val sort_key: String = ""
    }
}

/** Playlists by themselves. */
interface PlaylistDb : AsyncLogicalDb {
    @TableName(TABLE) val table: PlaylistTable
}

interface PlaylistTable : AsyncLogicalTable<PlaylistItem> {
    val playlists: AsyncInlineView<Playlist.Key, Playlist>
    val versioned: AsyncInlineView<VersionedPlaylist.Key, VersionedPlaylist>
}

/** The same table, in whose items writers leave their traces. */
interface TracedDb : AsyncLogicalDb {
    @TableName(TABLE) val table: TracedTable
}

@WriteToken("write_token")
interface TracedTable : AsyncLogicalTable<PlaylistItem> {
    val versioned: AsyncInlineView<VersionedPlaylist.Key, VersionedPlaylist>
}
