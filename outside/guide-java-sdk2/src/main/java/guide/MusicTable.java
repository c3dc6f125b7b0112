package guide;

import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalTable;

public interface MusicTable extends LogicalTable<MusicItem> {
  InlineView<PlaylistInfo.Key, PlaylistInfo> playlistInfo();
}
