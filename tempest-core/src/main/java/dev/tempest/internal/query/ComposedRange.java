package dev.tempest.internal.query;

import dev.tempest.BeginsWith;
import dev.tempest.Between;
import dev.tempest.EqualTo;
import dev.tempest.GreaterThan;
import dev.tempest.KeyCondition;
import dev.tempest.LessThan;
import dev.tempest.LessThanOrEqualTo;
import dev.tempest.internal.codec.Binding;
import dev.tempest.internal.codec.Composition;
import dev.tempest.internal.codec.Composition.Leading;
import dev.tempest.internal.codec.order.SortKeys;

/**
 * The sort keys that a condition reads where they are made of several properties. A condition compares with the properties that
 * its key gives, each as a whole; a range is one of the values of the last of them.
 *
 * @param <V> the SDK's attribute value
 */
record ComposedRange<V>(Binding<V> sort, Composition composition) {

    /**
     * The range of a condition.
     *
     * @throws IllegalArgumentException if the key lacks what the condition compares with
     */
    <K> SortRange<V> of(KeyCondition<K> condition, K key) {
        Leading bound = composition.leading(key);
        if (condition instanceof BeginsWith) {
            return startingWith(bound);
        }
        if (condition instanceof EqualTo) {
            if (!bound.isComplete()) {
                throw KeyQuery.noBound(sort.lacking(key));
            }
            return new SortRange.Compared<>("=", sort.toValue(bound.text()));
        }
        requireBound(KeyQuery.name(condition), bound, key);
        composition.requireOrder(bound, KeyQuery.name(condition));
        if (condition instanceof Between<K> between) {
            return between(bound, composition.leading(between.endInclusive()));
        }
        return bound.group().isEmpty() ? open(condition, bound) : closed(condition, bound);
    }

    private void requireBound(String condition, Leading bound, Object key) {
        if (composition.isConstant()) {
            throw new IllegalArgumentException(condition + " compares sort keys, but " + composition.attribute()
                    + " is the same in all items of the type. Use EqualTo or BeginsWith.");
        }
        if (bound.count() == 0) {
            throw KeyQuery.noBound(sort.lacking(key));
        }
    }

    /** A key that gives everything begins no other: what only begins like it is another value. */
    private SortRange<V> startingWith(Leading bound) {
        if (bound.text().isEmpty()) {
            return new SortRange.All<>();
        }
        V text = sort.toValue(bound.text());
        return bound.isComplete() ? new SortRange.Compared<>("=", text) : new SortRange.StartingWith<>(text);
    }

    private SortRange<V> between(Leading first, Leading last) {
        if (first.count() != last.count() || !first.group().equals(last.group())) {
            throw new IllegalArgumentException(
                    "Between needs two keys that differ in one property, the last that is given, but"
                            + " the keys differ in others of " + composition.attribute() + ", too.");
        }
        return KeyQuery.within(sort, first.text(), last(last));
    }

    /** A range that ends where the keys end that have the same first parts. */
    private SortRange<V> closed(KeyCondition<?> condition, Leading bound) {
        String group = bound.group();
        if (condition instanceof LessThan) {
            return KeyQuery.within(sort, group, SortKeys.before(bound.text(), group));
        } else if (condition instanceof LessThanOrEqualTo) {
            return KeyQuery.within(sort, group, last(bound));
        } else if (condition instanceof GreaterThan) {
            return KeyQuery.within(sort, SortKeys.after(last(bound), group), SortKeys.greatest(group));
        }
        return KeyQuery.within(sort, bound.text(), SortKeys.greatest(group));
    }

    /** All keys have no first parts in common: DynamoDB compares with one end alone. */
    private SortRange<V> open(KeyCondition<?> condition, Leading bound) {
        boolean afterAll = condition instanceof GreaterThan || condition instanceof LessThanOrEqualTo;
        String text = afterAll ? last(bound) : bound.text();
        return new SortRange.Compared<>(KeyQuery.operator(condition), sort.toValue(text));
    }

    /** The last key whose parts are as given. */
    private static String last(Leading bound) {
        return bound.isComplete() ? bound.text() : SortKeys.greatest(bound.text());
    }

    /** The range of a condition that compares with the keys of other types, too. */
    <K> SortRange<V> across(KeyCondition<K> condition, K key) {
        if (condition instanceof BeginsWith || condition instanceof EqualTo) {
            return of(condition, key);
        }
        Leading bound = bound(sort, composition, key);
        composition.requireOrder(bound, KeyQuery.name(condition));
        return open(condition, bound);
    }

    /** The first key, or the last one, of those that begin like a key of any type. */
    static <V> V end(Binding<V> sort, Object key, boolean isLast) {
        Composition composition = sort.composition();
        if (composition == null) {
            return KeyQuery.bound(sort, key);
        }
        Leading bound = bound(sort, composition, key);
        return sort.toValue(isLast ? last(bound) : bound.text());
    }

    private static Leading bound(Binding<?> sort, Composition composition, Object key) {
        Leading bound = composition.leading(key);
        if (bound.count() == 0 && !composition.isConstant()) {
            throw KeyQuery.noBound(sort.lacking(key));
        }
        return bound;
    }
}
