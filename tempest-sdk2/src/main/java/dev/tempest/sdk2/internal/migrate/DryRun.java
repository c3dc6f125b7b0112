package dev.tempest.sdk2.internal.migrate;

import dev.tempest.UnreadableItemException;
import dev.tempest.sdk2.internal.mapping.ItemMapper;
import dev.tempest.sdk2.internal.picture.ShownAttributeValue;
import dev.tempest.sdk2.internal.read.RowScan;
import dev.tempest.sdk2.internal.read.RowScan.Rows;
import dev.tempest.sdk2.internal.request.Futures;
import dev.tempest.sdk2.internal.request.Requests;
import dev.tempest.sdk2.internal.schema.value.SdkValues;
import dev.tempest.sdk2.internal.write.ItemMigration;
import dev.tempest.sdk2.migration.MigrationConfig;
import dev.tempest.sdk2.migration.MigrationCounts;
import dev.tempest.sdk2.migration.MigrationPreview;
import dev.tempest.sdk2.migration.MigrationPreview.ChangedAttribute;
import dev.tempest.sdk2.migration.MigrationPreview.ChangedItem;
import dev.tempest.sdk2.migration.QuarantinedItem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads the beginning of a table, and finds out what a migration would make of it. Writes nothing. */
final class DryRun {
    private static final int SHOWN = 10;
    /** Enough to project from. */
    private static final int SAMPLE = 1_000;
    /** Where few items would change, all of this is read to find them. */
    private static final int MOST_SCANNED = 10_000;

    private final ItemMigration<?> items;
    private final ItemMapper<?> mapper;
    private final String name;
    private final List<ChangedItem> shown = new ArrayList<>();
    private final List<QuarantinedItem> quarantined = new ArrayList<>();
    private long scanned;
    private long changed;
    private long unchanged;
    private long unreadable;
    private double writeUnits;

    private DryRun(ItemMigration<?> items, String name) {
        this.items = items;
        this.mapper = items.mapper();
        this.name = name;
    }

    /** What a run would do. */
    static MigrationPreview run(Requests requests, ItemMigration<?> items, String name, MigrationConfig config) {
        MeteredRequests metered = MeteredRequests.of(requests, config);
        DryRun dryRun = new DryRun(items, name);
        boolean isWholeTable = dryRun.read(metered, config.pageSize());
        long expectedItems = TableItems.count(requests, dryRun.mapper.table().name());
        return dryRun.preview(isWholeTable, expectedItems, metered.readUnits(), config);
    }

    /** @return whether that was the whole table */
    private boolean read(MeteredRequests requests, int pageSize) {
        RowScan scan = new RowScan(mapper, items.operation());
        Map<String, AttributeValue> start = null;
        do {
            Rows page = Futures.await(requests.send(scan.page(0, 1, pageSize, start)));
            scanned += page.scanned();
            page.rows().forEach(this::look);
            start = page.lastKey();
        } while (start != null && (scanned < SAMPLE || (changed < SHOWN && scanned < MOST_SCANNED)));
        return start == null;
    }

    private void look(Map<String, AttributeValue> row) {
        try {
            if (items.isCurrent(row)) {
                unchanged++;
                return;
            }
            Map<String, AttributeValue> migrated = items.migrated(row);
            changed++;
            long size = Math.max(SdkValues.INSTANCE.size(row), SdkValues.INSTANCE.size(migrated));
            writeUnits += Math.max(1, (size + 1023) / 1024);
            if (shown.size() < SHOWN) {
                shown.add(new ChangedItem(key(row), difference(row, migrated)));
            }
        } catch (UnreadableItemException e) {
            unreadable++;
            if (quarantined.size() < SHOWN) {
                quarantined.add(new QuarantinedItem(name, key(row), String.valueOf(e.getMessage())));
            }
        }
    }

    private String key(Map<String, AttributeValue> row) {
        return KeyText.line(mapper.table().schema().table().requireKey(row));
    }

    private static List<ChangedAttribute> difference(
            Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        List<ChangedAttribute> changes = new ArrayList<>();
        for (String attribute : names) {
            AttributeValue old = before.get(attribute);
            AttributeValue made = after.get(attribute);
            if (old == null || made == null || !SdkValues.INSTANCE.same(old, made)) {
                changes.add(new ChangedAttribute(attribute, text(old), text(made)));
            }
        }
        return changes;
    }

    private static @Nullable String text(@Nullable AttributeValue value) {
        return value == null ? null : ShownAttributeValue.of(value);
    }

    private MigrationPreview preview(
            boolean isWholeTable, long expectedItems, double readUnits, MigrationConfig config) {
        MigrationCounts sample = new MigrationCounts(scanned, changed, unchanged, 0, unreadable, readUnits, writeUnits);
        double factor = isWholeTable || scanned == 0 ? 1 : Math.max(1, (double) expectedItems / scanned);
        MigrationCounts expected = new MigrationCounts(
                Math.round(scanned * factor),
                Math.round(changed * factor),
                Math.round(unchanged * factor),
                0,
                Math.round(unreadable * factor),
                readUnits * factor,
                writeUnits * factor);
        return new MigrationPreview(
                name,
                List.copyOf(shown),
                List.copyOf(quarantined),
                sample,
                isWholeTable,
                expectedItems,
                expected,
                time(expected, config));
    }

    private static Optional<Duration> time(MigrationCounts expected, MigrationConfig config) {
        double reads = seconds(expected.readUnits(), config.readUnitsPerSecond());
        double writes = seconds(expected.writeUnits(), config.writeUnitsPerSecond());
        boolean isLimited = config.readUnitsPerSecond() != null || config.writeUnitsPerSecond() != null;
        return isLimited ? Optional.of(Duration.ofMillis((long) (1_000 * Math.max(reads, writes)))) : Optional.empty();
    }

    private static double seconds(double units, @Nullable Double unitsPerSecond) {
        return unitsPerSecond == null ? 0 : units / unitsPerSecond;
    }
}
