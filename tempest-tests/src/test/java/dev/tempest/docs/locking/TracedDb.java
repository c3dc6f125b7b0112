package dev.tempest.docs.locking;

import dev.tempest.TableName;
import dev.tempest.sdk2.LogicalDb;

public interface TracedDb extends LogicalDb {
    @TableName("playlists")
    TracedTable music();
}
