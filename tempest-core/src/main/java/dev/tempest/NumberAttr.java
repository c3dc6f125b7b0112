package dev.tempest;

/**
 * An attribute that holds a number.
 *
 * @param <T> the item type
 * @param <N> the property's type
 */
public interface NumberAttr<T, N extends Number> extends Attr<T, N> {
    /** Adds to the number; less than zero counts down. An attribute that is absent counts from 0. */
    Change<T> add(Number delta);
}
