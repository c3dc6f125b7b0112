package dev.tempest.internal.query;

import dev.tempest.BeginsWith;
import dev.tempest.Between;
import dev.tempest.EqualTo;
import dev.tempest.KeyCondition;
import dev.tempest.internal.codec.Binding;
import dev.tempest.internal.model.KeyType;
import dev.tempest.internal.query.KeyQuery.Equality;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a key condition reads of an index with several attributes in a part of its key. All of the partition key are compared as
 * a whole; those of the sort key are given from the left, and a range is one of the last that is given.
 */
record CompositeQuery<K, V>(KeyType<K, V> keyType) {

    KeyQuery<V> of(KeyCondition<K> condition, K key) {
        List<Equality<V>> equalities = new ArrayList<>();
        for (String attribute : keyType.schema().partitionKeys()) {
            equalities.add(new Equality<>(attribute, KeyQuery.partition(keyType.binding(attribute), key)));
        }
        V partition = equalities.remove(0).value();
        List<String> sortKeys = keyType.schema().sortKeys();
        List<V> values = given(key, condition instanceof BeginsWith);
        int given = values.size();
        boolean isComplete = given == sortKeys.size();
        if (condition instanceof BeginsWith || (condition instanceof EqualTo && isComplete)) {
            addEqualities(equalities, values);
            String next = isComplete ? null : sortKeys.get(given);
            String prefix = next == null ? null : keyType.binding(next).prefix();
            return next == null || prefix == null
                    ? new KeyQuery<>(partition, equalities, new SortRange.All<>(), null)
                    : new KeyQuery<>(
                            partition,
                            equalities,
                            new SortRange.StartingWith<>(keyType.binding(next).toValue(prefix)),
                            next);
        }
        if (condition instanceof EqualTo || given == 0) {
            String lacking = sortKeys.isEmpty() ? keyType.schema().partitionKey() : sortKeys.get(given);
            throw KeyQuery.noBound(keyType.binding(lacking).lacking(key));
        }
        String last = sortKeys.get(given - 1);
        addEqualities(equalities, values.subList(0, given - 1));
        if (condition instanceof Between<K> between) {
            requireSame(key, between.endInclusive(), values);
        }
        return new KeyQuery<>(partition, equalities, KeyQuery.range(condition, key, keyType.binding(last)), last);
    }

    private void addEqualities(List<Equality<V>> equalities, List<V> values) {
        for (int i = 0; i < values.size(); i++) {
            equalities.add(new Equality<>(keyType.schema().sortKeys().get(i), values.get(i)));
        }
    }

    /**
     * The first values of the sort key, as far as a key gives them.
     *
     * @param isOpen whether no text is as good as none: it begins every other
     */
    private List<V> given(K key, boolean isOpen) {
        List<String> sortKeys = keyType.schema().sortKeys();
        List<V> values = new ArrayList<>();
        for (String attribute : sortKeys) {
            V value = value(keyType.binding(attribute), key, isOpen);
            if (value == null) {
                break;
            }
            values.add(value);
        }
        int given = values.size();
        for (int i = given + 1; i < sortKeys.size(); i++) {
            Binding<V> later = keyType.binding(sortKeys.get(i));
            if (value(later, key, isOpen) != null && !later.property().isPrimitive()) {
                throw new IllegalArgumentException(keyType.binding(sortKeys.get(given))
                                .lacking(key) + " is null in the key, but " + later.property()
                        + ", which comes after it in index " + keyType.index()
                        + ", is not. Leave out properties from the end only.");
            }
        }
        return values;
    }

    private @Nullable V value(Binding<V> binding, K key, boolean isOpen) {
        return isOpen && "".equals(binding.property().get(key)) ? null : binding.value(key);
    }

    private void requireSame(K start, K end, List<V> values) {
        keyType.requireType(end);
        for (String attribute : keyType.schema().partitionKeys()) {
            Binding<V> partition = keyType.binding(attribute);
            partition.requireEqual(KeyQuery.partition(partition, start), KeyQuery.partition(partition, end));
        }
        List<V> others = given(end, false);
        boolean same = others.size() == values.size();
        for (int i = 0; same && i < values.size() - 1; i++) {
            Binding<V> sort = keyType.binding(keyType.schema().sortKeys().get(i));
            same = sort.isSame(values.get(i), others.get(i));
        }
        if (!same) {
            throw new IllegalArgumentException(
                    "Between needs two keys that differ in one property, the last that is given, but"
                            + " the keys differ in others of index " + keyType.index() + ", too.");
        }
    }
}
