package dev.tempest.sdk1.internal;

import dev.tempest.internal.TypeRegistry;

/** Finds the table and the type of the keys and items that a batch or transaction is given. */
final class Registry {
    private final TypeRegistry<Items<?, ?>> types =
            new TypeRegistry<>(items -> items.table().name(), Items::type);

    void add(Class<?> keyType, Items<?, ?> items) {
        types.add(keyType, items);
    }

    /** Whether the object is of a key type, and of no item type. */
    boolean isKey(Object keyOrItem) {
        return types.isKey(keyOrItem);
    }

    @SuppressWarnings("unchecked")
    Items<Object, Object> ofKey(Object key) {
        return (Items<Object, Object>) types.ofKey(key);
    }

    @SuppressWarnings("unchecked")
    Items<Object, Object> ofItem(Object item) {
        return (Items<Object, Object>) types.ofItem(item);
    }

    static Object plain(Object keyOrItem) {
        return TypeRegistry.plain(keyOrItem);
    }
}
