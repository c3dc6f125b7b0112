package dev.tempest.sdk2;

import dev.tempest.Condition;
import dev.tempest.NumberAttr;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;

/**
 * Numbers to add to numeric properties of one item, all at once. Immutable.
 *
 * <pre>{@code
 * Increment.of(number(Playlist::play_count), 1).and(number(Playlist::skip_count), 1)
 * }</pre>
 *
 * @param <I> the item type; Object where the properties are named by strings
 */
public final class Increment<I> {
    private final List<Counter> counters;
    private final boolean createsItem;
    private final @Nullable Expression condition;
    private final @Nullable Condition<? super I> attributeCondition;

    /**
     * A number to add to a property.
     *
     * @param property the property's name in the item type; that of the attribute, where there is one
     * @param attribute the attribute of the property; null if it was named by a string
     * @param delta what is added; less than zero to count down
     * @param start from where to count if the item has no value
     */
    public record Counter(String property, @Nullable NumberAttr<?, ?> attribute, Number delta, Number start) {
        public Counter {
            Objects.requireNonNull(property, "property");
            Objects.requireNonNull(delta, "delta");
            Objects.requireNonNull(start, "start");
        }

        /** A property that is named by a string. */
        public Counter(String property, Number delta, Number start) {
            this(property, null, delta, start);
        }

        private Counter(NumberAttr<?, ?> attribute, Number delta) {
            this(attribute.toString(), attribute, delta, 0);
        }
    }

    private Increment(
            List<Counter> counters,
            boolean createsItem,
            @Nullable Expression condition,
            @Nullable Condition<? super I> attributeCondition) {
        this.counters = List.copyOf(counters);
        this.createsItem = createsItem;
        this.condition = condition;
        this.attributeCondition = attributeCondition;
        for (Counter counter : counters) {
            if (counters.stream()
                            .filter(other -> other.property().equals(counter.property()))
                            .count()
                    > 1) {
                throw new IllegalArgumentException(
                        "An increment names " + counter.property() + " twice. Add both numbers at once.");
            }
        }
        if (counters.isEmpty()) {
            throw new IllegalArgumentException("An increment needs a property.");
        }
    }

    /** Adds a number to an attribute of an item that is there. */
    public static <I> Increment<I> of(NumberAttr<I, ?> attribute, Number delta) {
        return new Increment<>(List.of(new Counter(attribute, delta)), false, null, null);
    }

    /** Adds a number to a property of an item that is there, by the property's name. */
    public static Increment<Object> of(String property, Number delta) {
        return new Increment<>(List.of(new Counter(property, delta, 0)), false, null, null);
    }

    /** And adds a number to another attribute. */
    public Increment<I> and(NumberAttr<? super I, ?> attribute, Number delta) {
        return and(new Counter(attribute, delta));
    }

    /** And adds a number to another property, by its name. */
    public Increment<I> and(String property, Number delta) {
        return and(new Counter(property, delta, 0));
    }

    private Increment<I> and(Counter counter) {
        List<Counter> more = new ArrayList<>(counters);
        more.add(counter);
        return new Increment<>(more, createsItem, condition, attributeCondition);
    }

    /**
     * Counts from here if the item has no value of the attribute; from 0 unless this is said.
     *
     * @throws IllegalArgumentException if the increment does not name the attribute
     */
    public Increment<I> startingAt(NumberAttr<? super I, ?> attribute, Number start) {
        return startingAt(attribute.toString(), start);
    }

    /**
     * Counts from here if the item has no value of the property; from 0 unless this is said.
     *
     * @throws IllegalArgumentException if the increment does not name the property
     */
    public Increment<I> startingAt(String property, Number start) {
        List<Counter> changed = new ArrayList<>();
        boolean found = false;
        for (Counter counter : counters) {
            boolean meant = counter.property().equals(property);
            found |= meant;
            changed.add(meant ? new Counter(property, counter.attribute(), counter.delta(), start) : counter);
        }
        if (!found) {
            throw new IllegalArgumentException("The increment does not name " + property + ": say first what to add.");
        }
        return new Increment<>(changed, createsItem, condition, attributeCondition);
    }

    /** Makes the item if it is not there, of its key, these numbers, and the constants and attributes that its type computes. */
    public Increment<I> orCreate() {
        return new Increment<>(counters, true, condition, attributeCondition);
    }

    /** Adds the numbers only if the stored item meets a condition, besides an {@link Expression} that was given. */
    public Increment<I> withCondition(Condition<? super I> condition) {
        return new Increment<>(counters, createsItem, this.condition, Objects.requireNonNull(condition, "condition"));
    }

    /** Adds the numbers only if the stored item meets a condition. The expression names attributes of the raw item type. */
    public Increment<I> withCondition(Expression condition) {
        return new Increment<>(
                counters, createsItem, Objects.requireNonNull(condition, "condition"), attributeCondition);
    }

    /** What is added to which property. */
    public List<Counter> counters() {
        return counters;
    }

    /** Whether the increment creates the item if it does not exist; see {@link #orCreate()}. */
    public boolean createsItem() {
        return createsItem;
    }

    /** The condition as the SDK's expression that the stored item must meet; null without a condition. */
    public @Nullable Expression condition() {
        return condition;
    }

    /** The condition by attributes that the stored item must meet; null for no condition. */
    public @Nullable Condition<? super I> attributeCondition() {
        return attributeCondition;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Increment<?> that
                && counters.equals(that.counters)
                && createsItem == that.createsItem
                && Objects.equals(condition, that.condition)
                && Objects.equals(attributeCondition, that.attributeCondition);
    }

    @Override
    public int hashCode() {
        return Objects.hash(counters, createsItem, condition, attributeCondition);
    }

    /** The properties. It contains no number, as it may be logged. */
    @Override
    public String toString() {
        return "Increment" + counters.stream().map(Counter::property).toList();
    }
}
