package dev.tempest.docs.model;

import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.SecondaryIndex;

public interface MusicTable extends LogicalTable<MusicItem> {
    InlineView<AlbumInfo.Key, AlbumInfo> albumInfo();

    InlineView<AlbumTrack.Key, AlbumTrack> albumTracks();

    InlineView<PlaylistInfo.Key, PlaylistInfo> playlistInfo();

    SecondaryIndex<AlbumInfo.ArtistIndexOffset, AlbumInfo> albumInfoByArtist();

    SecondaryIndex<AlbumTrack.TitleIndexOffset, AlbumTrack> albumTracksByTitle();
}
