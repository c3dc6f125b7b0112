package dev.tempest.soak.access;

import dev.tempest.sdk2.Increment;
import dev.tempest.soak.item.Entry;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The items of one type, through one of the clients.
 *
 * @param <I> the item type
 */
public interface Access<I extends Entry<I>> {
    @Nullable I load(String name);

    I update(String name, UnaryOperator<I> change);

    I updateOrCreate(String name, Function<@Nullable I, I> change);

    I create(I item);

    /**
     * Saves an item.
     *
     * @param condition null for none of the caller's
     */
    I save(I item, @Nullable Condition condition);

    /**
     * Writes the attributes that the item has.
     *
     * @param condition null for none of the caller's
     */
    I merge(I item, @Nullable Condition condition);

    /**
     * Deletes an item.
     *
     * @param condition null for none of the caller's
     */
    @Nullable I delete(I item, @Nullable Condition condition);

    @Nullable I deleteKey(String name, Condition condition);

    /** Returns the new total. */
    long increment(String name, Increment<Object> increment);
}
