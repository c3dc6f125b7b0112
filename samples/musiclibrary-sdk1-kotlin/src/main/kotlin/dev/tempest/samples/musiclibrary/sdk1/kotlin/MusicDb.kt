package dev.tempest.samples.musiclibrary.sdk1.kotlin

import dev.tempest.samples.kotlin.AlbumInfo
import dev.tempest.samples.kotlin.AlbumTrack
import dev.tempest.samples.kotlin.PlaylistInfo
import dev.tempest.sdk1.InlineView
import dev.tempest.sdk1.LogicalDb
import dev.tempest.sdk1.LogicalTable
import dev.tempest.sdk1.SecondaryIndex

/** The database: a single table, as single-table design has it. [MusicItem] names it. */
interface MusicDb : LogicalDb {
    val music: MusicTable
}

/** Albums, their tracks, and playlists, side by side in one table. */
interface MusicTable : LogicalTable<MusicItem> {
    val albumInfo: InlineView<AlbumInfo.Key, AlbumInfo>
    val albumTracks: InlineView<AlbumTrack.Key, AlbumTrack>
    val playlistInfo: InlineView<PlaylistInfo.Key, PlaylistInfo>

    /** Albums of one artist, oldest first; a global index. */
    val albumInfoByArtist: SecondaryIndex<AlbumInfo.ArtistIndexOffset, AlbumInfo>

    /** Albums of one kind (LP, EP, mix ...), oldest first; a global index. */
    val albumInfoByType: SecondaryIndex<AlbumInfo.TypeIndexOffset, AlbumInfo>

    /** Tracks of one album by title; a local index. */
    val albumTracksByTitle: SecondaryIndex<AlbumTrack.TitleIndexOffset, AlbumTrack>
}
