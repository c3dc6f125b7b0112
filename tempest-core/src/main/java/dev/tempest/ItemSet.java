package dev.tempest;

import static java.util.Objects.requireNonNull;

import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Items of any types and tables, in the order in which their keys were asked for. Unmodifiable.
 *
 * <p>It is a set by key: two tables' items stay two though they may be equal.
 */
public final class ItemSet extends AbstractCollection<Object> {
    private final List<Object> items;
    private final List<Keyed> keyed;

    /** Null until something is looked up: many sets are only iterated. */
    private volatile @Nullable Map<Object, Object> byKey;

    private record Keyed(Object key, Object item) {}

    private ItemSet(List<Object> items, List<Keyed> keyed) {
        this.items = List.copyOf(items);
        this.keyed = List.copyOf(keyed);
    }

    /** The given items, in their order; none is found by a key. */
    public ItemSet(Iterable<?> items) {
        this(listOf(items), List.of());
    }

    private static List<Object> listOf(Iterable<?> items) {
        List<Object> list = new ArrayList<>();
        items.forEach(list::add);
        return list;
    }

    /** A builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** The items of one type, in their order. */
    public <I> List<I> getItems(Class<I> itemType) {
        List<I> found = new ArrayList<>();
        for (Object item : items) {
            if (itemType.isInstance(item)) {
                found.add(itemType.cast(item));
            }
        }
        return found;
    }

    /** All items, in their order; of equal items, such as those of two tables, one. Unmodifiable. */
    public Set<Object> getAllItems() {
        return Collections.unmodifiableSet(new LinkedHashSet<>(items));
    }

    /**
     * The item of a key.
     *
     * @param key a key as it was asked for, {@link Scoped} or not
     * @return the item, or null if there was none
     */
    public @Nullable Object get(Object key) {
        return byKey().get(requireNonNull(key));
    }

    /**
     * The item of a key.
     *
     * @param key a key as it was asked for, {@link Scoped} or not
     * @return the item, or null if there was none
     * @throws ClassCastException if the item is of another type
     */
    public <I> @Nullable I get(Object key, Class<I> itemType) {
        return itemType.cast(get(key));
    }

    private Map<Object, Object> byKey() {
        Map<Object, Object> known = byKey;
        if (known == null) {
            known = new HashMap<>();
            for (Keyed each : keyed) {
                known.put(each.key(), each.item());
            }
            byKey = known;
        }
        return known;
    }

    @Override
    public Iterator<Object> iterator() {
        return items.iterator();
    }

    @Override
    public int size() {
        return items.size();
    }

    @Override
    public String toString() {
        return items.toString();
    }

    /** Builds an {@link ItemSet}. Not safe for use by several threads. */
    public static final class Builder {
        private final List<Object> items = new ArrayList<>();
        private final List<Keyed> keyed = new ArrayList<>();

        /** Adds an item. */
        public Builder add(Object item) {
            items.add(item);
            return this;
        }

        /** Adds an item that is found by its key. */
        public Builder add(Object key, Object item) {
            items.add(item);
            return alias(key, item);
        }

        /** Lets an item that was added be found by one more key. */
        public Builder alias(Object key, Object item) {
            keyed.add(new Keyed(requireNonNull(key), requireNonNull(item)));
            return this;
        }

        public ItemSet build() {
            return new ItemSet(items, keyed);
        }
    }
}
