package dev.tempest.items;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An item whose key belongs to none of the table's item types.
 *
 * @param key the key attributes, by attribute name, as {@link ItemChange#key()} has them
 * @param attributes all attributes as DynamoDB JSON has them: a map such as <code>{S=text}</code> for each name
 */
public record UnknownItem(Map<String, Object> key, Map<String, Object> attributes) implements ReadItem {
    /** Copies the maps. */
    public UnknownItem {
        key = Collections.unmodifiableMap(new LinkedHashMap<>(key));
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** Shows the key, and no other attribute. */
    @Override
    public String toString() {
        return "UnknownItem[" + key + "]";
    }
}
