package dev.tempest.docs.locking;

import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalTable;

public interface PlaylistTable extends LogicalTable<PlaylistItem> {
    InlineView<Playlist.Key, Playlist> playlists();
}
