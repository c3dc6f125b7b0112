package dev.tempest;

/**
 * Converts the values of a property to what is stored, and back. See {@link Converted}.
 *
 * <p>One converter is used by many threads at once. It is never given null, and returns none. What it throws is reported with the
 * property and the item's key.
 *
 * @param <A> the type of the property
 * @param <S> the type that is stored: any that a property without a converter can have
 */
public interface ValueConverter<A, S> {
    /** What is stored for a value. */
    S toStored(A value);

    /** The value for which {@code stored} was stored. */
    A fromStored(S stored);
}
