package dev.tempest.local.internal.table;

import dev.tempest.local.internal.value.Item;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The part that a table has in a global table. */
public interface Replica {
    /** An item was changed in this Region, by whoever holds the table's write lock. */
    void changed(Key key, @Nullable Item after);

    /** Carries out a write of one item, unless a write in another Region is under way. The caller holds no lock. */
    <T> T write(Supplier<Key> key, Supplier<T> write);

    /** Fails if the Region is cut off, and can neither write nor read consistently. */
    void checkReachable();

    /** Whether reads and conditions hold in all Regions. */
    boolean isStrong();

    /** Whether this Region deletes the items whose time to live is over. */
    boolean expiresItems();

    /** The replicas in the other Regions. */
    List<Table> others();

    /** What DescribeTable reports. */
    Description describe();

    /** The other Regions that have a replica, and the witness. */
    record Description(
            boolean strong, List<String> others, @Nullable String witness) {}
}
