package dev.tempest.sdk2.internal.migrate;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.sdk2.internal.migrate.Checkpoints.Claim;
import dev.tempest.sdk2.internal.request.Futures;
import dev.tempest.sdk2.internal.request.Requests;
import dev.tempest.sdk2.internal.write.ItemMigration;
import dev.tempest.sdk2.migration.Migration;
import dev.tempest.sdk2.migration.MigrationConfig;
import dev.tempest.sdk2.migration.MigrationCounts;
import dev.tempest.sdk2.migration.MigrationPreview;
import dev.tempest.sdk2.migration.MigrationReport;
import dev.tempest.sdk2.migration.MigrationTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Migrates all items of a table, in as many segments at a time as the database has room for. The thread of the caller works, too.
 */
public final class MigrationRun {
    /** The operation as listeners see it. */
    public static final OperationInfo OPERATION = OperationInfo.ofMany("migrate");

    /** The dry run as listeners see it. */
    public static final OperationInfo PREVIEW = OperationInfo.ofMany("previewMigration");

    /** How often to look whether other processes are done with their segments. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final MeteredRequests requests;
    private final ItemMigration<?> items;
    private final MigrationConfig config;
    private final Checkpoints checkpoints;
    private final Consumer<MigrationCounts> afterPage;
    private volatile boolean isStopped;

    private MigrationRun(
            MeteredRequests requests,
            ItemMigration<?> items,
            MigrationConfig config,
            Checkpoints checkpoints,
            Consumer<MigrationCounts> afterPage) {
        this.requests = requests;
        this.items = items;
        this.config = config;
        this.checkpoints = checkpoints;
        this.afterPage = afterPage;
    }

    /** Runs a migration on the thread of the caller, and on others. */
    public static MigrationReport run(
            Requests requests, ItemMigration<?> items, Migration<?> migration, MigrationConfig config) {
        String name = name(items, migration, config);
        String tableName = items.mapper().table().name();
        MeteredRequests metered = MeteredRequests.of(requests, config);
        Checkpoints checkpoints = checkpoints(items, name, config);
        ProgressMeter progress = new ProgressMeter(
                requests, config.onProgress(), checkpoints.counts(), TableItems.count(requests, tableName));
        new MigrationRun(metered, items, config, checkpoints, progress::add).run();
        return new MigrationReport(name, checkpoints.counts(), checkpoints.quarantined(), progress.elapsed());
    }

    private static Checkpoints checkpoints(ItemMigration<?> items, String name, MigrationConfig config) {
        MigrationTable table = config.checkpoints();
        return table == null
                ? new MemoryCheckpoints(name, config.segments())
                : TableCheckpoints.open(
                        table, name, config, items.mapper().table().settings().clock());
    }

    /** What a run would do. */
    public static MigrationPreview preview(
            Requests requests, ItemMigration<?> items, Migration<?> migration, MigrationConfig config) {
        return DryRun.run(requests, items, name(items, migration, config), config);
    }

    /** What checkpoints name the migration by. */
    private static String name(ItemMigration<?> items, Migration<?> migration, MigrationConfig config) {
        String name = items.mapper().table().name() + "/" + ModelError.name(migration.type()) + "/"
                + migration.versionAttribute() + "=" + migration.version();
        return config.name().isEmpty() ? name : name + "/" + config.name();
    }

    private void run() {
        List<CompletableFuture<Boolean>> others = new ArrayList<>();
        while (others.size() < config.segments() - 1) {
            CompletableFuture<Boolean> other = requests.fork(() -> CompletableFuture.completedFuture(workOrStop()));
            if (other == null) {
                break;
            }
            others.add(other);
        }
        Throwable failure = null;
        try {
            workOrStop();
        } catch (Throwable e) {
            failure = e;
        }
        for (CompletableFuture<Boolean> other : others) {
            try {
                Futures.await(other);
            } catch (Throwable e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            Futures.await(CompletableFuture.failedFuture(failure));
        }
        while (!checkpoints.isDone()) {
            // Other processes have the rest, or had it when they ended.
            Futures.await(requests.pause(BETWEEN_LOOKS));
            workOrStop();
        }
    }

    /** Works on free segments until there is none. A failure ends the work of the others, too. */
    private boolean workOrStop() {
        boolean isDone = false;
        try {
            work();
            isDone = true;
            return true;
        } finally {
            isStopped |= !isDone;
        }
    }

    private void work() {
        for (Claim claim = next(); claim != null; claim = next()) {
            boolean isDone = false;
            try {
                new SegmentWork(requests, items, config.pageSize(), checkpoints, () -> isStopped, afterPage).run(claim);
                isDone = true;
            } finally {
                if (!isDone) {
                    claim.release();
                }
            }
        }
    }

    private @Nullable Claim next() {
        return isStopped ? null : checkpoints.claim();
    }
}
