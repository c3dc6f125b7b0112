package dev.tempest.local.internal.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The key attributes of a table or index: of a global index up to four for either part, else one and at most one. */
public record KeySchema(List<String> hash, List<String> range) {
    /** All key attributes, those of the partition first. */
    public List<String> attributes() {
        List<String> attributes = new ArrayList<>(hash);
        attributes.addAll(range);
        return attributes;
    }

    /** The key attributes of an index together with those of its table. */
    Set<String> with(KeySchema table) {
        Set<String> attributes = new LinkedHashSet<>(attributes());
        attributes.addAll(table.attributes());
        return attributes;
    }

    public boolean contains(String attribute) {
        return hash.contains(attribute) || range.contains(attribute);
    }
}
