package dev.tempest;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of an item type, named by the property that holds it: what conditions and changes are made of. It is made by
 * {@link Attributes} or by a view. Values are stored as the property stores them, with its converter and prefix. Immutable,
 * and safe for use by several threads. Not to be implemented by others.
 *
 * <p>Whether the item type has the property is checked when the attribute is used, before anything is sent.
 *
 * @param <T> the item type
 * @param <V> the property's type
 */
public interface Attr<T, V> {
    /** Holds if the attribute has the value; with null, if the attribute is absent or DynamoDB's own null. */
    Condition<T> eq(@Nullable V value);

    /** Holds if the item has both attributes, and they are equal. */
    Condition<T> eq(Attr<? super T, V> other);

    /**
     * Holds if the attribute has another value or is absent; with null, if the attribute is neither absent nor DynamoDB's own
     * null.
     */
    Condition<T> ne(@Nullable V value);

    /** Holds if both attributes differ, or the item lacks one of them. */
    Condition<T> ne(Attr<? super T, V> other);

    /** Holds if the attribute is less than a value. Only text, numbers and binary values have an order. */
    Condition<T> lt(V value);

    /** Holds if the attribute is less than another. */
    Condition<T> lt(Attr<? super T, V> other);

    /** Holds if the attribute is a value, or less. */
    Condition<T> le(V value);

    /** Holds if the attribute is equal to another, or less. */
    Condition<T> le(Attr<? super T, V> other);

    /** Holds if the attribute is greater than a value. */
    Condition<T> gt(V value);

    /** Holds if the attribute is greater than another. */
    Condition<T> gt(Attr<? super T, V> other);

    /** Holds if the attribute is a value, or greater. */
    Condition<T> ge(V value);

    /** Holds if the attribute is equal to another, or greater. */
    Condition<T> ge(Attr<? super T, V> other);

    /** Holds if the attribute lies between two values, or is one of them. */
    Condition<T> between(V low, V high);

    /**
     * Holds if the attribute has one of the values. There may be more of them than DynamoDB takes for one IN.
     *
     * @throws IllegalArgumentException if the collection is empty or contains null
     */
    Condition<T> in(Collection<? extends V> values);

    /** Holds if the attribute is there. DynamoDB's own null is. */
    Condition<T> exists();

    /** Holds if the attribute is not there. */
    Condition<T> absent();

    /**
     * The attribute's size: the length of a string, the bytes of a binary value, the number of elements of a collection. Do not
     * rely on the length of text outside ASCII: DynamoDB does not document whether it counts characters or bytes.
     * Only {@link Size#ne} holds where the attribute is absent or has no size.
     */
    Size<T> size();

    /**
     * A property of the value that the attribute holds: {@code list(Album::tracks).at(0).then(Track::title)}.
     *
     * @throws IllegalArgumentException if the expression does anything but read a property
     */
    <W> Attr<T, W> then(Getter<V, @Nullable W> getter);

    /** Sets the attribute; null removes it. */
    Change<T> set(@Nullable V value);

    /** Sets the attribute where it is absent. DynamoDB's own null is not absent. */
    Change<T> setIfAbsent(V value);

    /** Removes the attribute. */
    Change<T> remove();
}
