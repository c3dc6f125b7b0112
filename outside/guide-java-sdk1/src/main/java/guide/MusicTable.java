package guide;

import dev.tempest.sdk1.InlineView;
import dev.tempest.sdk1.LogicalTable;

public interface MusicTable extends LogicalTable<MusicItem> {
  InlineView<PlaylistInfo.Key, PlaylistInfo> playlistInfo();
}
