package dev.tempest.spark;

import dev.tempest.WorkerId;
import java.io.Serial;
import java.util.List;
import org.apache.spark.Dependency;
import org.apache.spark.InterruptibleIterator;
import org.apache.spark.Partition;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.apache.spark.rdd.RDD;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag$;

/** The items of a scan. A class of its own, so that it is found among what other RDDs are computed from. */
final class ScanRdd<I> extends RDD<I> {
    @Serial
    private static final long serialVersionUID = 1;

    private final ItemScan<?, I> scan;
    private final int segments;

    ScanRdd(SparkContext context, ItemScan<?, I> scan, int segments) {
        super(
                context,
                CollectionConverters.asScala(List.<Dependency<?>>of()).toSeq(),
                ClassTag$.MODULE$.apply(scan.type()));
        this.scan = scan;
        this.segments = segments;
    }

    /** A segment of the scan. */
    private record Segment(int index) implements Partition {}

    ItemScan<?, I> scan() {
        return scan;
    }

    @Override
    public Partition[] getPartitions() {
        Partition[] partitions = new Partition[segments];
        for (int i = 0; i < segments; i++) {
            partitions[i] = new Segment(i);
        }
        return partitions;
    }

    @Override
    public Iterator<I> compute(Partition segment, TaskContext context) {
        return new InterruptibleIterator<>(
                context, CollectionConverters.asScala(scan.read(new WorkerId(segment.index(), segments))));
    }
}
