package dev.tempest.local.internal.table;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an index was created with. */
public record IndexDefinition(
        String name,
        boolean global,
        KeySchema keys,
        Projected projected,
        @Nullable Throughput throughput) {
    /** Which attributes an index holds beside the keys. */
    public record Projected(String type, @Nullable List<String> nonKeyAttributes) {
        public boolean all() {
            return type.equals("ALL");
        }
    }

    /** Whether the index holds all of these attributes. */
    public boolean holds(Set<String> attributes, KeySchema tableKeys) {
        if (projected.all()) {
            return true;
        }
        Set<String> held = keys.with(tableKeys);
        if (projected.nonKeyAttributes() != null) {
            held.addAll(projected.nonKeyAttributes());
        }
        return held.containsAll(attributes);
    }

    IndexDefinition with(Throughput changed) {
        return new IndexDefinition(name, global, keys, projected, changed);
    }
}
