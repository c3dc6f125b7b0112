package dev.tempest.internal.model;

import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.schema.RawTable;
import java.util.Map;
import java.util.Set;

/**
 * The attributes of a table's item types, where each item type declares its own.
 *
 * @param <V> the SDK's attribute value
 */
public interface ItemTables<V> {
    /**
     * The table with the attributes of one item type.
     *
     * @param attributes the names of the attributes that store each property, in the order of the properties
     * @param composed the names of the attributes that are made of several properties
     * @throws IllegalArgumentException if a property cannot be stored
     */
    RawTable<V> of(Class<?> itemType, Map<Property, String[]> attributes, Set<String> composed);
}
