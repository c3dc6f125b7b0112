package dev.tempest.samples.musiclibrary.sdk1;

import dev.tempest.sdk1.LogicalDb;

/** The database: a single table, as single-table design has it. {@link MusicItem} names it. */
public interface MusicDb extends LogicalDb {
    MusicTable music();
}
