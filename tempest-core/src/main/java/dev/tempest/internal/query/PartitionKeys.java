package dev.tempest.internal.query;

import dev.tempest.BeginsWith;
import dev.tempest.Between;
import dev.tempest.KeyCondition;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.codec.Binding;
import dev.tempest.internal.codec.Composition;
import dev.tempest.internal.model.ItemType;
import dev.tempest.internal.model.KeyType;
import dev.tempest.internal.model.PartitionTypes;
import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.reflect.TypeModel;
import dev.tempest.internal.reflect.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The keys by which rows of several types are read from a partition: a key of any of the types, or one that names the
 * partition alone. A condition's keys are compared as they are stored, each with its own type's prefix.
 *
 * @param <V> the SDK's attribute value
 */
public final class PartitionKeys<V> {
    private final PartitionTypes<V> types;
    private final BiPredicate<Class<?>, Class<?>> isKeyOf;
    private final Map<Class<?>, KeyParts<V>> known = new ConcurrentHashMap<>();

    /**
     * The keys of the given types.
     *
     * @param isKeyOf whether a key type is declared to be one of an item type; asked where a class could be of several
     */
    public PartitionKeys(PartitionTypes<V> types, BiPredicate<Class<?>, Class<?>> isKeyOf) {
        this.types = types;
        this.isKeyOf = isKeyOf;
    }

    /**
     * Checks a class of keys.
     *
     * @throws IllegalArgumentException if its objects cannot be keys
     */
    public void require(Class<?> keyType) {
        known.computeIfAbsent(keyType, this::parts);
    }

    /**
     * The whole partition of a key.
     *
     * @throws IllegalArgumentException if the object is no key, or does not name its partition
     */
    public KeyQuery<V> wholePartition(Object key) {
        return new KeyQuery<>(KeyQuery.partition(partsOf(key).partition(), key), new SortRange.All<>(), types.schema());
    }

    /**
     * What a condition reads.
     *
     * @throws IllegalArgumentException if its keys are none, or lack a part that the condition needs
     */
    public <K> KeyQuery<V> query(KeyCondition<K> condition) {
        K key = KeyQuery.key(condition);
        KeyParts<V> parts = partsOf(key);
        V partition = KeyQuery.partition(parts.partition(), key);
        Binding<V> sort = parts.sort();
        if (sort == null) {
            if (condition instanceof BeginsWith) {
                return new KeyQuery<>(partition, new SortRange.All<>(), types.schema());
            }
            throw noSortKey(condition, parts);
        }
        if (condition instanceof Between<K> between) {
            return new KeyQuery<>(partition, between(partition, between, sort), types.schema());
        }
        Composition composition = sort.composition();
        if (composition != null) {
            return new KeyQuery<>(
                    partition, new ComposedRange<>(sort, composition).across(condition, key), types.schema());
        }
        if (condition instanceof BeginsWith) {
            String prefix = sort.prefix();
            return new KeyQuery<>(
                    partition,
                    prefix == null
                            ? KeyQuery.unprefixed(condition, key, sort)
                            : KeyQuery.startingWith(sort, key, prefix),
                    types.schema());
        }
        KeyQuery.requireOrder(condition, sort);
        return new KeyQuery<>(
                partition,
                new SortRange.Compared<>(KeyQuery.operator(condition), KeyQuery.bound(sort, key)),
                types.schema());
    }

    private <K> SortRange<V> between(V partition, Between<K> between, Binding<V> sort) {
        K end = between.endInclusive();
        KeyParts<V> endParts = partsOf(end);
        Binding<V> endSort = endParts.sort();
        if (endSort == null) {
            throw noSortKey(between, endParts);
        }
        endParts.partition().requireEqual(partition, KeyQuery.partition(endParts.partition(), end));
        KeyQuery.requireOrder(between, sort);
        V first = ComposedRange.end(sort, between.startInclusive(), false);
        V last = ComposedRange.end(endSort, end, true);
        return sort.isAfter(first, last) ? new SortRange.Nothing<>() : new SortRange.Within<>(first, last);
    }

    private IllegalArgumentException noSortKey(KeyCondition<?> condition, KeyParts<V> parts) {
        return new IllegalArgumentException(condition.getClass().getSimpleName() + " compares sort keys, but "
                + (types.schema().sortKey() == null
                        ? "index " + types.index() + " has none. Use BeginsWith."
                        : ModelError.name(parts.type()) + " names the partition alone. Give it a key of "
                                + types.describe() + "."));
    }

    private KeyParts<V> partsOf(@Nullable Object key) {
        if (key == null) {
            throw new IllegalArgumentException("The key is null.");
        }
        return known.computeIfAbsent(key.getClass(), this::parts);
    }

    private KeyParts<V> parts(Class<?> type) {
        if (type.getName().startsWith("java.")) {
            throw ModelError.of(
                    type, "is not a key type", "Give a key of " + types.describe() + ", or one of their partition");
        }
        String index = KeyType.indexOf(type, types.table());
        if (!String.valueOf(index).equals(String.valueOf(types.index()))) {
            throw ModelError.of(
                    type,
                    "is for " + place(index) + ", but the items are read through " + place(types.index()),
                    "Give a key for " + place(types.index()));
        }
        KeyType<?, V> full = fullKey(type);
        return full == null ? partitionAlone(type) : KeyParts.of(full);
    }

    private static String place(@Nullable String index) {
        return index == null ? "the table" : "index " + index;
    }

