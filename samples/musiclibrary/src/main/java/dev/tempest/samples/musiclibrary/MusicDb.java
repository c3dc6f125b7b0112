package dev.tempest.samples.musiclibrary;

import dev.tempest.TableName;
import dev.tempest.sdk2.LogicalDb;

/** The database: a single table, as single-table design has it. */
public interface MusicDb extends LogicalDb {
    /** The name of the only table. */
    String MUSIC_TABLE_NAME = "music_items";

    @TableName(MUSIC_TABLE_NAME)
    MusicTable music();
}
