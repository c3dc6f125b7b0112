package dev.tempest;

/**
 * The size of an attribute; see {@link Attr#size()}. Immutable. Not to be implemented by others.
 *
 * @param <T> the item type
 */
public interface Size<T> {
    /** Holds if the attribute has the size. */
    Condition<T> eq(int size);

    /** Holds if the attribute has another size, or no size. */
    Condition<T> ne(int size);

    /** Holds if the attribute is smaller. */
    Condition<T> lt(int size);

    /** Holds if the attribute has the size, or is smaller. */
    Condition<T> le(int size);

    /** Holds if the attribute is larger. */
    Condition<T> gt(int size);

    /** Holds if the attribute has the size, or is larger. */
    Condition<T> ge(int size);

    /** Holds if the attribute's size lies between two, or is one of them. */
    Condition<T> between(int low, int high);
}
