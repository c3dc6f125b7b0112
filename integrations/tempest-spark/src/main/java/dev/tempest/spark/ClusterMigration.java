package dev.tempest.spark;

import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.migration.Migration;
import dev.tempest.sdk2.migration.MigrationConfig;
import dev.tempest.sdk2.migration.MigrationReport;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.api.java.function.Function0;
import org.apache.spark.sql.SparkSession;

/** A migration whose tasks do what several processes would do. */
final class ClusterMigration {
    private ClusterMigration() {}

    static <D extends LogicalDb> MigrationReport run(
            SparkSession spark,
            TempestSpark<D> database,
            Function0<? extends Migration<?>> migration,
            Function<D, MigrationConfig> config) {
        long start = System.nanoTime();
        D db = database.database();
        MigrationConfig wanted = Calls.call(config, db);
        if (wanted.checkpoints() == null) {
            throw new IllegalArgumentException(
                    "The configuration has no checkpoints, so each task would read the whole table."
                            + " Set checkpoints(db.migrations()).");
        }
        if (wanted.startOver()) {
            throw new IllegalArgumentException(
                    "The configuration starts over, and so would each task. Set another name()"
                            + " instead: its checkpoints are new.");
        }
        int tasks = Math.max(1, Math.min(wanted.segments(), spark.sparkContext().defaultParallelism()));
        List<Integer> numbers = IntStream.range(0, tasks).boxed().toList();
        JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(numbers, tasks)
                .foreach(task -> {
                    D own = database.database();
                    own.migrate(Calls.call(migration), share(Calls.call(config, own), tasks));
                });
        // All segments are done: this reads the checkpoints only.
        MigrationReport all = db.migrate(Calls.call(migration), wanted);
        return new MigrationReport(
                all.migration(), all.counts(), all.quarantined(), Duration.ofNanos(System.nanoTime() - start));
    }

    /** The part of the limits that one task has. */
    private static MigrationConfig share(MigrationConfig config, int tasks) {
        MigrationConfig.Builder share = config.toBuilder();
        Double readUnits = config.readUnitsPerSecond();
        Double writeUnits = config.writeUnitsPerSecond();
        if (readUnits != null) {
            share.readUnitsPerSecond(readUnits / tasks);
        }
        if (writeUnits != null) {
            share.writeUnitsPerSecond(writeUnits / tasks);
        }
        return share.build();
    }
}
