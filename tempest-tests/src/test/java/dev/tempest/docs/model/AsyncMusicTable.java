package dev.tempest.docs.model;

import dev.tempest.sdk2.AsyncInlineView;
import dev.tempest.sdk2.AsyncLogicalTable;
import dev.tempest.sdk2.AsyncSecondaryIndex;

public interface AsyncMusicTable extends AsyncLogicalTable<MusicItem> {
    AsyncInlineView<AlbumInfo.Key, AlbumInfo> albumInfo();

    AsyncInlineView<AlbumTrack.Key, AlbumTrack> albumTracks();

    AsyncInlineView<PlaylistInfo.Key, PlaylistInfo> playlistInfo();

    AsyncSecondaryIndex<AlbumInfo.ArtistIndexOffset, AlbumInfo> albumInfoByArtist();
}
