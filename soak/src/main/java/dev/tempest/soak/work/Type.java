package dev.tempest.soak.work;

import java.util.function.Function;

/**
 * An item type.
 *
 * @param fresh makes a new item that one operation has written
 * @param <K> its key type
 * @param <I> the type itself
 */
record Type<K, I extends Entry<I>>(Class<K> keyType, Class<I> itemType, Function<String, K> key, Fresh<I> fresh) {
    /** Makes new items. */
    @FunctionalInterface
    interface Fresh<I> {
        I make(String name, int operation);
    }
}
