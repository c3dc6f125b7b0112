package dev.tempest.samples.musiclibrary;

import dev.tempest.samples.musiclibrary.model.MusicDb;
import dev.tempest.samples.musiclibrary.model.MusicItem;
import dev.tempest.samples.musiclibrary.model.MusicTable;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;

/** What the tests with a database share. */
public final class MusicTables {
    private MusicTables() {}

    /** An extension that gives each test an empty table. */
    public static TestDb testDb() {
        return TestDb.of(TestTable.create(MusicDb.MUSIC_TABLE_NAME, MusicItem.class));
    }

    /** The running test's table. */
    public static MusicTable of(TestDb db) {
        return LogicalDb.create(MusicDb.class, db.enhancedClient()).music();
    }
}
