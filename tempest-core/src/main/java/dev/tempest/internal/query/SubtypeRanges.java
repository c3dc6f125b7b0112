package dev.tempest.internal.query;

import dev.tempest.BeginsWith;
import dev.tempest.KeyCondition;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.codec.Binding;
import dev.tempest.internal.codec.order.SortKeys;
import dev.tempest.internal.model.ItemType;
import dev.tempest.internal.model.KeyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The sort keys of a sealed type's subtypes, which the prefixes of their sort keys tell apart. */
final class SubtypeRanges {
    private SubtypeRanges() {}

    /**
     * The partition of a key that names no more.
     *
     * @throws IllegalArgumentException if the condition compares sort keys
     */
    static <K, V> V partition(KeyCondition<K> condition, KeyType<K, V> keyType, K key) {
        if (!(condition instanceof BeginsWith)) {
            throw new IllegalArgumentException(
                    KeyQuery.name(condition) + " compares sort keys, but " + ModelError.name(keyType.type())
                            + " names the partition alone. Use BeginsWith, or a key of a subtype.");
        }
        return KeyQuery.partition(keyType.binding(keyType.schema().partitionKey()), key);
    }

    /** One range from the first subtype to the last: one request reads them all, and what other types have in between. */
    static <V> SortRange<V> all(KeyType<?, V> keyType) {
        List<String> prefixes = prefixes(keyType);
        if (prefixes.isEmpty()) {
            return new SortRange.All<>();
        }
        String first = prefixes.get(0);
        String last = prefixes.get(prefixes.size() - 1);
        Binding<V> sort = sort(keyType);
        return new SortRange.Within<>(sort.toValue(first), sort.toValue(SortKeys.greatest(last)));
    }

    /** The range of each subtype, in the order of their prefixes. */
    static <V> List<SortRange<V>> each(KeyType<?, V> keyType) {
        List<SortRange<V>> ranges = new ArrayList<>();
        for (String prefix : prefixes(keyType)) {
            ranges.add(new SortRange.StartingWith<>(sort(keyType).toValue(prefix)));
        }
        return ranges.isEmpty() ? List.of(new SortRange.All<>()) : ranges;
    }

    /** None where the subtypes have no prefixes of their own in what is read: an index has a sort key of its own. */
    private static List<String> prefixes(KeyType<?, ?> keyType) {
        List<String> prefixes = new ArrayList<>();
        String sortKey = keyType.itemType().table().key().sortKey();
        if (sortKey == null || !sortKey.equals(keyType.schema().sortKey())) {
            return prefixes;
        }
        for (ItemType<?, ?> subtype : keyType.itemType().byKey()) {
            String prefix = subtype.sortKeyPrefix();
            if (prefix == null) {
                return List.of();
            }
            prefixes.add(prefix);
        }
        prefixes.sort(SortKeys::compare);
        return prefixes;
    }

    private static <V> Binding<V> sort(KeyType<?, V> keyType) {
        ItemType<?, V> first = keyType.itemType().byKey().get(0);
        return Objects.requireNonNull(
                first.bindingOfAttribute(String.valueOf(keyType.schema().sortKey())));
    }
}
