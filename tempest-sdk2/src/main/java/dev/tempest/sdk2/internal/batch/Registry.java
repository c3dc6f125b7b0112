package dev.tempest.sdk2.internal.batch;

import dev.tempest.internal.model.TypeRegistry;
import dev.tempest.sdk2.internal.write.ItemOperations;

/** Finds the table and the type of the keys and items that a batch or transaction is given. */
public final class Registry extends TypeRegistry<ItemOperations<Object, Object>> {
    @SuppressWarnings("unchecked") // An entry is given only what it was found by.
    public void add(Class<?> keyType, ItemOperations<?, ?> added) {
        add(keyType, (ItemOperations<Object, Object>) added);
    }
}
