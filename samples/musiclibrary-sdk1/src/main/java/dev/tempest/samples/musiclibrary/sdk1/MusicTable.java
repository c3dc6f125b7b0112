package dev.tempest.samples.musiclibrary.sdk1;

import dev.tempest.samples.items.AlbumInfo;
import dev.tempest.samples.items.AlbumTrack;
import dev.tempest.samples.items.PlaylistInfo;
import dev.tempest.sdk1.InlineView;
import dev.tempest.sdk1.LogicalTable;
import dev.tempest.sdk1.SecondaryIndex;

/**
 * Albums, their tracks, and playlists, side by side in one table. But for its imports this is the interface of SDK 2.x: the
 * items are the same classes, and lie in the table in the same way.
 */
public interface MusicTable extends LogicalTable<MusicItem> {
    InlineView<AlbumInfo.Key, AlbumInfo> albumInfo();

    InlineView<AlbumTrack.Key, AlbumTrack> albumTracks();

    InlineView<PlaylistInfo.Key, PlaylistInfo> playlistInfo();

    /** Albums of one artist, oldest first; a global index. */
    SecondaryIndex<AlbumInfo.ArtistIndexOffset, AlbumInfo> albumInfoByArtist();

    /** Albums of one kind (LP, EP, mix ...), oldest first; a global index. */
    SecondaryIndex<AlbumInfo.TypeIndexOffset, AlbumInfo> albumInfoByType();

    /** Tracks of one album by title; a local index. */
    SecondaryIndex<AlbumTrack.TitleIndexOffset, AlbumTrack> albumTracksByTitle();
}
