package dev.tempest.docs.own

import dev.tempest.Index
import dev.tempest.Table
import dev.tempest.TableName
import dev.tempest.docs.model.AlbumInfo
import dev.tempest.docs.model.AlbumTrack
import dev.tempest.docs.model.PlaylistInfo
import dev.tempest.sdk2.InlineView
import dev.tempest.sdk2.LogicalDb
import dev.tempest.sdk2.LogicalTable
import dev.tempest.sdk2.SecondaryIndex
import software.amazon.awssdk.services.dynamodb.model.AttributeValue

@Table(
    partitionKey = "partition_key",
    sortKey = "sort_key",
    indexes =
        [
            Index(name = "artist_index", partitionKey = ["artist_name"], sortKey = ["release_date"]),
            Index(name = "title_index", sortKey = ["track_title"]),
        ],
)
interface MusicTable : LogicalTable<Map<String, AttributeValue>> {
    val albumInfo: InlineView<AlbumInfo.Key, AlbumInfo>
    val albumTracks: InlineView<AlbumTrack.Key, AlbumTrack>
    val playlistInfo: InlineView<PlaylistInfo.Key, PlaylistInfo>
    val albumInfoByArtist: SecondaryIndex<AlbumInfo.ArtistIndexOffset, AlbumInfo>
    val albumTracksByTitle: SecondaryIndex<AlbumTrack.TitleIndexOffset, AlbumTrack>
}

interface MusicDb : LogicalDb {
    @TableName("music_items") val music: MusicTable
}
