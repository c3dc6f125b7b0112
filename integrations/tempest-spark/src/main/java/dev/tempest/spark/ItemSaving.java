package dev.tempest.spark;

import dev.tempest.UniqueValueTakenException;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.View;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.spark.Dependency;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.rdd.RDD;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Conditional writes of items, each of which may be tried several times. */
final class ItemSaving<D extends LogicalDb, I> implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private final TempestSpark<D> database;
    private final Class<I> type;
    private final Function<D, ? extends View<?, I>> view;
    private final boolean isCreation;

    ItemSaving(TempestSpark<D> database, Class<I> type, Function<D, ? extends View<?, I>> view, boolean isCreation) {
        this.database = database;
        this.type = Objects.requireNonNull(type, "type");
        this.view = Objects.requireNonNull(view, "view");
        this.isCreation = isCreation;
    }

    /** Writes all items, and counts them by what the tasks return: an accumulator would count those of failed tasks, too. */
    static <I> SaveReport run(JavaRDD<? extends I> items, ItemSaving<?, I> saving) {
        saving.requireFixed(items.rdd(), Collections.newSetFromMap(new IdentityHashMap<>()));
        return items.mapPartitions(part -> List.of(saving.saveAll(part)).iterator())
                .fold(SaveReport.NONE, SaveReport::plus);
    }

    /** A second run would read what the first one saved, and change it again. */
    private void requireFixed(RDD<?> items, Set<RDD<?>> seen) {
        if (!seen.add(items) || items.isCheckpointed()) {
            return;
        }
        if (items instanceof ScanRdd<?> scan && scan.scan().reads(database, type)) {
            throw new IllegalArgumentException("The items are computed from a scan of " + type.getSimpleName()
                    + ", and a task that Spark runs again would read what it has saved and change it again. Checkpoint the"
                    + " items first, or use a migration.");
        }
        for (Dependency<?> dependency : CollectionConverters.asJava(items.dependencies())) {
            requireFixed(dependency.rdd(), seen);
        }
    }

    private SaveReport saveAll(Iterator<? extends I> items) {
        View<?, I> writer = Calls.call(view, database.database());
        SavedItems<I> saved = new SavedItems<>(writer, database.database());
        long written = 0;
        long alreadyWritten = 0;
        long conflicts = 0;
        List<String> reasons = new ArrayList<>();
        while (items.hasNext()) {
            I item = items.next();
            try {
                if (isCreation) {
                    writer.create(item);
                } else {
                    writer.save(item);
                }
                written++;
            } catch (ConditionalCheckFailedException e) {
                if (saved.isStored(item, e)) {
                    alreadyWritten++;
                } else {
                    conflicts++;
                    add(reasons, e.getMessage());
                }
            } catch (UniqueValueTakenException e) {
                conflicts++;
                add(reasons, e.getMessage());
            }
        }
        return new SaveReport(written, alreadyWritten, conflicts, reasons);
    }

    private static void add(List<String> reasons, @Nullable String reason) {
        if (reasons.size() < SaveReport.MOST_CONFLICTS && reason != null) {
            reasons.add(reason);
        }
    }
}
