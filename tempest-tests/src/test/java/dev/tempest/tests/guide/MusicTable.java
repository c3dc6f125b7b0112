package dev.tempest.tests.guide;

import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalTable;

// The guide's code as it stands.
// spotless:off
public interface MusicTable extends LogicalTable<MusicItem> {
    InlineView<PlaylistInfo.Key, PlaylistInfo> playlistInfo();
}
