package dev.tempest;

/**
 * What the attributes of an item must be for it to be written or returned. It is made by the operators of {@link Attr}, and
 * evaluated by DynamoDB. Immutable, and safe for use by several threads. Not to be implemented by others.
 *
 * @param <T> the item type
 */
public interface Condition<T> {
    /** Holds if both conditions hold. */
    Condition<T> and(Condition<? super T> other);

    /** Holds if at least one of the conditions holds. */
    Condition<T> or(Condition<? super T> other);

    /** Holds if this condition does not. */
    Condition<T> not();
}
