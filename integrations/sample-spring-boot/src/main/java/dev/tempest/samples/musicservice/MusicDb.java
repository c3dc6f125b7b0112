package dev.tempest.samples.musicservice;

import dev.tempest.TableName;
import dev.tempest.sdk2.LogicalDb;

public interface MusicDb extends LogicalDb {
    @TableName("music_items")
    MusicTable music();
}
