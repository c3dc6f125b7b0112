package dev.tempest.sdk2.migration;

import dev.tempest.sdk2.LogicalDb;

/** A migration with its database, for {@link MigrateItems}. An implementation has a constructor without parameters. */
public interface MigrationJob {
    /** The database. */
    LogicalDb database();

    /** The migration. */
    Migration<?> migration();

    /** How the migration runs, unless the arguments of the program say something else. */
    default MigrationConfig config() {
        return MigrationConfig.defaults();
    }
}
