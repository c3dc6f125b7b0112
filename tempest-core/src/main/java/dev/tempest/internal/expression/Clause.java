package dev.tempest.internal.expression;

import dev.tempest.internal.schema.Values;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A condition on attributes by their stored names and values, as DynamoDB is to evaluate it.
 *
 * @param <V> the SDK's attribute value
 */
public sealed interface Clause<V> {
    /** A caller's own expression, by placeholders of its own. */
    record Text<V>(
            String expression,
            @Nullable Map<String, String> names,
            @Nullable Map<String, V> values) implements Clause<V> {}

    /** That an attribute is there, or is not. */
    record Existence<V>(AttributePath path, boolean isThere) implements Clause<V> {}

    /** An operator between an attribute and a value, such as {@code =} or {@code <}. */
    record Comparison<V>(AttributePath path, String operator, V value) implements Clause<V> {}

    /** An operator between two attributes. */
    record PathComparison<V>(AttributePath path, String operator, AttributePath other) implements Clause<V> {}

    /** An operator between the size of an attribute and a number. */
    record SizeComparison<V>(AttributePath path, String operator, V size) implements Clause<V> {}

    /** A range, both ends included, of an attribute or of its size. */
    record Between<V>(AttributePath path, boolean isOfSize, V low, V high) implements Clause<V> {}

    /** That an attribute has one of some values: at most as many as DynamoDB takes for one IN. */
    record In<V>(AttributePath path, List<V> values) implements Clause<V> {}

    /** A function of an attribute and a value: {@code begins_with}, {@code contains} or {@code attribute_type}. */
    record Call<V>(String function, AttributePath path, V value) implements Clause<V> {}

    /** Holds if all do. */
    record All<V>(List<Clause<V>> clauses) implements Clause<V> {}

    /** Holds if one does. */
    record Any<V>(List<Clause<V>> clauses) implements Clause<V> {}

    /** Holds if the other does not. */
    record Not<V>(Clause<V> clause) implements Clause<V> {}

    /** That there is nothing: DynamoDB's own null stands for that, too, but is an attribute that exists. */
    static <V> Clause<V> isNothing(AttributePath path, Values<V> values) {
        return new Any<>(
                List.of(new Existence<>(path, false), new Call<>("attribute_type", path, values.ofText("NULL"))));
    }

    /** Both, where there are both. */
    static <V> @Nullable Clause<V> both(@Nullable Clause<V> one, @Nullable Clause<V> other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return new All<>(List.of(one, other));
    }
}
