package dev.tempest;

import java.util.Collection;
import java.util.Set;

/**
 * An attribute that holds a set of strings, numbers or binary values.
 *
 * @param <T> the item type
 * @param <E> the elements' type
 */
public interface SetAttr<T, E> extends Attr<T, Set<E>> {
    /** Holds if the set has the element. */
    Condition<T> contains(E element);

    /**
     * Adds elements to the set. An attribute that is absent becomes a set of them.
     *
     * @throws IllegalArgumentException if there are none
     */
    Change<T> addAll(Collection<? extends E> elements);

    /**
     * Removes elements from the set. A set that becomes empty is removed.
     *
     * @throws IllegalArgumentException if there are none
     */
    Change<T> removeAll(Collection<? extends E> elements);
}
