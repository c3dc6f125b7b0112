package dev.tempest;

import java.util.List;

/**
 * An attribute that holds a list.
 *
 * @param <T> the item type
 * @param <E> the elements' type
 */
public interface ListAttr<T, E> extends Attr<T, List<E>> {
    /** Holds if the list has the element. */
    Condition<T> contains(E element);

    /**
     * The element at an index from 0. It is absent if the list is shorter. If it is removed, the elements after it move up.
     *
     * @throws IllegalArgumentException if the index is less than 0
     */
    Attr<T, E> at(int index);

    /** Adds an element to the end of the list. An attribute that is absent becomes a list of it. */
    Change<T> append(E element);

    /** Adds an element to the beginning of the list. An attribute that is absent becomes a list of it. */
    Change<T> prepend(E element);

    /**
     * Sets the element at an index from 0. If the list is shorter, DynamoDB adds the element to its end.
     *
     * @throws IllegalArgumentException if the index is less than 0
     */
    Change<T> set(int index, E element);

    /**
     * Removes the element at an index from 0; the elements after it move up. If the list is shorter, nothing changes.
     *
     * @throws IllegalArgumentException if the index is less than 0
     */
    Change<T> remove(int index);
}
