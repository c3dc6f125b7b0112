package dev.tempest.docs.sdk1;

import dev.tempest.docs.model.AlbumInfo;
import dev.tempest.docs.model.AlbumTrack;
import dev.tempest.docs.model.PlaylistInfo;
import dev.tempest.sdk1.InlineView;
import dev.tempest.sdk1.LogicalTable;
import dev.tempest.sdk1.SecondaryIndex;

public interface MusicTable extends LogicalTable<MusicItem> {
    InlineView<AlbumInfo.Key, AlbumInfo> albumInfo();

    InlineView<AlbumTrack.Key, AlbumTrack> albumTracks();

    InlineView<PlaylistInfo.Key, PlaylistInfo> playlistInfo();

    SecondaryIndex<AlbumInfo.ArtistIndexOffset, AlbumInfo> albumInfoByArtist();

    SecondaryIndex<AlbumTrack.TitleIndexOffset, AlbumTrack> albumTracksByTitle();
}
