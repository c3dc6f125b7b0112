package dev.tempest.sdk2.migration;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a migration would do, as a dry run found it.
 *
 * @param migration the migration, as messages name it
 * @param items the first ten items that would change, with their values
 * @param quarantined the items that could not be read or migrated, of those that were read
 * @param sample what was read, and what would be changed of it; its write units are those that the changes would consume
 * @param isWholeTable whether the sample is the whole table
 * @param expectedItems how many items the table has, by DynamoDB's own count, which is up to six hours old; 0 if that is not known
 * @param expected what the run would read, change and consume, projected from the sample; without indexes and conflicts
 * @param expectedTime how long it would take at the rates of the configuration; empty if there are none
 */
public record MigrationPreview(
        String migration,
        List<ChangedItem> items,
        List<QuarantinedItem> quarantined,
        MigrationCounts sample,
        boolean isWholeTable,
        long expectedItems,
        MigrationCounts expected,
        Optional<Duration> expectedTime) {

    /**
     * An item that would change.
     *
     * @param key each key attribute with the type and the text of its value
     * @param attributes those that would change, by their names
     */
    public record ChangedItem(String key, List<ChangedAttribute> attributes) {}

    /**
     * An attribute that would change, with its values as people read them.
     *
     * @param before null if the attribute would be added
     * @param after null if it would be removed
     */
    public record ChangedAttribute(
            String name, @Nullable String before, @Nullable String after) {}

    /** The preview in some lines, for people. */
    public String text() {
        StringBuilder text = new StringBuilder(migration).append(", dry run\n");
        for (ChangedItem item : items) {
            text.append("  ").append(item.key()).append('\n');
            for (ChangedAttribute attribute : item.attributes()) {
                line(text, '-', attribute.name(), attribute.before());
                line(text, '+', attribute.name(), attribute.after());
            }
        }
        for (QuarantinedItem item : quarantined) {
            text.append("  ")
                    .append(item.key())
                    .append(": ")
                    .append(item.reason())
                    .append('\n');
        }
        text.append(String.format(
                Locale.ROOT,
                "  read %,d items%s: %,d would change, %,d are unchanged, %,d cannot be migrated%n",
                sample.scanned(),
                isWholeTable ? ", the whole table" : " of about " + String.format(Locale.ROOT, "%,d", expectedItems),
                sample.changed(),
                sample.unchanged(),
                sample.quarantined()));
        text.append(String.format(
                Locale.ROOT,
                "  the run would change about %,d items, for about %,.0f read units and %,.0f write units, indexes not"
                        + " included%s%n",
                expected.changed(),
                expected.readUnits(),
                expected.writeUnits(),
                expectedTime
                        .map(time -> ", in about " + time.toSeconds() + " s")
                        .orElse("")));
        return text.toString();
    }

    private static void line(StringBuilder text, char sign, String name, @Nullable String value) {
        if (value != null) {
            text.append("    ")
                    .append(sign)
                    .append(' ')
                    .append(name)
                    .append(' ')
                    .append(value)
                    .append('\n');
        }
    }
}
