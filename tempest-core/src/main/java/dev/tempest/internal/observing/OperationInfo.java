package dev.tempest.internal.observing;

import dev.tempest.OperationListener.Operation;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One of the calls that a user makes, as listeners see it. Made once for each view, not for each call. */
public record OperationInfo(
        String name,
        Set<String> tables,
        @Nullable Class<?> type,
        @Nullable String index) implements Operation {

    /** An operation on one table. */
    public static OperationInfo of(String name, String table, @Nullable Class<?> type, @Nullable String index) {
        return new OperationInfo(name, Set.of(table), type, index);
    }

    /** An operation on the tables that its call names. */
    public static OperationInfo ofMany(String name) {
        return new OperationInfo(name, Set.of(), null, null);
    }
}
