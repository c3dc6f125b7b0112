package dev.tempest.sdk2.migration;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What a migration did.
 *
 * @param migration the migration, as messages name it
 * @param counts what was done; with checkpoints, by all runs and processes
 * @param quarantined the items that could not be migrated, the first 1,000 of them
 * @param elapsed how long this run took
 */
public record MigrationReport(
        String migration, MigrationCounts counts, List<QuarantinedItem> quarantined, Duration elapsed) {

    /** Whether no item was left out. */
    public boolean isComplete() {
        return counts.quarantined() == 0;
    }

    /** The report in a few lines, for people. */
    public String text() {
        StringBuilder text = new StringBuilder(migration).append('\n');
        line(text, "read", counts.scanned());
        line(text, "changed", counts.changed());
        line(text, "unchanged", counts.unchanged());
        line(text, "conflicts, redone", counts.conflicts());
        line(text, "quarantined", counts.quarantined());
        text.append(String.format(
                Locale.ROOT,
                "  %,.0f read units, %,.0f write units, %,d s%n",
                counts.readUnits(),
                counts.writeUnits(),
                elapsed.toSeconds()));
        for (QuarantinedItem item : quarantined) {
            text.append("  ")
                    .append(item.key())
                    .append(": ")
                    .append(item.reason())
                    .append('\n');
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String name, long count) {
        text.append(String.format(Locale.ROOT, "  %-18s %,12d%n", name, count));
    }
}
