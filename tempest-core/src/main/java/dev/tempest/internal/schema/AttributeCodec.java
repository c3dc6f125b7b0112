package dev.tempest.internal.schema;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Converts one property's value to an SDK's attribute value and back. It is never given null, but may
 * make an attribute value that stands for null: then nothing is stored.
 *
 * @param <V> the SDK's attribute value
 */
public interface AttributeCodec<V> {
    V toValue(Object property);

    /** Null for an attribute value that stands for null. */
    @Nullable Object toProperty(V value);

    /** What a property holds for which nothing is stored; null, or what the property's type has for that. */
    default @Nullable Object ofNothing() {
        return null;
    }

    /** Whether the program's own code converts, so that what it throws is in the program's words. */
    default boolean isProgrammed() {
        return false;
    }

    /** Whether DynamoDB can store whatever the codec makes, so that nobody needs to look into it. */
    default boolean isAlwaysStorable() {
        return false;
    }

    /** DynamoDB's name of the type that values are stored as, such as {@code S} or {@code L}; null if it is not known. */
    default @Nullable String kind() {
        return null;
    }

    /** Whether the codec is of properties of a Kotlin value class, which hold what that wraps. */
    default boolean unwraps(Class<?> valueClass) {
        return false;
    }

    /** What a property holds for a value, which may be an object of the Kotlin value class that the codec {@link #unwraps}. */
    default Object unwrapped(Object value) {
        return value;
    }

    /** Whether DynamoDB orders what is stored as the type orders its values, although the property holds something else. */
    default boolean keepsOrder() {
        return false;
    }

    /** The greatest of a type's numbers, whose least is zero, although the property holds something else; null for other types. */
    default @Nullable BigInteger greatestUnsigned() {
        return null;
    }

    /** How the properties of a value are stored, if it becomes a map of them; null if it does not, or if that is not known. */
    default @Nullable Document<V> document() {
        return null;
    }

    /** How the elements of a list or the values of a map are stored, if a value becomes one of them; null if that is not known. */
    default @Nullable Parts<V> parts() {
        return null;
    }

    /** Whether both store the same value alike. */
    boolean storesAs(AttributeCodec<V> other);
}
