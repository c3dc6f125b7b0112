package dev.tempest.docs.sdk1;

import dev.tempest.sdk1.LogicalDb;

public interface MusicDb extends LogicalDb {
    MusicTable music();
}
