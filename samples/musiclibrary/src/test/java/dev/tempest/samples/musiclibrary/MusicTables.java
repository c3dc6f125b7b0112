package dev.tempest.samples.musiclibrary;

import dev.tempest.sdk2.LogicalDb;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;

/** What the tests with a database share. */
final class MusicTables {
    private MusicTables() {}

    /** An extension that gives each test an empty table. */
    static TestDb testDb() {
        return TestDb.of(TestTable.create(MusicDb.MUSIC_TABLE_NAME, MusicTable.class));
    }

    /** The running test's table. */
    static MusicTable of(TestDb db) {
        return LogicalDb.create(MusicDb.class, db.enhancedClient()).music();
    }
}
