package dev.tempest.local;

import dev.tempest.local.internal.region.Regions;
import java.time.Duration;

/**
 * What passes between the Regions of an engine, for the global tables of one access key id. A global table is made as in AWS:
 * by {@code UpdateTable} with {@code ReplicaUpdates}.
 *
 * <p>A table with <em>eventual</em> consistency takes writes in each Region. They stay there until a test lets them through,
 * with {@link #replicate()} or after a {@link #delay(Duration)}. Of two writes of one item, the later one wins in all Regions,
 * and the other is lost. A table with <em>strong</em> consistency needs no replication: a write is in all Regions when its
 * response comes, or it fails.
 *
 * <p>Instances are thread-safe.
 */
public final class LocalRegions {
    private final Regions regions;

    LocalRegions(Regions regions) {
        this.regions = regions;
    }

    /**
     * Lets all pending writes arrive, except those between Regions that are {@linkplain #partition cut off} from each other.
     *
     * @return how many arrived; some may have lost against a later write
     */
    public int replicate() {
        return regions.deliver(null, null, Integer.MAX_VALUE);
    }

    /** Lets the pending writes of one Region arrive in another, and returns how many there were. */
    public int replicate(String from, String to) {
        return regions.deliver(from, to, Integer.MAX_VALUE);
    }

    /**
     * Lets one pending write arrive in one Region: the oldest that can. A write of one item is one for each other Region, and
     * so is each part of a transaction.
     *
     * @return whether there was one
     */
    public boolean replicateNext() {
        return regions.deliver(null, null, 1) == 1;
    }

    /** How many writes are on their way, counted once for each Region that they go to. */
    public int pending() {
        return regions.pending();
    }

    /**
     * From now on, writes arrive on their own when they are this old, by the engine's clock. With a delay of zero, another
     * Region sees them with its next request.
     */
    public void delay(Duration delay) {
        regions.delay(delay);
    }

    /** From now on, writes wait until {@link #replicate()} lets them through. So it is at the beginning. */
    public void hold() {
        regions.delay(null);
    }

    /**
     * Cuts the connection between two Regions. Tables with eventual consistency go on in both, and their writes wait. In a
     * table with strong consistency, a Region that reaches no second one can neither write nor read consistently: such
     * requests fail with an {@code InternalServerError}.
     */
    public void partition(String one, String other) {
        regions.partition(one, other);
    }

    /** Cuts a Region off from all others, as {@link #partition} does from one. */
    public void isolate(String region) {
        regions.partition(region, region);
    }

    /** Ends the {@linkplain #partition partition} between two Regions. Pending writes wait until they are let through. */
    public void heal(String one, String other) {
        regions.heal(one, other);
    }

    /** Ends all partitions. */
    public void heal() {
        regions.heal();
    }

    /**
     * Runs something while the next write of a Region to a table with strong consistency is under way, on the thread of that
     * write. Meanwhile a write of the same item in another Region fails with a {@code ReplicatedWriteConflictException}.
     */
    public void duringNextWrite(String region, Runnable action) {
        regions.interruptNextWrite(region, action);
    }
}
