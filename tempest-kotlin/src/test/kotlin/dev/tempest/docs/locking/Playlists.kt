package dev.tempest.docs.locking

import dev.tempest.Attribute
import dev.tempest.TableName
import dev.tempest.Version
import dev.tempest.WriteToken
import dev.tempest.sdk2.AsyncInlineView
import dev.tempest.sdk2.AsyncLogicalDb
import dev.tempest.sdk2.AsyncLogicalTable
import dev.tempest.sdk2.InlineView
import dev.tempest.sdk2.LogicalDb
import dev.tempest.sdk2.LogicalTable
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey

data class Playlist(
    @Attribute(name = "partition_key") val playlist_token: String,
    val playlist_name: String = "Untitled",
    val playlist_tracks: List<String> = listOf(),
    val play_count: Long? = null,
    val skip_count: Long? = null,
    @Version val playlist_version: Long = 0,
) {
    @Attribute(prefix = "INFO_") val sort_key: String = ""

    data class Key(val playlist_token: String) {
        val sort_key: String = ""
    }
}

@DynamoDbBean
class PlaylistItem {
    @get:DynamoDbPartitionKey var partition_key: String? = null
    @get:DynamoDbSortKey var sort_key: String? = null
    var playlist_name: String? = null
    var playlist_tracks: List<String>? = null
    var play_count: Long? = null
    var skip_count: Long? = null
    var playlist_version: Long? = null
    var write_token: String? = null
}

interface PlaylistTable : LogicalTable<PlaylistItem> {
    val playlists: InlineView<Playlist.Key, Playlist>
}

interface PlaylistDb : LogicalDb {
    @TableName("playlists") val music: PlaylistTable
}

@WriteToken("write_token")
interface TracedTable : LogicalTable<PlaylistItem> {
    val playlists: InlineView<Playlist.Key, Playlist>
}

interface TracedDb : LogicalDb {
    @TableName("playlists") val music: TracedTable
}

interface AsyncPlaylistTable : AsyncLogicalTable<PlaylistItem> {
    val playlists: AsyncInlineView<Playlist.Key, Playlist>
}

interface AsyncPlaylistDb : AsyncLogicalDb {
    @TableName("playlists") val music: AsyncPlaylistTable
}
