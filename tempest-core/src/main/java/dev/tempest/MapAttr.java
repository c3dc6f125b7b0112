package dev.tempest;

import java.util.Map;

/**
 * An attribute that holds a map from keys to values, not the properties of a nested value.
 *
 * @param <T> the item type
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public interface MapAttr<T, K, V> extends Attr<T, Map<K, V>> {
    /**
     * The value under a key, which is absent if the map does not have the key. Setting it adds the key; the map itself must be
     * there for that.
     */
    Attr<T, V> at(K key);
}
