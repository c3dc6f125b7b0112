package dev.tempest.sdk2.internal.migrate;

import dev.tempest.UniqueValueTakenException;
import dev.tempest.UnreadableItemException;
import dev.tempest.UpdateConflictException;
import dev.tempest.sdk2.internal.mapping.ItemMapper;
import dev.tempest.sdk2.internal.migrate.Checkpoints.Claim;
import dev.tempest.sdk2.internal.read.RowScan;
import dev.tempest.sdk2.internal.read.RowScan.Rows;
import dev.tempest.sdk2.internal.request.Futures;
import dev.tempest.sdk2.internal.write.ItemMigration;
import dev.tempest.sdk2.internal.write.ItemMigration.Outcome;
import dev.tempest.sdk2.internal.write.ItemMigration.Result;
import dev.tempest.sdk2.migration.MigrationCounts;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Migrates one segment, item by item, on the current thread. */
final class SegmentWork {
    private static final String VALIDATION = "ValidationException";

    private final MeteredRequests requests;
    private final ItemMigration<?> items;
    private final ItemMapper<?> mapper;
    private final RowScan scan;
    private final int pageSize;
    private final Checkpoints checkpoints;
    private final BooleanSupplier isStopped;
    private final Consumer<MigrationCounts> afterPage;

    private long changed;
    private long unchanged;
    private long conflicts;
    private long quarantined;

    /**
     * @param isStopped whether the run failed elsewhere
     * @param afterPage is told of each checkpoint
     */
    SegmentWork(
            MeteredRequests requests,
            ItemMigration<?> items,
            int pageSize,
            Checkpoints checkpoints,
            BooleanSupplier isStopped,
            Consumer<MigrationCounts> afterPage) {
        this.requests = requests.counting();
        this.items = items;
        this.mapper = items.mapper();
        this.scan = new RowScan(mapper, items.operation());
        this.pageSize = pageSize;
        this.checkpoints = checkpoints;
        this.isStopped = isStopped;
        this.afterPage = afterPage;
    }

    /** Works on the segment until it is done, or until another has it. */
    void run(Claim claim) {
        Map<String, AttributeValue> start = claim.start();
        double readUnits = 0;
        double writeUnits = 0;
        do {
            Rows page = Futures.await(requests.send(scan.page(claim.segment(), claim.segments(), pageSize, start)));
            if (!migrate(page, claim)) {
                return;
            }
            start = page.lastKey();
            MigrationCounts counts = new MigrationCounts(
                    page.scanned(),
                    changed,
                    unchanged,
                    conflicts,
                    quarantined,
                    requests.readUnits() - readUnits,
                    requests.writeUnits() - writeUnits);
            readUnits += counts.readUnits();
            writeUnits += counts.writeUnits();
            clear();
            if (!claim.advance(start, counts)) {
                return;
            }
            afterPage.accept(counts);
        } while (start != null);
    }

    private void clear() {
        changed = 0;
        unchanged = 0;
        conflicts = 0;
        quarantined = 0;
    }

    /** @return whether the segment still is ours */
    private boolean migrate(Rows page, Claim claim) {
        for (Map<String, AttributeValue> row : page.rows()) {
            if (isStopped.getAsBoolean()) {
                claim.release();
                return false;
            }
            if (!claim.keep()) {
                return false;
            }
            migrate(row);
        }
        return true;
    }

    private void migrate(Map<String, AttributeValue> row) {
        try {
            if (items.isCurrent(row)) {
                unchanged++;
                return;
            }
            Outcome outcome = Futures.await(requests.part(items.operation(), own -> items.run(own, row)));
            conflicts += outcome.conflicts();
            changed += outcome.result() == Result.CHANGED ? 1 : 0;
            unchanged += outcome.result() == Result.CURRENT ? 1 : 0;
        } catch (UnreadableItemException | UniqueValueTakenException e) {
            quarantine(row, e.getMessage());
        } catch (UpdateConflictException e) {
            conflicts += e.attempts();
            quarantine(row, e.getMessage());
        } catch (DynamoDbException e) {
            if (!isInvalid(e)) {
                throw e;
            }
            // Its message may quote what would be stored.
            quarantine(row, "DynamoDB rejected the migrated item with " + VALIDATION + ".");
        }
    }

    /** Whether DynamoDB cannot store the item, as one that is too large. */
    private static boolean isInvalid(DynamoDbException e) {
        AwsErrorDetails details = e.awsErrorDetails();
        return details != null && VALIDATION.equals(details.errorCode());
    }

    private void quarantine(Map<String, AttributeValue> row, @Nullable String reason) {
        quarantined++;
        checkpoints.quarantine(
                KeyText.line(mapper.table().schema().table().requireKey(row)), reason == null ? "" : reason);
    }
}
