package dev.tempest.spark;

import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.Scannable;
import dev.tempest.sdk2.View;
import dev.tempest.sdk2.migration.Migration;
import dev.tempest.sdk2.migration.MigrationConfig;
import dev.tempest.sdk2.migration.MigrationReport;
import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.api.java.function.Function0;
import org.apache.spark.sql.SparkSession;

/**
 * A database in the programs of a Spark application: its driver and its executors.
 *
 * <pre>{@code
 * TempestSpark<MusicDb> music =
 *         TempestSpark.of(() -> LogicalDb.create(MusicDb.class, DynamoDbEnhancedClient.create()));
 *
 * JavaRDD<Album> albums = music.scan(Album.class, db -> db.music().albums()).rdd(spark);
 * }</pre>
 *
 * <p>A client cannot be sent to an executor. So each JVM calls the function that makes the database when it needs the database
 * first, and keeps the database until it ends. Make one instance for the life of the application.
 *
 * <p>All functions that are passed to this class and to {@link ItemScan} are sent to executors: what they capture must be
 * serializable.
 *
 * <p>Instances are immutable, and safe for use by several threads.
 *
 * @param <D> the interface of the database
 */
public final class TempestSpark<D extends LogicalDb> implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    /** The databases of this JVM. */
    private static final ConcurrentMap<String, LogicalDb> DATABASES = new ConcurrentHashMap<>();

    private final String id = UUID.randomUUID().toString();
    private final Function0<D> factory;

    private TempestSpark(Function0<D> factory) {
        this.factory = factory;
    }

    /**
     * A database that each JVM makes for itself.
     *
     * @param factory makes the database with a client of its own; called once in each JVM
     */
    public static <D extends LogicalDb> TempestSpark<D> of(Function0<D> factory) {
        return new TempestSpark<>(Objects.requireNonNull(factory, "factory"));
    }

    /** The database of this JVM. It is made on the first call. */
    @SuppressWarnings("unchecked") // Under this id, there is only what the factory has made.
    public D database() {
        return (D) DATABASES.computeIfAbsent(id, ignored -> Calls.call(factory));
    }

    /** Distinguishes databases, in whatever JVM. */
    String id() {
        return id;
    }

    /**
     * A scan of all items of a type, by all executors.
     *
     * @param type the item type of the view, or of the index or projection
     * @param view gives what is scanned: a view, an index, or either with {@code projecting}
     */
    public <I> ItemScan<D, I> scan(Class<I> type, Function<D, ? extends Scannable<?, I>> view) {
        return ItemScan.of(this, type, view);
    }

    /**
     * Saves items, each if its version is the one that is stored. Sends a PutItem for each item, one at a time in each task: a
     * write unit for each KB, also if the condition fails.
     *
     * <p>Spark runs a task again if it fails, or if its executor is lost. The second run finds the items that the first one saved
     * at their next version, with the same values, and counts them as {@linkplain SaveReport#alreadySaved() already saved}. An
     * item that another writer has changed is left as it is, and counts as a {@linkplain SaveReport#conflicts() conflict}.
     *
     * @param items what is saved. A second run computes its items again, so they must not depend on what the first run saved. Items
     *     that come from a {@linkplain #scan scan} of the same type in this database are rejected unless they were
     *     {@linkplain JavaRDD#checkpoint() checkpointed}
     * @param type the item type
     * @param view gives the view
     * @throws IllegalArgumentException if the type has no {@link dev.tempest.Version}, or for such items; nothing is sent then
     */
    public <I> SaveReport save(JavaRDD<? extends I> items, Class<I> type, Function<D, ? extends View<?, I>> view) {
        if (!Properties.haveVersion(type)) {
            throw new IllegalArgumentException(type.getSimpleName()
                    + " has no @Version, so a task that Spark runs again could undo the change of another writer. Add a @Version,"
                    + " or call create() for items that do not exist yet.");
        }
        return ItemSaving.run(items, new ItemSaving<>(this, type, view, false));
    }

    /**
     * Creates items that do not exist yet. The type needs no version. Otherwise as {@link #save}: a second run of a task finds
     * the items that the first one created, with the same values, and counts them as already saved. An item that exists with
     * other values is left as it is, and counts as a conflict.
     *
     * @param items what is created; see {@link #save}
     * @param type the item type
     * @param view gives the view
     * @throws IllegalArgumentException for items that depend on what was created, as {@link #save} does
     */
    public <I> SaveReport create(JavaRDD<? extends I> items, Class<I> type, Function<D, ? extends View<?, I>> view) {
        return ItemSaving.run(items, new ItemSaving<>(this, type, view, true));
    }

    /**
     * Migrates all items of a type, as {@link LogicalDb#migrate(Migration, MigrationConfig)} does in several processes: the tasks
     * share the segments by their checkpoints, and each item is changed once, even if tasks fail and run again, or if the
     * application is killed. Call it again then: it goes on.
     *
     * <p>There are as many tasks as the cluster runs at a time by default, but no more than there are segments. Each works on
     * as many segments as its database sends requests at a time.
     *
     * @param migration gives the migration. It is called by each task, as the steps of a migration are not serializable
     * @param config gives the configuration, with checkpoints. Its limits of read and write units are those of the whole run:
     *     each task gets an equal part
     * @return what was done, by earlier runs, too
     * @throws IllegalArgumentException if the configuration has no checkpoints, or starts over
     */
    public MigrationReport migrate(
            SparkSession spark, Function0<? extends Migration<?>> migration, Function<D, MigrationConfig> config) {
        return ClusterMigration.run(spark, this, migration, config);
    }
}
