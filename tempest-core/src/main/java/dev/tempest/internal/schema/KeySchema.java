package dev.tempest.internal.schema;

import org.jspecify.annotations.Nullable;

/** The key attributes of a table or an index. */
public record KeySchema(String partitionKey, @Nullable String sortKey) {
    public boolean contains(String attribute) {
        return attribute.equals(partitionKey) || attribute.equals(sortKey);
    }
}
