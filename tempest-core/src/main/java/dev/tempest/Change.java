package dev.tempest;

/**
 * A change of single attributes of an item, which leaves its other attributes alone. It is made by {@link Attr} and its
 * subtypes, and joined by {@link Attributes#changes}. Immutable, and safe for use by several threads. Not to be implemented by
 * others.
 *
 * @param <T> the item type
 */
public interface Change<T> {
    /**
     * Makes this change and another, in one request. DynamoDB computes all changes from the item as it was.
     *
     * @throws IllegalArgumentException if both change the same attribute, or one changes a part of what the other changes
     */
    Change<T> and(Change<? super T> other);

    /** Makes the change only if the stored item meets a condition, besides the conditions that the change has already. */
    Change<T> onlyIf(Condition<? super T> condition);

    /**
     * Creates the item if it does not exist, of its key, what the change sets, and the constants and attributes that its type
     * computes. Without it, the change fails if the item does not exist.
     */
    Change<T> orCreate();
}
