package dev.tempest.spark;

import dev.tempest.WorkerId;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.sdk2.Scannable;
import java.io.Serial;
import java.io.Serializable;
import java.util.Iterator;
import java.util.Objects;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.api.java.function.Function0;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A scan of all items of a type by a Spark application; see {@link TempestSpark#scan}. Each segment of the scan is a partition.
 * A task reads its segment page by page: it holds two pages in memory at most.
 *
 * <p>Each page is one Scan request: half a read unit for each 4 KB that DynamoDB looks at, twice that if the read is consistent.
 * Spark reads the table again for each action on the result, unless you cache or checkpoint it. A scan is not a snapshot: items that
 * are written meanwhile are read before or after that.
 *
 * <p>Instances are immutable.
 *
 * @param <D> the interface of the database
 * @param <I> the item type
 */
public final class ItemScan<D extends LogicalDb, I> implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private static final Function0<ScanConfig> WHOLE_PAGES =
            () -> ScanConfig.builder().pageSize(Integer.MAX_VALUE).build();

    private final TempestSpark<D> database;
    private final Class<I> type;
    private final Function<D, ? extends Scannable<?, I>> view;
    private final int segments;
    private final Function0<ScanConfig> config;

    private ItemScan(
            TempestSpark<D> database,
            Class<I> type,
            Function<D, ? extends Scannable<?, I>> view,
            int segments,
            Function0<ScanConfig> config) {
        this.database = database;
        this.type = Objects.requireNonNull(type, "type");
        this.view = Objects.requireNonNull(view, "view");
        this.segments = segments;
        this.config = Objects.requireNonNull(config, "config");
    }

    static <D extends LogicalDb, I> ItemScan<D, I> of(
            TempestSpark<D> database, Class<I> type, Function<D, ? extends Scannable<?, I>> view) {
        return new ItemScan<>(database, type, view, 0, WHOLE_PAGES);
    }

    /**
     * The same scan in a number of segments, each of which is a partition. By default, there are as many as Spark's default
     * parallelism. As many are read at a time as the cluster has cores.
     *
     * @param number from 1 to 1,000,000
     */
    public ItemScan<D, I> segments(int number) {
        return new ItemScan<>(database, type, view, new WorkerId(0, number).totalSegments(), config);
    }

    /**
     * The same scan with a configuration: a filter, consistent reads, what happens to unreadable items. By default, pages are as
     * large as DynamoDB makes them, up to 1 MB. A configuration that you make has pages of 100 items, unless you set its page size.
     *
     * @param scanConfig makes the configuration, which must not name a worker. Called on the driver, and in each task
     * @throws IllegalArgumentException if the configuration names a worker
     */
    public ItemScan<D, I> config(Function0<ScanConfig> scanConfig) {
        ItemScan<D, I> scan = new ItemScan<>(database, type, view, segments, scanConfig);
        scan.checkedConfig();
        return scan;
    }

    private ScanConfig checkedConfig() {
        ScanConfig made = Calls.call(config);
        if (made.workerId() != null) {
            throw new IllegalArgumentException("The configuration of a scan names a worker. Call segments() instead.");
        }
        return made;
    }

    /**
     * The items. To be collected or shuffled, items must be {@link Serializable}, as all objects in RDDs; to be mapped, they need
     * not.
     */
    public JavaRDD<I> rdd(SparkSession spark) {
        int number = segments > 0 ? segments : Math.max(1, spark.sparkContext().defaultParallelism());
        return new ScanRdd<>(spark.sparkContext(), this, number).toJavaRDD();
    }

    /**
     * The items as a typed Dataset. Spark stores each as a binary value: use {@link #dataFrame} to query by columns.
     *
     * @throws IllegalArgumentException if the item type is not {@link Serializable}
     * @throws org.apache.spark.SparkUnsupportedOperationException if the item type is not public
     */
    public Dataset<I> dataset(SparkSession spark) {
        if (!Serializable.class.isAssignableFrom(type)) {
            throw new IllegalArgumentException(
                    type.getSimpleName()
                            + " is not Serializable, so it has no encoder. Let it implement java.io.Serializable, or call dataFrame() or rdd().");
        }
        return spark.createDataset(rdd(spark).rdd(), Encoders.javaSerialization(type));
    }

    /**
     * The items as a data frame, with a column for each record component, or for each field of a class. Lists and sets are arrays, maps with
     * string keys are maps, nested records are structs, enums and UUIDs are strings, an {@link java.time.Instant} is a timestamp, a
     * {@link java.time.LocalDate} is a date, a {@link java.math.BigDecimal} is a {@code decimal(38,18)}, a
     * {@link java.math.BigInteger} a {@code decimal(38,0)}.
     *
     * <p>What Spark filters and selects of it is not passed on to DynamoDB. Use {@link #config} and a projection for that.
     *
     * @throws IllegalArgumentException if a property has a type for which there is no column
     */
    public Dataset<Row> dataFrame(SparkSession spark) {
        boolean isJavaTime = Boolean.parseBoolean(spark.conf().get("spark.sql.datetime.java8API.enabled", "false"));
        Class<I> itemType = type;
        return spark.createDataFrame(
                rdd(spark)
                        .mapPartitions(
                                items -> ItemColumns.of(itemType, isJavaTime).rows(items)),
                ItemColumns.of(itemType, isJavaTime).schema());
    }

    /** Whether this reads items of a type from a database. */
    boolean reads(TempestSpark<?> other, Class<?> itemType) {
        return database.id().equals(other.id()) && type == itemType;
    }

    Class<I> type() {
        return type;
    }

    Iterator<I> read(WorkerId segment) {
        ScanConfig ofSegment = checkedConfig().toBuilder().workerId(segment).build();
        return Calls.call(view, database.database()).scanAllContents(ofSegment).iterator();
    }

    @Override
    public String toString() {
        return "ItemScan[" + type.getSimpleName() + "]";
    }
}
