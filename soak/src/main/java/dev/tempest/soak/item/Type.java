package dev.tempest.soak.item;

import java.util.function.Function;

/**
 * An item type.
 *
 * @param fresh makes a new item that one operation has written
 * @param <K> its key type
 * @param <I> the type itself
 */
public record Type<K, I extends Entry<I>>(
        Class<K> keyType, Class<I> itemType, Function<String, K> key, Fresh<I> fresh) {
    /** Makes new items. */
    @FunctionalInterface
    public interface Fresh<I> {
        I make(String name, int operation);
    }
}
