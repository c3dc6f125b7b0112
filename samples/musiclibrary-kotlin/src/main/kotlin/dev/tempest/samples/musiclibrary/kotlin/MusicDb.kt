package dev.tempest.samples.musiclibrary.kotlin

import dev.tempest.Index
import dev.tempest.Table
import dev.tempest.TableName
import dev.tempest.samples.kotlin.AlbumInfo
import dev.tempest.samples.kotlin.AlbumTrack
import dev.tempest.samples.kotlin.PlaylistInfo
import dev.tempest.sdk2.AsyncInlineView
import dev.tempest.sdk2.AsyncLogicalDb
import dev.tempest.sdk2.AsyncLogicalTable
import dev.tempest.sdk2.AsyncSecondaryIndex
import software.amazon.awssdk.services.dynamodb.model.AttributeValue

const val MUSIC_TABLE = "music_items"

/** The database: a single table, as single-table design has it. */
interface MusicDb : AsyncLogicalDb {
    @TableName(MUSIC_TABLE) val music: MusicTable
}

/** Albums, their tracks, and playlists, side by side in one table. */
@Table(
    partitionKey = "partition_key",
    sortKey = "sort_key",
    indexes =
        [
            Index(name = "artist_index", partitionKey = ["artist_name"], sortKey = ["release_date"]),
            Index(name = "type_index", partitionKey = ["release_type"], sortKey = ["release_date"]),
            Index(name = "album_track_title_index", sortKey = ["track_title"]),
        ],
)
interface MusicTable : AsyncLogicalTable<Map<String, AttributeValue>> {
    val albumInfo: AsyncInlineView<AlbumInfo.Key, AlbumInfo>
    val albumTracks: AsyncInlineView<AlbumTrack.Key, AlbumTrack>
    val playlistInfo: AsyncInlineView<PlaylistInfo.Key, PlaylistInfo>

    /** Albums of one artist, oldest first; a global index. */
    val albumInfoByArtist: AsyncSecondaryIndex<AlbumInfo.ArtistIndexOffset, AlbumInfo>

    /** Albums of one kind (LP, EP, mix ...), oldest first; a global index. */
    val albumInfoByType: AsyncSecondaryIndex<AlbumInfo.TypeIndexOffset, AlbumInfo>

    /** Tracks of one album by title; a local index. */
    val albumTracksByTitle: AsyncSecondaryIndex<AlbumTrack.TitleIndexOffset, AlbumTrack>
}
