package dev.tempest.internal.model;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.codec.Binding;
import dev.tempest.internal.codec.Composition;
import dev.tempest.internal.reflect.Types;
import dev.tempest.internal.schema.KeySchema;
import dev.tempest.internal.schema.RawTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Item types whose rows one query reads from a partition, checked against each other: the prefix of the table's sort key
 * tells their rows apart, and they agree on how the partition's key is stored.
 *
 * @param <V> the SDK's attribute value
 */
public final class PartitionTypes<V> {
    private final RawTable<V> table;
    private final @Nullable String index;
    private final KeySchema schema;
    private final List<ItemType<?, V>> types = new ArrayList<>();

    /**
     * No types yet.
     *
     * @param index the secondary index that is read; null for the table
     * @throws IllegalArgumentException if there is no such index
     */
    public PartitionTypes(RawTable<V> table, @Nullable String index) {
        this.table = table;
        this.index = index;
        this.schema = table.key(index);
        if (schema.isComposite()) {
            throw ModelError.of(
                    table.rawType(),
                    "has the index " + index
                            + ", whose key has several attributes in one part, so that no collection of several"
                            + " types can be read through it",
                    "Query one type at a time by a SecondaryIndex, or the partition through another index");
        }
    }

    /**
     * Adds an item type. All are to be added before the object is used otherwise.
     *
     * @throws IllegalArgumentException if the type does not go with the others
     */
    public void add(ItemType<?, V> added) {
        added.byKey().forEach(this::addMember);
        types.add(added);
    }

    private void addMember(ItemType<?, V> added) {
        Class<?> type = added.type();
        Binding<V> partition = added.bindingOfAttribute(schema.partitionKey());
        if (partition == null) {
            throw ModelError.of(
                    type,
                    "has no property for " + schema.partitionKey() + ", the partition key of index " + index,
                    "Add one, or do not look at the type through this index");
        }
        String sortKey = schema.sortKey();
        if (sortKey != null) {
            added.requireOrder(sortKey, index);
        }
        if (added.sortKeyPrefix() == null && added.prefix(table.key().partitionKey()) == null) {
            throw notTold(added);
        }
        for (ItemType<?, V> other : byKey()) {
            if (!added.isApartFrom(other)) {
                checkPrefixes(added, other);
            }
            checkPartition(partition, Objects.requireNonNull(other.bindingOfAttribute(schema.partitionKey())));
        }
    }

    /** The types that a key's prefixes tell apart: subtypes in place of a sealed type where the key tells them. */
    public List<ItemType<?, V>> byKey() {
        List<ItemType<?, V>> found = new ArrayList<>();
        types.forEach(type -> found.addAll(type.byKey()));
        return found;
    }

    private void checkPrefixes(ItemType<?, V> added, ItemType<?, V> other) {
        String prefix = added.sortKeyPrefix();
        String othersPrefix = other.sortKeyPrefix();
        if (prefix == null || othersPrefix == null) {
            throw notTold(prefix == null ? added : other);
        }
        if (prefix.startsWith(othersPrefix) || othersPrefix.startsWith(prefix)) {
            throw ModelError.of(
                    added.type(),
                    "has the sort key prefix " + prefix + " and " + ModelError.name(other.type()) + " has "
                            + othersPrefix + ", so nothing distinguishes their items in a partition",
                    "Choose prefixes of which none begins with another, or query one type at a time");
        }
    }

    private IllegalArgumentException notTold(ItemType<?, V> itemType) {
        Class<?> type = itemType.type();
        String example = Prefixes.example(itemType);
        if (example != null) {
            return ModelError.of(
                    type,
                    "is to be read together with other item types, but has no prefix in the sort key "
                            + table.key().sortKey() + ", so nothing distinguishes their items",
                    "Give it one, such as " + example + ", or query one type at a time");
        }
        return ModelError.of(
                type,
                "is to be read together with other item types, but " + ModelError.name(table.rawType())
                        + " has no sort key of type String, so nothing distinguishes their items",
                "Give " + ModelError.name(table.rawType()) + " a String sort key, or query one type at a time");
    }

    private void checkPartition(Binding<V> partition, Binding<V> other) {
        if (!Objects.equals(partition.prefix(), other.prefix())
                || !partition.isComposedLike(other)
                || !Types.same(partition.property().type(), other.property().type())) {
            throw ModelError.of(
                    partition.property().owner(),
                    partition.property().name(),
                    "is stored in the partition key " + schema.partitionKey() + " as " + kind(partition) + ", but "
                            + other.property() + " as " + kind(other) + ", so their items never share a partition",
                    "Store both alike, or query one type at a time");
        }
    }

    private static String kind(Binding<?> binding) {
        Composition composition = binding.composition();
        if (composition != null) {
            return "\"" + composition + "\"";
        }
        return Types.name(binding.property().type())
                + (binding.prefix() == null ? " without a prefix" : " with the prefix " + binding.prefix());
    }

    /** The type of a row; null if it is of none of these. */
    public @Nullable ItemType<?, V> typeOf(Map<String, V> row) {
        for (ItemType<?, V> type : types) {
            if (type.codec().recognizes(row)) {
                return type;
            }
        }
        return null;
    }

    /** The secondary index that is read; null for the table. */
    public @Nullable String index() {
        return index;
    }

    /** The key of the index, or of the table. */
    public KeySchema schema() {
        return schema;
    }

    /** The types, as messages name them. */
    public String describe() {
        return types.stream().map(type -> ModelError.name(type.type())).collect(Collectors.joining(" and "));
    }

    public RawTable<V> table() {
        return table;
    }

    /** The types in the order in which they were added. */
    public List<ItemType<?, V>> types() {
        return types;
    }
}
