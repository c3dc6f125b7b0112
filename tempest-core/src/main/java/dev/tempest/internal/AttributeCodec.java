package dev.tempest.internal;

/**
 * Converts one property's value to an SDK's attribute value and back. It is never given null, nor an attribute value that
 * stands for null, but may make one: then nothing is stored.
 *
 * @param <V> the SDK's attribute value
 */
public interface AttributeCodec<V> {
    V toValue(Object property);

    Object toProperty(V value);

    /** Whether both store the same value alike. */
    boolean storesAs(AttributeCodec<V> other);
}
