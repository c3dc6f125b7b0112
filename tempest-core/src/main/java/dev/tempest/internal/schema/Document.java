package dev.tempest.internal.schema;

import java.util.Map;

/**
 * A class whose objects are stored as maps, one attribute for each property; or the raw item type itself.
 *
 * @param type the class
 * @param attributes by the names of their properties, and of the methods and fields that read them
 * @param properties the names of the properties, as messages list them
 * @param <V> the SDK's attribute value
 */
public record Document<V>(Class<?> type, Map<String, RawAttribute<V>> attributes, Iterable<String> properties) {}
