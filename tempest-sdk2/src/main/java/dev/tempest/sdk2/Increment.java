package dev.tempest.sdk2;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;

/**
 * Numbers to add to numeric properties of one item, all at once. Immutable.
 *
 * <pre>{@code
 * Increment.of("play_count", 1).and("skip_count", 1)
 * }</pre>
 */
public final class Increment {
    private final List<Counter> counters;
    private final boolean createsItem;
    private final @Nullable Expression condition;

    /**
     * A number to add to a property.
     *
     * @param property the property's name in the item type
     * @param delta what is added; less than zero to count down
     * @param start from where to count if the item has no value
     */
    public record Counter(String property, Number delta, Number start) {
        public Counter {
            Objects.requireNonNull(property, "property");
            Objects.requireNonNull(delta, "delta");
            Objects.requireNonNull(start, "start");
        }
    }

    private Increment(List<Counter> counters, boolean createsItem, @Nullable Expression condition) {
        this.counters = List.copyOf(counters);
        this.createsItem = createsItem;
        this.condition = condition;
        for (Counter counter : counters) {
            if (counters.stream()
                            .filter(other -> other.property().equals(counter.property()))
                            .count()
                    > 1) {
                throw new IllegalArgumentException(
                        "An increment names " + counter.property() + " twice. Add both numbers" + " at once.");
            }
        }
        if (counters.isEmpty()) {
            throw new IllegalArgumentException("An increment needs a property.");
        }
    }

    /** Adds a number to a property of an item that is there. */
    public static Increment of(String property, Number delta) {
        return new Increment(List.of(new Counter(property, delta, 0)), false, null);
    }

    /** And adds a number to another property. */
    public Increment and(String property, Number delta) {
        List<Counter> more = new ArrayList<>(counters);
        more.add(new Counter(property, delta, 0));
        return new Increment(more, createsItem, condition);
    }

    /**
     * Counts from here if the item has no value of the property; from 0 unless this is said.
     *
     * @throws IllegalArgumentException if the increment does not name the property
     */
    public Increment startingAt(String property, Number start) {
        List<Counter> changed = new ArrayList<>();
        boolean found = false;
        for (Counter counter : counters) {
            boolean meant = counter.property().equals(property);
            found |= meant;
            changed.add(meant ? new Counter(property, counter.delta(), start) : counter);
        }
        if (!found) {
            throw new IllegalArgumentException("The increment does not name " + property + ": say first what to add.");
        }
        return new Increment(changed, createsItem, condition);
    }

    /** Makes the item if it is not there, of its key, these numbers, and the constants and attributes that its type computes. */
    public Increment orCreate() {
        return new Increment(counters, true, condition);
    }

    /** Adds the numbers only if the stored item meets a condition. The expression names attributes of the raw item type. */
    public Increment withCondition(Expression condition) {
        return new Increment(counters, createsItem, Objects.requireNonNull(condition, "condition"));
    }

    /** What is added to which property. */
    public List<Counter> counters() {
        return counters;
    }

    /** Whether the increment creates the item if there is none; see {@link #orCreate()}. */
    public boolean createsItem() {
        return createsItem;
    }

    /** The condition that the stored item must meet; null if there is none. */
    public @Nullable Expression condition() {
        return condition;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Increment that
                && counters.equals(that.counters)
                && createsItem == that.createsItem
                && Objects.equals(condition, that.condition);
    }

    @Override
    public int hashCode() {
        return Objects.hash(counters, createsItem, condition);
    }

    /** The properties. It contains no number, as it may be logged. */
    @Override
    public String toString() {
        return "Increment" + counters.stream().map(Counter::property).toList();
    }
}
