package dev.tempest.docs.locking;

import dev.tempest.WriteToken;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalTable;

// doc: traced table
@WriteToken("write_token")
public interface TracedTable extends LogicalTable<PlaylistItem> {
    InlineView<Playlist.Key, Playlist> playlists();
}
// doc: end
