package dev.tempest.tests.sdk1.guide;

import dev.tempest.sdk1.InlineView;
import dev.tempest.sdk1.LogicalTable;
import dev.tempest.tests.guide.PlaylistInfo;

// The guide's code as it stands.
// spotless:off
public interface MusicTable extends LogicalTable<MusicItem> {
    InlineView<PlaylistInfo.Key, PlaylistInfo> playlistInfo();
}
