package dev.tempest.sdk2.internal;

import dev.tempest.internal.TypeRegistry;

/** Finds the table and the type of the keys and items that a batch or transaction is given. */
final class Registry {
    private final TypeRegistry<ItemOperations<?, ?>> types =
            new TypeRegistry<>(operations -> operations.table().name(), ItemOperations::type);

    void add(Class<?> keyType, ItemOperations<?, ?> operations) {
        types.add(keyType, operations);
    }

    /** Whether the object is of a key type, and of no item type. */
    boolean isKey(Object keyOrItem) {
        return types.isKey(keyOrItem);
    }

    @SuppressWarnings("unchecked")
    ItemOperations<Object, Object> ofKey(Object key) {
        return (ItemOperations<Object, Object>) types.ofKey(key);
    }

    @SuppressWarnings("unchecked")
    ItemOperations<Object, Object> ofItem(Object item) {
        return (ItemOperations<Object, Object>) types.ofItem(item);
    }

    static Object plain(Object keyOrItem) {
        return TypeRegistry.plain(keyOrItem);
    }
}
