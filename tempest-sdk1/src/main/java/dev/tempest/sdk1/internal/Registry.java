package dev.tempest.sdk1.internal;

import dev.tempest.internal.model.TypeRegistry;

/** Finds the table and the type of the keys and items that a batch or transaction is given. */
final class Registry extends TypeRegistry<Items<Object, Object>> {
    @SuppressWarnings("unchecked") // An entry is given only what it was found by.
    void add(Class<?> keyType, Items<?, ?> added) {
        add(keyType, (Items<Object, Object>) added);
    }
}
