package dev.tempest.internal.query;

import dev.tempest.BeginsWith;
import dev.tempest.Between;
import dev.tempest.EqualTo;
import dev.tempest.GreaterThan;
import dev.tempest.GreaterThanOrEqualTo;
import dev.tempest.KeyCondition;
import dev.tempest.LessThan;
import dev.tempest.LessThanOrEqualTo;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.codec.Binding;
import dev.tempest.internal.codec.Composition;
import dev.tempest.internal.codec.order.SortKeys;
import dev.tempest.internal.codec.order.SortOrder;
import dev.tempest.internal.expression.ExpressionWriter;
import dev.tempest.internal.model.KeyType;
import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.schema.KeySchema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a key condition reads: one partition, and a range of its sort keys that never leaves the item type's own prefix.
 *
 * @param partition the value of the partition key
 * @param others where the key has several attributes in one part, the values of those that are compared as a whole
 * @param range the sort keys
 * @param ranged the attribute that has the range; null where there is none
 * @param <V> the SDK's attribute value
 */
public record KeyQuery<V>(
        V partition,
        List<Equality<V>> others,
        SortRange<V> range,
        @Nullable String ranged) {
    /** A further key attribute that all rows have the same value of. */
    public record Equality<V>(String attribute, V value) {}

    /** What a query of a key with one attribute in each part reads. */
    KeyQuery(V partition, SortRange<V> range, KeySchema schema) {
        this(partition, List.of(), range, schema.sortKey());
    }

    /**
     * Works out what a condition reads.
     *
     * @throws IllegalArgumentException if a key of the condition lacks a part that the condition needs
     */
    public static <K, V> KeyQuery<V> of(KeyCondition<K> condition, KeyType<K, V> keyType) {
        K key = key(condition);
        KeyType<K, V> own = keyType.ofKey(key);
        if (own.isPartition()) {
            return new KeyQuery<>(SubtypeRanges.partition(condition, own, key), SubtypeRanges.all(own), own.schema());
        }
        if (own != keyType) {
            return of(condition, own);
        }
        KeySchema schema = keyType.schema();
        if (schema.isComposite()) {
            return new CompositeQuery<>(keyType).of(condition, key);
        }
        Binding<V> partitionKey = keyType.binding(keyType.schema().partitionKey());
        V partition = partition(partitionKey, key);
        String sortKey = keyType.schema().sortKey();
        if (sortKey == null) {
            if (condition instanceof BeginsWith || condition instanceof EqualTo) {
                return new KeyQuery<>(partition, new SortRange.All<>(), schema);
            }
            throw new IllegalArgumentException(name(condition) + " compares sort keys, but no sort key exists for "
                    + ModelError.name(keyType.type()) + ". Use BeginsWith.");
        }
        Binding<V> sort = keyType.binding(sortKey);
        if (condition instanceof Between<K> between) {
            keyType.requireType(between.endInclusive());
            partitionKey.requireEqual(partition, partition(partitionKey, between.endInclusive()));
        }
        return new KeyQuery<>(partition, range(condition, key, sort), schema);
    }

    /**
     * What a condition reads, without rows of other types: one range for each subtype where the key tells them apart and the
     * condition names the partition alone.
     *
     * @throws IllegalArgumentException if a key of the condition lacks a part that the condition needs
     */
    public static <K, V> List<KeyQuery<V>> each(KeyCondition<K> condition, KeyType<K, V> keyType) {
        K key = key(condition);
        KeyType<K, V> own = keyType.ofKey(key);
        List<KeyQuery<V>> found = new ArrayList<>();
        if (own.isPartition()) {
            V partition = SubtypeRanges.partition(condition, own, key);
            SubtypeRanges.each(own).forEach(range -> found.add(new KeyQuery<>(partition, range, own.schema())));
        } else {
            found.add(of(condition, keyType));
        }
        return found;
    }

    static <K, V> SortRange<V> range(KeyCondition<K> condition, K key, Binding<V> sort) {
        Composition composition = sort.composition();
        if (composition != null) {
            return new ComposedRange<>(sort, composition).of(condition, key);
        }
        return sort.prefix() == null ? unprefixed(condition, key, sort) : prefixed(condition, key, sort, sort.prefix());
    }

    /**
     * The key condition of a query.
     *
     * @param schema the key of the index, or of the table
     */
    public String expression(KeySchema schema, ExpressionWriter<V> writer) {
        String condition = writer.name(schema.partitionKey()) + " = " + writer.value(partition);
        for (Equality<V> other : others) {
            condition += " AND " + writer.name(other.attribute()) + " = " + writer.value(other.value());
        }
        String sortKey = ranged;
        if (sortKey == null) {
            return condition;
        }
        if (range instanceof SortRange.StartingWith<V> start) {
            return condition + " AND begins_with(" + writer.name(sortKey) + ", " + writer.value(start.prefix()) + ")";
        }
        if (range instanceof SortRange.Within<V> within) {
            return condition + " AND " + writer.name(sortKey) + " BETWEEN " + writer.value(within.first()) + " AND "
                    + writer.value(within.last());
        }
        if (range instanceof SortRange.Compared<V> compared) {
            return condition + " AND " + writer.name(sortKey) + " " + compared.operator() + " "
                    + writer.value(compared.value());
        }
        return condition;
    }

    /** The key that tells the partition. */
    public static <K> K key(KeyCondition<K> condition) {
        if (condition instanceof BeginsWith<K> c) {
            return c.prefix();
        } else if (condition instanceof Between<K> c) {
            return c.startInclusive();
        } else if (condition instanceof EqualTo<K> c) {
            return c.key();
        } else if (condition instanceof LessThan<K> c) {
            return c.key();
        } else if (condition instanceof LessThanOrEqualTo<K> c) {
            return c.key();
        } else if (condition instanceof GreaterThan<K> c) {
            return c.key();
        } else if (condition instanceof GreaterThanOrEqualTo<K> c) {
            return c.key();
        }
        throw new IllegalArgumentException("The key condition is null.");
    }

    static <V> V partition(Binding<V> binding, Object key) {
        V partition = binding.value(key);
        if (partition == null) {
            throw new IllegalArgumentException(
                    binding.lacking(key) + " is null in the key, but a query needs its partition.");
        }
        return partition;
    }

    private static <K, V> SortRange<V> prefixed(KeyCondition<K> condition, K key, Binding<V> sort, String prefix) {
        if (condition instanceof BeginsWith) {
            return startingWith(sort, key, prefix);
        }
        String bound = text(sort, key);
        if (condition instanceof EqualTo) {
            return new SortRange.Compared<>("=", sort.toValue(bound));
        } else if (condition instanceof Between<K> between) {
            return within(sort, bound, text(sort, between.endInclusive()));
        } else if (condition instanceof LessThan) {
            return within(sort, prefix, SortKeys.before(bound, prefix));
        } else if (condition instanceof LessThanOrEqualTo) {
            return within(sort, prefix, bound);
        } else if (condition instanceof GreaterThan) {
            return within(sort, SortKeys.after(bound, prefix), SortKeys.greatest(prefix));
        } else {
            return within(sort, bound, SortKeys.greatest(prefix));
        }
    }

    /** All of the type where the key has no sort part. */
    static <V> SortRange<V> startingWith(Binding<V> sort, Object key, String prefix) {
        String text = sort.text(key);
        return new SortRange.StartingWith<>(sort.toValue(text == null ? prefix : text));
    }

    private static String text(Binding<?> sort, Object key) {
        String text = sort.text(key);
        if (text == null) {
            throw noBound(sort);
        }
        return text;
    }

    /** DynamoDB refuses a range whose ends are the wrong way round; by the order of UTF-8 such a range is empty. */
    static <V> SortRange<V> within(Binding<V> sort, @Nullable String first, @Nullable String last) {
        if (first == null || last == null || SortKeys.compare(first, last) > 0) {
            return new SortRange.Nothing<>();
        }
        return new SortRange.Within<>(sort.toValue(first), sort.toValue(last));
    }

    static <K, V> SortRange<V> unprefixed(KeyCondition<K> condition, K key, Binding<V> sort) {
        if (condition instanceof BeginsWith) {
            Object start = sort.property().get(key);
            if (start == null) {
                return new SortRange.All<>();
            }
            V stored = sort.toValue(start);
            if (!(start instanceof String) && !sort.isBinary(stored)) {
                // As in a key of several properties, what is no text is compared as a whole.
                return new SortRange.Compared<>("=", stored);
            }
            return sort.isEmpty(stored) ? new SortRange.All<>() : new SortRange.StartingWith<>(stored);
        }
        requireOrder(condition, sort);
        V bound = bound(sort, key);
        if (condition instanceof Between<K> between) {
            V last = bound(sort, between.endInclusive());
            return sort.isAfter(bound, last) ? new SortRange.Nothing<>() : new SortRange.Within<>(bound, last);
        }
        return new SortRange.Compared<>(operator(condition), bound);
    }

    static <V> V bound(Binding<V> sort, Object key) {
        V bound = sort.value(key);
        if (bound == null) {
            throw noBound(sort);
        }
        return bound;
    }

    private static IllegalArgumentException noBound(Binding<?> sort) {
        return noBound(sort.property());
    }

    static IllegalArgumentException noBound(Property property) {
        return new IllegalArgumentException(property + " is null in the key, but the condition compares with it.");
    }

    /** @throws IllegalArgumentException if the condition compares what DynamoDB does not keep in Java's order */
    static void requireOrder(KeyCondition<?> condition, Binding<?> sort) {
        SortOrder order = sort.order();
        if (order != null && !(condition instanceof EqualTo)) {
            order.requireComparable(sort.property(), name(condition));
        }
    }

    static String operator(KeyCondition<?> condition) {
        if (condition instanceof EqualTo) {
            return "=";
        } else if (condition instanceof LessThan) {
            return "<";
        } else if (condition instanceof LessThanOrEqualTo) {
            return "<=";
        } else if (condition instanceof GreaterThan) {
            return ">";
        }
        return ">=";
    }

    static String name(KeyCondition<?> condition) {
        return condition.getClass().getSimpleName();
    }
}
