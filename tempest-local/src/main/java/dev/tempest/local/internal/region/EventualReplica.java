package dev.tempest.local.internal.region;

import dev.tempest.local.internal.table.Key;
import dev.tempest.local.internal.table.Table;
import dev.tempest.local.internal.value.Item;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A replica that takes writes on its own, and learns of those of the other Regions later. The last writer wins. */
final class EventualReplica extends RegionReplica {
    /** Those of deleted items, too: an older write that arrives after the deletion must not bring the item back. */
    private final Map<Key, Stamp> stamps = new HashMap<>();

    EventualReplica(GlobalTable global, String region, Table table) {
        super(global, region, table);
    }

    @Override
    public void changed(Key key, @Nullable Item after) {
        Regions regions = global.regions();
        Stamp stamp = stamps.getOrDefault(key, Stamp.OLDEST).next(regions.now(), region);
        stamps.put(key, stamp);
        siblings()
                .forEach(sibling ->
                        regions.send(new Change((EventualReplica) sibling, region, key, after, stamp, regions.now())));
    }

    /** A write of another Region arrives. */
    void receive(Key key, @Nullable Item item, Stamp stamp) {
        table.writeLock().lock();
        try {
            if (table.isThere() && stamp.compareTo(stamps.getOrDefault(key, Stamp.OLDEST)) > 0) {
                stamps.put(key, stamp);
                table.replicate(key, item);
            }
        } finally {
            table.writeLock().unlock();
        }
    }

    /** Gives a new replica what is here. */
    void copyTo(EventualReplica added) {
        table.readLock().lock();
        try {
            table.items().forEach((key, item) -> {
                Stamp stamp = stamps.get(key);
                if (stamp == null) {
                    added.table.replicate(key, item);
                }
            });
            stamps.forEach((key, stamp) -> added.receive(key, table.get(key), stamp));
        } finally {
            table.readLock().unlock();
        }
    }

    @Override
    public <T> T write(Supplier<Key> key, Supplier<T> write) {
        return write.get();
    }

    @Override
    public void checkReachable() {
        // A replica that is cut off goes on.
    }
}
