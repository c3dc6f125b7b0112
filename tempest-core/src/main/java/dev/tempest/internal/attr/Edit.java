package dev.tempest.internal.attr;

import dev.tempest.Change;
import dev.tempest.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A change as the user made it: of properties, whatever table they are stored in.
 *
 * @param steps the single changes, of which no two change the same property or a part of it
 * @param condition what the stored item must be; null for anything
 * @param isOrCreate whether the item is created if there is none
 * @param <T> the item type
 */
public record Edit<T>(List<Step> steps, @Nullable Term<?> condition, boolean isOrCreate) implements Change<T> {

    /** A change of one property. */
    public sealed interface Step {
        PropertyPath path();
    }

    /** Sets a property; null removes its attribute. */
    public record Assign(PropertyPath path, @Nullable Object value) implements Step {
        @Override
        public String toString() {
            return path + " = ?";
        }
    }

    /** Sets a property whose attribute is absent. */
    public record SetIfAbsent(PropertyPath path, Object value) implements Step {
        @Override
        public String toString() {
            return path + " = if_not_exists(?)";
        }
    }

    /** Removes the attribute of a property. */
    public record Remove(PropertyPath path) implements Step {
        @Override
        public String toString() {
            return "remove " + path;
        }
    }

    /** Adds to a number. */
    public record Add(PropertyPath path, Number delta) implements Step {
        @Override
        public String toString() {
            return "add ? to " + path;
        }
    }

    /** Adds elements to a set, or removes them from it. */
    public record Elements(PropertyPath path, boolean isAdding, Set<Object> elements) implements Step {
        @Override
        public String toString() {
            return (isAdding ? "add " : "delete ") + elements.size() + " elements of " + path;
        }
    }

    /** Adds an element to the end of a list, or to its beginning. */
    public record Extension(PropertyPath path, boolean isAtEnd, Object element) implements Step {
        @Override
        public String toString() {
            return (isAtEnd ? "append to " : "prepend to ") + path;
        }
    }

    static <T> Edit<T> of(Step step) {
        return new Edit<>(List.of(step), null, false);
    }

    /**
     * A change that came in from outside.
     *
     * @throws IllegalArgumentException if the library has not made it
     */
    public static <T> Edit<T> of(Change<T> change) {
        if (change instanceof Edit<T> edit) {
            return edit;
        }
        throw new IllegalArgumentException("A change is made by an attribute, such as attr(Album::title).set(\"x\"); "
                + change.getClass().getName() + " is not.");
    }

    /**
     * All of the changes, at once.
     *
     * @param changes of the type or its supertypes
     * @throws IllegalArgumentException if there is none, or two of them overlap
     */
    public static <T> Edit<T> all(List<? extends Change<?>> changes) {
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("changes needs a change.");
        }
        List<Step> steps = new ArrayList<>();
        List<Term<?>> conditions = new ArrayList<>();
        boolean isOrCreate = false;
        for (Change<?> change : changes) {
            Edit<?> edit = of(change);
            for (Step step : edit.steps()) {
                steps.forEach(other -> requireApart(other, step));
                steps.add(step);
            }
            Term<?> condition = edit.condition();
            if (condition != null) {
                conditions.add(condition);
            }
            isOrCreate |= edit.isOrCreate();
        }
        return new Edit<>(List.copyOf(steps), conditions.isEmpty() ? null : Term.all(conditions), isOrCreate);
    }

    @Override
    public Change<T> and(Change<? super T> other) {
        return all(List.of(this, other));
    }

    @Override
    public Change<T> onlyIf(Condition<? super T> further) {
        Term<?> both = condition == null ? Term.of(further) : Term.all(List.of(condition, further));
        return new Edit<>(steps, both, isOrCreate);
    }

    @Override
    public Change<T> orCreate() {
        return new Edit<>(steps, condition, true);
    }

    private static void requireApart(Step one, Step other) {
        if (one.path().contains(other.path()) || other.path().contains(one.path())) {
            throw overlap(one.path(), other.path());
        }
    }

    /** What to throw for two changes that overlap, which DynamoDB refuses. */
    public static IllegalArgumentException overlap(Object one, Object other) {
        return new IllegalArgumentException(
                one.equals(other)
                        ? "Two changes of " + one
                                + " cannot be made in one request. Make one change of them, or patch twice."
                        : "The changes of " + one + " and of " + other
                                + " overlap, because one is a part of the other, or"
                                + " both are stored in one attribute. Patch twice, or set the whole value.");
    }
}
