package dev.tempest.internal.definition;

import dev.tempest.internal.schema.KeySchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A table as it is to be created.
 *
 * @param types {@code S}, {@code N} or {@code B} of each key attribute
 * @param timeToLive the attribute by which DynamoDB deletes expired items; null for none
 * @param stream what the table's stream shows of each change, in DynamoDB's words; null for no stream
 * @param capacity of the table and of each global index; null for billing on demand
 */
public record TableShape(
        KeySchema key,
        Map<String, String> types,
        List<IndexShape> indexes,
        @Nullable String timeToLive,
        @Nullable String stream,
        @Nullable Capacity capacity) {

    /**
     * A secondary index.
     *
     * @param projected what it holds beside keys; null for all attributes
     */
    public record IndexShape(
            String name,
            boolean isLocal,
            KeySchema key,
            @Nullable List<String> projected) {
        /** DynamoDB's word for what the index holds. */
        public String projectionType() {
            if (projected == null) {
                return "ALL";
            }
            return projected.isEmpty() ? "KEYS_ONLY" : "INCLUDE";
        }
    }

    /** Units a second that are paid for, whether they are used or not. */
    public record Capacity(long readUnits, long writeUnits) {}

    /** The local indexes, or the global ones. */
    public List<IndexShape> indexes(boolean local) {
        return indexes.stream().filter(index -> index.isLocal() == local).toList();
    }

    public TableShape withStream(@Nullable String viewType) {
        return new TableShape(key, types, indexes, timeToLive, viewType, capacity);
    }

    public TableShape withCapacity(@Nullable Capacity changed) {
        return new TableShape(key, types, indexes, timeToLive, stream, changed);
    }

    /** The same with one index changed, which the table is known to have. */
    public TableShape withIndex(String name, UnaryOperator<IndexShape> change) {
        List<IndexShape> changed = indexes.stream()
                .map(index -> index.name().equals(name) ? change.apply(index) : index)
                .toList();
        return new TableShape(key, types, changed, timeToLive, stream, capacity);
    }

    /** A table that has the indexes of both: two of our tables may be one of DynamoDB's. */
    public TableShape and(TableShape other) {
        Map<String, String> allTypes = new LinkedHashMap<>(types);
        allTypes.putAll(other.types);
        List<IndexShape> all = new ArrayList<>(indexes);
        for (IndexShape index : other.indexes) {
            if (all.stream().noneMatch(known -> known.name().equals(index.name()))) {
                all.add(index);
            }
        }
        return new TableShape(key, allTypes, all, timeToLive, stream, capacity);
    }
}
