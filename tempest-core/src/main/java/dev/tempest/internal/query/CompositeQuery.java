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
        int given = given(key);
        boolean isComplete = given == sortKeys.size();
        if (condition instanceof BeginsWith || (condition instanceof EqualTo && isComplete)) {
            addEqualities(equalities, sortKeys.subList(0, given), key);
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
        addEqualities(equalities, sortKeys.subList(0, given - 1), key);
        if (condition instanceof Between<K> between) {
            requireSame(key, between.endInclusive(), given);
        }
        return new KeyQuery<>(partition, equalities, KeyQuery.range(condition, key, keyType.binding(last)), last);
    }

    private void addEqualities(List<Equality<V>> equalities, List<String> attributes, K key) {
        for (String attribute : attributes) {
            equalities.add(new Equality<>(attribute, KeyQuery.bound(keyType.binding(attribute), key)));
        }
    }

    /** How many attributes of the sort key a key gives. */
    private int given(K key) {
        List<String> sortKeys = keyType.schema().sortKeys();
        int given = 0;
        while (given < sortKeys.size() && keyType.binding(sortKeys.get(given)).value(key) != null) {
            given++;
        }
        for (int i = given + 1; i < sortKeys.size(); i++) {
            Binding<V> later = keyType.binding(sortKeys.get(i));
            if (later.value(key) != null && !later.property().isPrimitive()) {
                throw new IllegalArgumentException(keyType.binding(sortKeys.get(given))
                                .lacking(key) + " is null in the key, but " + later.property()
                        + ", which comes after it in index " + keyType.index()
                        + ", is not. Leave out properties from the end only.");
            }
        }
        return given;
    }

    private void requireSame(K start, K end, int given) {
        keyType.requireType(end);
        for (String attribute : keyType.schema().partitionKeys()) {
            Binding<V> partition = keyType.binding(attribute);
            partition.requireEqual(KeyQuery.partition(partition, start), KeyQuery.partition(partition, end));
        }
        boolean same = given(end) == given;
        for (String attribute : keyType.schema().sortKeys().subList(0, given - 1)) {
            Binding<V> sort = keyType.binding(attribute);
            same = same && sort.isSame(KeyQuery.bound(sort, start), KeyQuery.bound(sort, end));
        }
        if (!same) {
            throw new IllegalArgumentException(
                    "Between needs two keys that differ in one property, the last that is given, but"
                            + " the keys differ in others of index " + keyType.index() + ", too.");
        }
    }
}
