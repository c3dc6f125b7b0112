package dev.tempest.internal.model;

import dev.tempest.internal.ModelError;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The raw item types of a database's item types in each table. One item type may be in tables of several raw item types, but not in
 * one table by two: a batch, which is given items only, could not tell how to store them. Safe for use by several threads.
 */
public final class RawTypes {
    private final Map<String, RawTypes> tables = new ConcurrentHashMap<>();
    private final Map<Class<?>, Class<?>> rawTypes = new ConcurrentHashMap<>();

    /** Those in one table of DynamoDB. */
    public RawTypes of(String tableName) {
        return tables.computeIfAbsent(tableName, name -> new RawTypes());
    }

    /**
     * An item type has one raw type in a table: its attributes' names and types come from there.
     *
     * @throws IllegalArgumentException if the item type has another raw type already
     */
    void bind(Class<?> itemType, Class<?> rawType) {
        Class<?> other = rawTypes.putIfAbsent(itemType, rawType);
        if (other != null && other != rawType) {
            throw ModelError.of(
                    itemType,
                    "is in one table by two raw item types, " + ModelError.name(other) + " and "
                            + ModelError.name(rawType),
                    "Declare an item type for each");
        }
    }
}
