package dev.tempest.docs.model

import dev.tempest.TableName
import dev.tempest.sdk2.AsyncInlineView
import dev.tempest.sdk2.AsyncLogicalDb
import dev.tempest.sdk2.AsyncLogicalTable
import dev.tempest.sdk2.AsyncSecondaryIndex
import dev.tempest.sdk2.InlineView
import dev.tempest.sdk2.LogicalDb
import dev.tempest.sdk2.LogicalTable
import dev.tempest.sdk2.SecondaryIndex

interface MusicDb : LogicalDb {
    @TableName("music_items") val music: MusicTable
}

interface MusicTable : LogicalTable<MusicItem> {
    val albumInfo: InlineView<AlbumInfo.Key, AlbumInfo>
    val albumTracks: InlineView<AlbumTrack.Key, AlbumTrack>
    val playlistInfo: InlineView<PlaylistInfo.Key, PlaylistInfo>
    val albumInfoByArtist: SecondaryIndex<AlbumInfo.ArtistIndexOffset, AlbumInfo>
    val albumTracksByTitle: SecondaryIndex<AlbumTrack.TitleIndexOffset, AlbumTrack>
}

interface AsyncMusicDb : AsyncLogicalDb {
    @TableName("music_items") val music: AsyncMusicTable
}

interface AsyncMusicTable : AsyncLogicalTable<MusicItem> {
    val albumInfo: AsyncInlineView<AlbumInfo.Key, AlbumInfo>
    val albumTracks: AsyncInlineView<AlbumTrack.Key, AlbumTrack>
    val playlistInfo: AsyncInlineView<PlaylistInfo.Key, PlaylistInfo>
    val albumInfoByArtist: AsyncSecondaryIndex<AlbumInfo.ArtistIndexOffset, AlbumInfo>
}
