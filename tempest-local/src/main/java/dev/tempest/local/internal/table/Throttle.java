package dev.tempest.local.internal.table;

import dev.tempest.local.internal.capacity.Consumption;
import dev.tempest.local.internal.capacity.TokenBucket;
import dev.tempest.local.internal.json.ServiceException;
import java.util.HashMap;
import java.util.Map;

/** Holds a table and its global indexes to their provisioned capacity, where throttling is on. Its table's lock guards it. */
public final class Throttle {
    private final Settings settings;
    private final Map<String, TokenBucket> buckets = new HashMap<>();

    Throttle(Settings settings) {
        this.settings = settings;
    }

    /** Fails if reads have used up the capacity of the table. */
    public synchronized void admitRead(Table table) {
        admit("read", table.definition().throughput().read(), "the table");
    }

    /** Fails if reads have used up the capacity of a global index. */
    public synchronized void admitRead(Index index) {
        Throughput throughput = index.definition().throughput();
        admit("read/" + index.definition().name(), throughput == null ? 0 : throughput.read(), "the index");
    }

    /** Fails if writes have used up the capacity of the table or of one of its global indexes. */
    public synchronized void admitWrite(Table table) {
        admit("write", table.definition().throughput().write(), "the table");
        for (Index index : table.indexes().values()) {
            Throughput throughput = index.definition().throughput();
            admit("write/" + index.definition().name(), throughput == null ? 0 : throughput.write(), "the index");
        }
    }

    private void admit(String bucket, long rate, String of) {
        if (settings.throttling() && rate > 0) {
            var now = settings.now();
            if (!buckets.computeIfAbsent(bucket, name -> new TokenBucket(now, rate))
                    .hasUnits(now, rate)) {
                throw ServiceException.dynamoDb(
                        "ProvisionedThroughputExceededException",
                        "The level of configured provisioned throughput for " + of + " was exceeded. "
                                + "Consider increasing your provisioning level with the UpdateTable API.");
            }
        }
    }

    public synchronized void charge(String kind, Consumption consumption) {
        if (settings.throttling()) {
            take(kind, consumption.ofTableAndLocalIndexes());
            consumption.forEachGlobalIndex((name, units) -> take(kind + "/" + name, units));
        }
    }

    private void take(String bucket, double units) {
        TokenBucket tokens = buckets.get(bucket);
        if (tokens != null) {
            tokens.take(units);
        }
    }
}
