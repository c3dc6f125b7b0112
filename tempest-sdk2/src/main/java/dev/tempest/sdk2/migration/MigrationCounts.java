package dev.tempest.sdk2.migration;

/**
 * What a migration did so far. With checkpoints, these are the counts of all runs and processes together, up to the last
 * checkpoint of each segment. A process that is killed loses the counts of its last page: the items that it changed after the last
 * checkpoint then count as unchanged.
 *
 * @param scanned items that were read, those of other types included
 * @param changed items that were written as the current model has them
 * @param unchanged items of the type that were of the current model
 * @param conflicts how often another writer changed an item between its read and its write, so that it was migrated again
 * @param quarantined items that could not be read or migrated, and were left as they are
 * @param readUnits read units that the requests consumed
 * @param writeUnits write units that the requests consumed, those of failed conditions left out
 */
public record MigrationCounts(
        long scanned,
        long changed,
        long unchanged,
        long conflicts,
        long quarantined,
        double readUnits,
        double writeUnits) {

    /** Nothing was done. */
    public static final MigrationCounts NONE = new MigrationCounts(0, 0, 0, 0, 0, 0, 0);

    /** The sums of both. */
    public MigrationCounts plus(MigrationCounts other) {
        return new MigrationCounts(
                scanned + other.scanned,
                changed + other.changed,
                unchanged + other.unchanged,
                conflicts + other.conflicts,
                quarantined + other.quarantined,
                readUnits + other.readUnits,
                writeUnits + other.writeUnits);
    }
}
