package dev.tempest.internal.model;

import dev.tempest.internal.ModelError;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The raw item types of a database's item types. Safe for use by several threads. */
public final class RawTypes {
    private final Map<Class<?>, Class<?>> rawTypes = new ConcurrentHashMap<>();

    /**
     * An item type has one raw type: its attributes' names and types come from there.
     *
     * @throws IllegalArgumentException if the item type has another raw type already
     */
    void bind(Class<?> itemType, Class<?> rawType) {
        Class<?> other = rawTypes.putIfAbsent(itemType, rawType);
        if (other != null && other != rawType) {
            throw ModelError.of(
                    itemType,
                    "is in tables of two raw item types, " + ModelError.name(other) + " and "
                            + ModelError.name(rawType),
                    "Declare an item type for each");
        }
    }
}
