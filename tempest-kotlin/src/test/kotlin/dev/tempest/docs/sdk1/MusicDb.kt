package dev.tempest.docs.sdk1

import dev.tempest.docs.model.AlbumInfo
import dev.tempest.docs.model.AlbumTrack
import dev.tempest.docs.model.PlaylistInfo
import dev.tempest.sdk1.InlineView
import dev.tempest.sdk1.LogicalDb
import dev.tempest.sdk1.LogicalTable
import dev.tempest.sdk1.SecondaryIndex

interface MusicDb : LogicalDb {
    val music: MusicTable
}

interface MusicTable : LogicalTable<MusicItem> {
    val albumInfo: InlineView<AlbumInfo.Key, AlbumInfo>
    val albumTracks: InlineView<AlbumTrack.Key, AlbumTrack>
    val playlistInfo: InlineView<PlaylistInfo.Key, PlaylistInfo>
    val albumInfoByArtist: SecondaryIndex<AlbumInfo.ArtistIndexOffset, AlbumInfo>
    val albumTracksByTitle: SecondaryIndex<AlbumTrack.TitleIndexOffset, AlbumTrack>
}
