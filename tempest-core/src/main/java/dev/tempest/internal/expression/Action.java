package dev.tempest.internal.expression;

import org.jspecify.annotations.Nullable;

/**
 * A change of one place in an item, as DynamoDB is to make it.
 *
 * @param <V> the SDK's attribute value
 */
public sealed interface Action<V> {
    AttributePath path();

    /** Sets a value. */
    record Assign<V>(AttributePath path, V value) implements Action<V> {}

    /** Sets a value where there is none. */
    record AssignIfAbsent<V>(AttributePath path, V value) implements Action<V> {}

    /** Removes what is there. */
    record Remove<V>(AttributePath path) implements Action<V> {}

    /**
     * Adds to a number.
     *
     * @param start what a number counts from that is absent
     * @param isUp whether what is added is not less than zero
     * @param limit how far the stored number may go: to this one at most if it counts up, else at least; null for any
     * @param whenFull why it cannot be done, as messages say it
     */
    record Count<V>(
            AttributePath path,
            V start,
            V delta,
            boolean isUp,
            @Nullable V limit,
            String whenFull) implements Action<V> {}

    /** Adds elements to a set. */
    record AddElements<V>(AttributePath path, V elements) implements Action<V> {}

    /** Removes elements from a set. */
    record DeleteElements<V>(AttributePath path, V elements) implements Action<V> {}

    /**
     * Adds elements to an end of a list.
     *
     * @param empty a list without elements, for one that is absent
     */
    record Append<V>(AttributePath path, V empty, V elements, boolean isAtEnd) implements Action<V> {}

    /** Writes the action, and what it requires of the stored item. */
    default void writeTo(UpdateText<V> text) {
        if (this instanceof Assign<V> assign) {
            text.set(assign.path(), assign.value());
        } else if (this instanceof AssignIfAbsent<V> assign) {
            text.setIfAbsent(assign.path(), assign.value());
        } else if (this instanceof Remove<V> remove) {
            text.remove(remove.path());
        } else if (this instanceof Count<V> count) {
            text.add(count.path(), count.start(), count.delta());
            V limit = count.limit();
            if (limit != null) {
                text.requireIfPresent(count.path(), count.isUp() ? "<=" : ">=", limit);
            }
        } else if (this instanceof AddElements<V> add) {
            text.addAll(add.path(), add.elements());
        } else if (this instanceof DeleteElements<V> delete) {
            text.removeAll(delete.path(), delete.elements());
        } else if (this instanceof Append<V> append) {
            text.append(append.path(), append.empty(), append.elements(), append.isAtEnd());
        }
    }
}
