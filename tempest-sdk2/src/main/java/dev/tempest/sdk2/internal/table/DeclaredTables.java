package dev.tempest.sdk2.internal.table;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The DynamoDB tables that the interfaces of a database name; several interfaces may name the same. */
public final class DeclaredTables {
    private final Map<String, DeclaredTable> byName = new TreeMap<>();

    /** @throws IllegalArgumentException if the interface does not fit the table's others */
    synchronized void add(Table<?> table, Class<?> tableType) {
        DeclaredTable known = byName.getOrDefault(table.name(), new DeclaredTable(table.name(), Set.of(), null));
        byName.put(table.name(), known.with(table, DeclaredTimeToLive.of(tableType, table)));
    }

    /** All tables, by name. */
    public synchronized List<DeclaredTable> all() {
        return List.copyOf(byName.values());
    }
}
