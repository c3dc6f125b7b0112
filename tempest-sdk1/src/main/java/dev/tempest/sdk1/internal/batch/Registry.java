package dev.tempest.sdk1.internal.batch;

import dev.tempest.internal.model.TypeRegistry;
import dev.tempest.sdk1.internal.write.Items;

/** Finds the table and the type of the keys and items that a batch or transaction is given. */
public final class Registry extends TypeRegistry<Items<Object, Object>> {
    @SuppressWarnings("unchecked") // An entry is given only what it was found by.
    public void add(Class<?> keyType, Items<?, ?> added) {
        add(keyType, (Items<Object, Object>) added);
    }
}
