package dev.tempest.internal.model;

import dev.tempest.Index;
import dev.tempest.Table;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.reflect.Inherited;
import dev.tempest.internal.schema.KeySchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The key and the indexes that a table's interface declares.
 *
 * @param owner the interface that has the {@link Table}
 * @param indexes the secondary indexes, by name
 * @param localIndexes the names of the local secondary indexes
 * @param projections what the indexes hold beside keys, by the names of those that do not hold all attributes
 */
public record DeclaredKeys(
        Class<?> owner,
        KeySchema key,
        Map<String, KeySchema> indexes,
        Set<String> localIndexes,
        Map<String, List<String>> projections) {
    private static final int MOST_ATTRIBUTES = 4;

    /** Whether a table's interface, or one that it extends, has a {@link Table}. */
    public static boolean are(Class<?> tableType) {
        return Inherited.annotation(tableType, Table.class) != null;
    }

    /**
     * What an interface declares, or one that it extends; null for nothing.
     *
     * @throws IllegalArgumentException if DynamoDB could not have such a table
     */
    public static @Nullable DeclaredKeys of(Class<?> tableType) {
        Table table = Inherited.annotation(tableType, Table.class);
        return table == null ? null : new Reading(owner(tableType, table), table).read();
    }

    /** Several interfaces that inherit the same declaration are of one table. */
    private static Class<?> owner(Class<?> tableType, Table table) {
        for (Class<?> each : Inherited.hierarchy(tableType)) {
            if (table.equals(each.getAnnotation(Table.class))) {
                return each;
            }
        }
        return tableType;
    }

    /** The attributes of the indexes' keys, with the index that they are of. */
    public Map<String, String> indexAttributes() {
        Map<String, String> found = new LinkedHashMap<>();
        indexes.forEach((name, schema) -> schema.attributes().forEach(attribute -> found.putIfAbsent(attribute, name)));
        key.attributes().forEach(found::remove);
        return found;
    }

    private static final class Reading {
        private final Class<?> owner;
        private final Table table;
        private final Map<String, KeySchema> indexes = new LinkedHashMap<>();
        private final Set<String> local = new LinkedHashSet<>();
        private final Set<String> names = new HashSet<>();
        private final Map<String, List<String>> projections = new LinkedHashMap<>();

        Reading(Class<?> owner, Table table) {
            this.owner = owner;
            this.table = table;
        }

        DeclaredKeys read() {
            String partitionKey = table.partitionKey();
            String sortKey = table.sortKey();
            if (partitionKey.isEmpty()) {
                throw ModelError.of(
                        owner,
                        "has a @Table with an empty partitionKey",
                        "Name the attribute that is the partition key of the table");
            }
            if (partitionKey.equals(sortKey)) {
                throw ModelError.of(
                        owner,
                        "has a @Table whose partitionKey and sortKey are both " + sortKey,
                        "Name two attributes, or leave out sortKey if the table has none");
            }
            for (Index index : table.indexes()) {
                add(index);
            }
            return new DeclaredKeys(
                    owner,
                    new KeySchema(partitionKey, sortKey.isEmpty() ? null : sortKey),
                    indexes,
                    local,
                    projections);
        }

        private void add(Index index) {
            String name = index.name();
            if (name.isEmpty()) {
                throw ModelError.of(
                        owner, "has an @Index with an empty name", "Give it the name that it has in DynamoDB");
            }
            if (!names.add(name)) {
                throw ModelError.of(
                        owner, "has two indexes named " + name, "Give each @Index a name of its own, or remove one");
            }
            List<String> partitionKeys = List.of(index.partitionKey());
            List<String> sortKeys = List.of(index.sortKey());
            checkAttributes(name, partitionKeys, sortKeys);
            if (partitionKeys.isEmpty()) {
                checkLocal(name, sortKeys);
                local.add(name);
                partitionKeys = List.of(table.partitionKey());
            }
            indexes.put(name, new KeySchema(partitionKeys, sortKeys));
            List<String> projected = List.of(index.projection());
            if (!projected.equals(List.of(Index.ALL))) {
                checkProjection(name, projected);
                projections.put(name, projected);
            }
        }

        private void checkProjection(String name, List<String> projected) {
            KeySchema index = indexes.getOrDefault(name, new KeySchema(table.partitionKey(), null));
            Set<String> known = new HashSet<>();
            for (String attribute : projected) {
                if (attribute.isEmpty() || attribute.equals(Index.ALL)) {
                    throw ModelError.of(
                            owner,
                            "has the index " + name + " with " + (attribute.isEmpty() ? "an empty name" : Index.ALL)
                                    + " in its projection",
                            "Name attributes, or leave out the projection for all of them");
                }
                boolean isKey = index.contains(attribute)
                        || attribute.equals(table.partitionKey())
                        || attribute.equals(table.sortKey());
                if (isKey || !known.add(attribute)) {
                    throw ModelError.of(
                            owner,
                            "has the index " + name + " with " + attribute + (isKey ? ", a key attribute," : " twice")
                                    + " in its projection",
                            isKey ? "Leave it out: an index holds its keys and those of the table" : "Name it once");
                }
            }
        }

        private void checkAttributes(String name, List<String> partitionKeys, List<String> sortKeys) {
            List<String> all = new ArrayList<>(partitionKeys);
            all.addAll(sortKeys);
            if (all.contains("")) {
                throw ModelError.of(
                        owner, "has the index " + name + " with an empty key attribute", "Name the attribute");
            }
            Set<String> known = new HashSet<>();
            for (String attribute : all) {
                if (!known.add(attribute)) {
                    throw ModelError.of(
                            owner,
                            "has the index " + name + " with " + attribute + " twice in its key",
                            "Name it once");
                }
            }
            if (partitionKeys.size() > MOST_ATTRIBUTES || sortKeys.size() > MOST_ATTRIBUTES) {
                throw ModelError.of(
                        owner,
                        "has the index " + name + " with more than " + MOST_ATTRIBUTES
                                + " attributes in one part of its key",
                        "DynamoDB takes up to " + MOST_ATTRIBUTES + " in each part");
            }
        }

        private void checkLocal(String name, List<String> sortKeys) {
            if (sortKeys.isEmpty()) {
                throw ModelError.of(
                        owner,
                        "has the index " + name + " without a key",
                        "Name its partitionKey, or its sortKey for a local index");
            }
            if (table.sortKey().isEmpty()) {
                throw ModelError.of(
                        owner,
                        "has the local index " + name + ", but a table without a sort key can have none",
                        "Name a partitionKey in the @Index, which makes it a global index, or a sortKey in the @Table");
            }
            if (sortKeys.size() > 1) {
                throw ModelError.of(
                        owner,
                        "has the local index " + name + " with several attributes in its sort key",
                        "Name one, or a partitionKey, which makes it a global index");
            }
        }
    }
}
