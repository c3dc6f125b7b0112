package dev.tempest.sdk2.internal.table;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the model says about a DynamoDB table.
 *
 * @param tables one for each raw item type that the table has
 * @param timeToLive what the table's interfaces say about it; null for nothing
 */
public record DeclaredTable(
        String name, Set<Table<?>> tables, @Nullable DeclaredTimeToLive timeToLive) {

    /** The same with a further interface's declarations. */
    DeclaredTable with(Table<?> table, @Nullable DeclaredTimeToLive more) {
        Set<Table<?>> all = new LinkedHashSet<>(tables);
        all.add(table);
        return new DeclaredTable(name, all, timeToLive == null ? more : timeToLive.and(more, name));
    }
}
