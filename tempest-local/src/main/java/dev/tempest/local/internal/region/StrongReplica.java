package dev.tempest.local.internal.region;

import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.table.Key;
import dev.tempest.local.internal.table.Table;
import dev.tempest.local.internal.value.Item;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A replica whose writes are those of all Regions. All replicas of the table have one lock. */
final class StrongReplica extends RegionReplica {
    private record Write(Key key, @Nullable Item item) {}

    /** What the other Regions have written while this one was cut off. */
    private final Deque<Write> missed = new ArrayDeque<>();

    StrongReplica(GlobalTable global, String region, Table table) {
        super(global, region, table);
    }

    @Override
    public void changed(Key key, @Nullable Item after) {
        siblings().forEach(sibling -> {
            StrongReplica other = (StrongReplica) sibling;
            other.missed.addLast(new Write(key, after));
            other.catchUp();
        });
    }

    /** Takes over what it has missed, unless it is cut off. Whoever calls this holds the lock. */
    void catchUp() {
        while (isReachable() && !missed.isEmpty()) {
            Write write = missed.removeFirst();
            table.replicate(write.key(), write.item());
        }
    }

    @Override
    public <T> T write(Supplier<Key> key, Supplier<T> write) {
        checkReachable();
        Key written = key.get();
        global.begin(written, region);
        try {
            global.regions().interrupt(region);
            return write.get();
        } finally {
            global.end(written);
        }
    }

    @Override
    public void checkReachable() {
        if (!isReachable()) {
            throw ServiceException.unavailable("The Region " + region + " cannot reach a second Region of the table");
        }
    }

    /** Two of the three Regions make a majority. */
    private boolean isReachable() {
        return global.otherRegions(region).anyMatch(other -> global.regions().isConnected(region, other));
    }
}
