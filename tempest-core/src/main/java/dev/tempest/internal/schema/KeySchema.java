package dev.tempest.internal.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The key attributes of a table, or of an index: of a global index up to four for either part. */
public record KeySchema(List<String> partitionKeys, List<String> sortKeys) {
    public KeySchema(String partitionKey, @Nullable String sortKey) {
        this(List.of(partitionKey), sortKey == null ? List.of() : List.of(sortKey));
    }

    /** The partition key, or the first attribute of it. */
    public String partitionKey() {
        return partitionKeys.get(0);
    }

    /** The sort key, or the first attribute of it; null if there is none. */
    public @Nullable String sortKey() {
        return sortKeys.isEmpty() ? null : sortKeys.get(0);
    }

    /** Whether one of the parts has several attributes. */
    public boolean isComposite() {
        return partitionKeys.size() > 1 || sortKeys.size() > 1;
    }

    /** All attributes, those of the partition key first. */
    public List<String> attributes() {
        List<String> attributes = new ArrayList<>(partitionKeys);
        attributes.addAll(sortKeys);
        return attributes;
    }

    public boolean contains(String attribute) {
        return partitionKeys.contains(attribute) || sortKeys.contains(attribute);
    }
}
