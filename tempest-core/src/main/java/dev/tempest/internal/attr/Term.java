package dev.tempest.internal.attr;

import dev.tempest.Condition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition as the user made it: on properties and their values, whatever table they are stored in.
 *
 * @param <T> the item type
 */
public sealed interface Term<T> extends Condition<T> {
    /** A condition on a property, and on no other conditions. */
    sealed interface Leaf<T> extends Term<T> {
        PropertyPath path();
    }

    /** An operator between a property and a value. With null, it asks whether there is a value. */
    record Comparison<T>(
            PropertyPath path, Operator operator, @Nullable Object value) implements Leaf<T> {
        @Override
        public String toString() {
            return path + " " + operator.symbol() + (value == null ? " null" : " ?");
        }
    }

    /** An operator between two properties. */
    record PathComparison<T>(PropertyPath path, Operator operator, PropertyPath other) implements Leaf<T> {
        @Override
        public String toString() {
            return path + " " + operator.symbol() + " " + other;
        }
    }

    /** A range, both ends included. */
    record Between<T>(PropertyPath path, Object low, Object high) implements Leaf<T> {
        @Override
        public String toString() {
            return path + " BETWEEN ? AND ?";
        }
    }

    /** That a property has one of some values. */
    record In<T>(PropertyPath path, List<Object> values) implements Leaf<T> {
        @Override
        public String toString() {
            return path + " IN (" + values.size() + " values)";
        }
    }

    /** That an attribute is there, or is not. */
    record Existence<T>(PropertyPath path, boolean isThere) implements Leaf<T> {
        @Override
        public String toString() {
            return (isThere ? "attribute_exists(" : "attribute_not_exists(") + path + ")";
        }
    }

    /** That text begins with other text. */
    record BeginsWith<T>(PropertyPath path, String prefix) implements Leaf<T> {
        @Override
        public String toString() {
            return "begins_with(" + path + ", ?)";
        }
    }

    /** That text has other text in it. */
    record ContainsText<T>(PropertyPath path, String part) implements Leaf<T> {
        @Override
        public String toString() {
            return "contains(" + path + ", ?)";
        }
    }

    /** That a collection has an element. */
    record ContainsElement<T>(PropertyPath path, Object element) implements Leaf<T> {
        @Override
        public String toString() {
            return "contains(" + path + ", ?)";
        }
    }

    /** An operator between the size of an attribute and a number. */
    record SizeComparison<T>(PropertyPath path, Operator operator, int size) implements Leaf<T> {
        @Override
        public String toString() {
            return "size(" + path + ") " + operator.symbol() + " " + size;
        }
    }

    /** A range of sizes, both ends included. */
    record SizeBetween<T>(PropertyPath path, int low, int high) implements Leaf<T> {
        @Override
        public String toString() {
            return "size(" + path + ") BETWEEN " + low + " AND " + high;
        }
    }

    /** Holds if all do: two or more, none of which is an {@code All}. */
    record All<T>(List<Term<?>> terms) implements Term<T> {
        @Override
        public String toString() {
            return joined(terms, " AND ");
        }
    }

    /** Holds if one does: two or more, none of which is an {@code Any}. */
    record Any<T>(List<Term<?>> terms) implements Term<T> {
        @Override
        public String toString() {
            return joined(terms, " OR ");
        }
    }

    /** Holds if the other does not. */
    record Not<T>(Term<T> term) implements Term<T> {
        @Override
        public String toString() {
            return "NOT (" + term + ")";
        }
    }

    /**
     * A condition that came in from outside.
     *
     * @throws IllegalArgumentException if the library has not made it
     */
    static <T> Term<T> of(Condition<T> condition) {
        if (condition instanceof Term<T> term) {
            return term;
        }
        throw new IllegalArgumentException("A condition is made by the operators of an attribute, such as"
                + " attr(Album::title).eq(\"x\"); " + condition.getClass().getName() + " is not.");
    }

    /**
     * All of the conditions.
     *
     * @param conditions on the type or its supertypes
     * @throws IllegalArgumentException if there is none
     */
    static <T> Term<T> all(List<? extends Condition<?>> conditions) {
        List<Term<?>> terms = new ArrayList<>();
        for (Condition<?> condition : conditions) {
            Term<?> term = of(condition);
            if (term instanceof All<?> all) {
                terms.addAll(all.terms());
            } else {
                terms.add(term);
            }
        }
        return requireSome(terms) == 1 ? as(terms.get(0)) : new All<>(List.copyOf(terms));
    }

    /**
     * One of the conditions, at least.
     *
     * @param conditions on the type or its supertypes
     * @throws IllegalArgumentException if there is none
     */
    static <T> Term<T> any(List<? extends Condition<?>> conditions) {
        List<Term<?>> terms = new ArrayList<>();
        for (Condition<?> condition : conditions) {
            Term<?> term = of(condition);
            if (term instanceof Any<?> any) {
                terms.addAll(any.terms());
            } else {
                terms.add(term);
            }
        }
        return requireSome(terms) == 1 ? as(terms.get(0)) : new Any<>(List.copyOf(terms));
    }

    @Override
    default Condition<T> and(Condition<? super T> other) {
        Term<?> term = of(other);
        return new All<>(joined(
                this instanceof All<T> all ? all.terms() : List.of(this),
                term instanceof All<?> all ? all.terms() : List.of(term)));
    }

    @Override
    default Condition<T> or(Condition<? super T> other) {
        Term<?> term = of(other);
        return new Any<>(joined(
                this instanceof Any<T> any ? any.terms() : List.of(this),
                term instanceof Any<?> any ? any.terms() : List.of(term)));
    }

    @Override
    default Condition<T> not() {
        return this instanceof Not<T> not ? not.term() : new Not<>(this);
    }

    /** Whether all properties that it names are those of a type, as far as their owners tell. */
    default boolean isAbout(Class<?> type) {
        if (this instanceof Leaf<T> leaf) {
            return leaf.path().owner().isAssignableFrom(type);
        } else if (this instanceof All<T> all) {
            return all.terms().stream().allMatch(term -> term.isAbout(type));
        } else if (this instanceof Any<T> any) {
            return any.terms().stream().allMatch(term -> term.isAbout(type));
        }
        return ((Not<T>) this).term().isAbout(type);
    }

    private static int requireSome(List<Term<?>> terms) {
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("allOf and anyOf need a condition.");
        }
        return terms.size();
    }

    /** A condition on a supertype's properties is one on the type's. */
    @SuppressWarnings("unchecked")
    private static <T> Term<T> as(Term<?> term) {
        return (Term<T>) term;
    }

    /** Both lists in one that has no room to spare: conditions are made for one request. */
    private static List<Term<?>> joined(List<? extends Term<?>> some, List<? extends Term<?>> more) {
        Term<?>[] terms = new Term<?>[some.size() + more.size()];
        for (int i = 0; i < some.size(); i++) {
            terms[i] = some.get(i);
        }
        for (int i = 0; i < more.size(); i++) {
            terms[some.size() + i] = more.get(i);
        }
        return List.of(terms);
    }

    private static String joined(List<Term<?>> terms, String word) {
        StringBuilder text = new StringBuilder();
        for (Term<?> term : terms) {
            text.append(text.length() == 0 ? "(" : word).append(term);
        }
        return text.append(')').toString();
    }
}