    private @Nullable KeyType<?, V> fullKey(Class<?> type) {
        List<KeyType<?, V>> fitting = new ArrayList<>();
        Set<String> prefixes = new HashSet<>();
        for (ItemType<?, V> itemType : types.byKey()) {
            try {
                KeyType<?, V> keyType = KeyType.of(type, itemType);
                Binding<V> sort = KeyParts.of(keyType).sort();
                fitting.add(keyType);
                prefixes.add(sort == null ? "" : String.valueOf(sort.prefix()));
            } catch (IllegalArgumentException e) {
                // No key of this one, then. That it is none of any is told by what is asked of partitions.
            }
        }
        if (prefixes.size() < 2) {
            return fitting.isEmpty() ? null : fitting.get(0);
        }
        for (KeyType<?, V> each : fitting) {
            if (each.itemType().type() == type.getEnclosingClass()) {
                return each;
            }
        }
        List<KeyType<?, V>> declared = new ArrayList<>(fitting);
        declared.removeIf(each -> !isKeyOf.test(type, each.itemType().type()));
        if (declared.size() == 1) {
            return declared.get(0);
        }
        throw ModelError.of(
                type,
                "could be a key of " + ModelError.name(fitting.get(0).itemType().type()) + " or of "
                        + ModelError.name(fitting.get(1).itemType().type()),
                "Declare it inside of its item type");
    }

    private KeyParts<V> partitionAlone(Class<?> type) {
        Binding<V> first = partition(types.types().get(0));
        Composition composition = first.composition();
        if (composition != null) {
            return new KeyParts<>(type, composedPartition(type, first, composition), null);
        }
        Set<String> names = new HashSet<>();
        for (ItemType<?, V> itemType : types.byKey()) {
            names.add(partition(itemType).property().name());
        }
        Binding<V> found = null;
        for (Property property : TypeModel.ofKey(type, names).properties()) {
            found = partition(property);
        }
        if (found == null) {
            throw new IllegalStateException(type + " has no properties");
        }
        return new KeyParts<>(type, found, null);
    }

    /** As the item types agree on how the partition key is made, any of them says it. */
    private Binding<V> composedPartition(Class<?> type, Binding<V> partition, Composition composition) {
        Set<String> names = new HashSet<>();
        composition.parts().forEach(part -> names.add(part.name()));
        Map<String, Property> properties = new HashMap<>();
        for (Property property : TypeModel.ofKey(type, names).properties()) {
            KeyType.checkUnannotated(
                    property, ModelError.name(composition.property().owner()));
            if (!names.contains(property.name())) {
                throw ModelError.of(
                        type,
                        property.name(),
                        "is not a part of " + composition.attribute()
                                + ", so that the key names neither the partition of " + place(types.index())
                                + " alone nor a whole " + types.describe(),
                        "Remove it, or complete the key");
            }
            properties.put(property.name(), property);
        }
        for (Property part : composition.parts()) {
            Property property = properties.get(part.name());
            if (property == null) {
                throw ModelError.of(
                        type,
                        "has no " + part.name() + ", a part of the partition key " + composition.attribute(),
                        "Add a property " + part.name() + " of type " + Types.name(part.type()));
            }
            if (!Types.same(property.type(), part.type())) {
                throw ModelError.of(
                        type,
                        property.name(),
                        "is " + Types.aName(property.type()) + ", but " + part + " is " + Types.aName(part.type()),
                        "Make both the same type");
            }
        }
        return partition.of(composition.of(type, part -> properties.getOrDefault(part.name(), part)));
    }

    /** The binding of a property of a key that names the partition alone. */
    private Binding<V> partition(Property property) {
        KeyType.checkUnannotated(property, ModelError.name(types.types().get(0).type()));
        String attribute = types.schema().partitionKey();
        Binding<V> found = null;
        for (ItemType<?, V> itemType : types.byKey()) {
            Binding<V> binding = itemType.bindingOfProperty(property.name());
            if (binding != null && (found == null || (!found.stores(attribute) && binding.stores(attribute)))) {
                found = binding;
            }
        }
        if (found == null) {
            throw ModelError.of(
                    property.owner(),
                    property.name(),
                    "is not a property of " + types.describe(),
                    "Name it as the item types do, or make it transient");
        }
        KeyType.checkInherited(property, found);
        KeyType.checkType(property, found);
        if (!found.stores(attribute)) {
            throw ModelError.of(
                    property.owner(),
                    property.name(),
                    "is stored in " + String.join(", ", found.attributes())
                            + ", but the key names neither the partition" + " of " + place(types.index())
                            + " alone nor a whole " + types.describe(),
                    "Remove it, or complete the key");
        }
        for (ItemType<?, V> itemType : types.byKey()) {
            Property theirs = partition(itemType).property();
            if (!theirs.name().equals(property.name())) {
                throw ModelError.of(
                        property.owner(),
                        property.name(),
                        "is " + found.property() + ", but the partition is " + theirs + " too",
                        "Give the item types' properties for " + attribute + " one name");
            }
        }
        return found.of(property, new String[] {attribute});
    }

    private Binding<V> partition(ItemType<?, V> itemType) {
        Binding<V> binding = itemType.bindingOfAttribute(types.schema().partitionKey());
        if (binding == null) {
            throw new IllegalStateException(itemType.type() + " has no partition key");
        }
        return binding;
    }
}
