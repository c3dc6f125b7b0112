package dev.tempest.local.internal.region;

import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.table.Key;
import dev.tempest.local.internal.table.Table;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table with replicas in several Regions. */
final class GlobalTable {
    private final Regions regions;
    private final boolean strong;
    private final @Nullable String witness;
    /** By Region, the one that was there first at the beginning. It is replaced as a whole. */
    private volatile Map<String, RegionReplica> replicas = Map.of();

    private final Map<Key, InFlight> inFlight = new HashMap<>();

    /** The writes of an item that one Region carries out now. */
    private record InFlight(String region, int count) {}

    GlobalTable(Regions regions, boolean strong, @Nullable String witness) {
        this.regions = regions;
        this.strong = strong;
        this.witness = witness;
    }

    Regions regions() {
        return regions;
    }

    boolean isStrong() {
        return strong;
    }

    @Nullable String witness() {
        return witness;
    }

    Map<String, RegionReplica> replicas() {
        return replicas;
    }

    String firstRegion() {
        return replicas.keySet().iterator().next();
    }

    /** The Regions that hold the table's data beside this one, the witness too. */
    Stream<String> otherRegions(String region) {
        return Stream.concat(replicas.keySet().stream(), Stream.ofNullable(witness))
                .filter(other -> !other.equals(region));
    }

    /** Makes a table a replica of this one. */
    RegionReplica join(String region, Table table) {
        RegionReplica replica =
                strong ? new StrongReplica(this, region, table) : new EventualReplica(this, region, table);
        Map<String, RegionReplica> changed = new LinkedHashMap<>(replicas);
        changed.put(region, replica);
        replicas = Collections.unmodifiableMap(changed);
        table.setReplica(replica);
        return replica;
    }

    /** Ends the part of a Region. The last one that remains has an ordinary table. */
    void leave(String region) {
        Map<String, RegionReplica> changed = new LinkedHashMap<>(replicas);
        changed.remove(region);
        if (changed.size() == 1) {
            changed.values().forEach(last -> last.table.setReplica(null));
        }
        replicas = Collections.unmodifiableMap(changed);
    }

    /** A Region begins to write an item. Fails if another one is writing it. */
    void begin(Key key, String region) {
        synchronized (inFlight) {
            InFlight other = inFlight.get(key);
            if (other != null && !other.region().equals(region)) {
                throw ServiceException.dynamoDb(
                        "ReplicatedWriteConflictException",
                        "One or more items in this request are being modified by a request in another Region");
            }
            inFlight.put(key, new InFlight(region, other == null ? 1 : other.count() + 1));
        }
    }

    void end(Key key) {
        synchronized (inFlight) {
            inFlight.computeIfPresent(
                    key,
                    (same, writes) -> writes.count() == 1 ? null : new InFlight(writes.region(), writes.count() - 1));
        }
    }
}
