package dev.tempest.docs.locking;

import dev.tempest.TableName;
import dev.tempest.sdk2.LogicalDb;

public interface PlaylistDb extends LogicalDb {
    @TableName("playlists")
    PlaylistTable music();
}
