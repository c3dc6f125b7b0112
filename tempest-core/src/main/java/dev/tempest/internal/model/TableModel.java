package dev.tempest.internal.model;

import dev.tempest.Codec;
import dev.tempest.ForIndex;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.codec.RowCodec;
import dev.tempest.internal.reflect.Inherited;
import dev.tempest.internal.schema.RawRows;
import dev.tempest.internal.schema.RawTable;
import dev.tempest.internal.unique.UniqueTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The item types of one table, checked against each other, and their key types. Safe for use by several threads.
 *
 * @param <V> the SDK's attribute value
 */
public final class TableModel<V> {
    private final RawTable<V> table;
    private final ItemTables<V> itemTables;
    private final RawTypes rawTypes;
    private final UniqueTable<V> unique;
    private final KeyAttributes<V> keyAttributes = new KeyAttributes<>();
    private final Map<Class<?>, ItemType<?, V>> itemTypes = new LinkedHashMap<>();
    private final Set<Class<?>> readThroughIndexesOnly = new HashSet<>();
    private final Map<Class<?>, List<KeyType<?, V>>> keyTypes = new ConcurrentHashMap<>();

    /**
     * A table without item types.
     *
     * @param rawTypes of the database that the table is of
     */
    public TableModel(RawTable<V> table, RawTypes rawTypes) {
        this(table, (itemType, attributes, composed) -> table, rawTypes, new UniqueTable<>(table));
    }

    /**
     * A table without item types, which may have attributes of their own.
     *
     * @param rawTypes of the database that the table is of
     * @param unique gets the types with unique values
     */
    public TableModel(RawTable<V> table, ItemTables<V> itemTables, RawTypes rawTypes, UniqueTable<V> unique) {
        this.table = table;
        this.itemTables = itemTables;
        this.rawTypes = rawTypes;
        this.unique = unique;
    }

    public RawTable<V> table() {
        return table;
    }

    /**
     * The model of an item type, which is not added to the table.
     *
     * @throws IllegalArgumentException if the type does not fit the table
     */
    @SuppressWarnings("unchecked")
    public synchronized <T> ItemType<T, V> itemType(Class<T> type) {
        ItemType<?, V> known = itemTypes.get(type);
        return known == null ? ItemType.of(type, itemTables) : (ItemType<T, V>) known;
    }

    /**
     * The model of an inline view's key type, which is not added to the table.
     *
     * @throws IllegalArgumentException if the type does not fit the item type, or is for an index
     */
    public <K> KeyType<K, V> keyOfView(Class<K> type, ItemType<?, V> itemType) {
        if (Inherited.annotation(type, ForIndex.class) != null) {
            throw ModelError.of(
                    type,
                    "is the offset type of an index, but is used as the key of an InlineView",
                    "Declare a SecondaryIndex instead, or name a key type without @ForIndex");
        }
        return KeyType.of(type, itemType);
    }

    /**
     * The model of an index's offset type, which is not added to the table.
     *
     * @throws IllegalArgumentException if the type does not fit the item type, or is for no index
     */
    public <K> KeyType<K, V> keyOfIndex(Class<K> type, ItemType<?, V> itemType) {
        if (Inherited.annotation(type, ForIndex.class) == null) {
            throw ModelError.of(
                    type,
                    "is used as the offset type of a SecondaryIndex, but does not say of which",
                    "Put @ForIndex(name = ...) on it");
        }
        return KeyType.of(type, itemType);
    }

    /**
     * Adds an item type, if it fits the others of the table: one that was refused leaves no trace.
     *
     * @param index the secondary index that it is read through; null for the table
     * @throws IllegalArgumentException if the type does not fit one of the others, or belongs to another raw item type
     */
    public synchronized void add(ItemType<?, V> itemType, @Nullable String index) {
        boolean throughIndex = index != null
                && (!itemTypes.containsKey(itemType.type()) || readThroughIndexesOnly.contains(itemType.type()));
        for (ItemType<?, V> other : itemTypes.values()) {
            if (other.type() != itemType.type()) {
                requireNoSubtype(itemType, other);
                requireNoSubtype(other, itemType);
                boolean isThroughIndex = throughIndex || readThroughIndexesOnly.contains(other.type());
                itemType.byKey().forEach(one -> other.byKey().forEach(two -> checkTogether(one, two, isThroughIndex)));
            }
        }
        keyAttributes.check(itemType);
        checkUnique(itemType);
        rawTypes.bind(itemType.type(), table.rawType());
        keyAttributes.add(itemType);
        itemTypes.putIfAbsent(itemType.type(), itemType);
        unique.add(itemType.type(), itemType.unique(), itemType.codec()::recognizes);
        if (throughIndex) {
            readThroughIndexesOnly.add(itemType.type());
        } else {
            readThroughIndexesOnly.remove(itemType.type());
        }
    }

    private void checkUnique(ItemType<?, V> added) {
        for (ItemType<?, V> other : itemTypes.values()) {
            if (other.type() != added.type()) {
                boolean isApart =
                        added.isApartFrom(other) || !Objects.equals(added.sortKeyPrefix(), other.sortKeyPrefix());
                unique.check(added.type(), added.unique(), other.type(), other.unique(), isApart, added::stores);
                unique.check(other.type(), other.unique(), added.type(), added.unique(), isApart, other::stores);
            }
        }
    }

    /** Adds a key type with its item type; see {@link #add(ItemType, String)}. */
    public void add(KeyType<?, V> key) {
        add(key.itemType(), key.index());
        List<KeyType<?, V>> known = keyTypes.computeIfAbsent(key.type(), type -> new CopyOnWriteArrayList<>());
        for (KeyType<?, V> other : known) {
            if (other.itemType() == key.itemType()) {
                return;
            }
        }
        known.add(key);
    }

    /**
     * Checks what an interface declares once all of its views are known.
     *
     * @throws IllegalArgumentException if no item type has a key attribute of an index
     */
    public void requireComplete(DeclaredKeys keys) {
        if (itemTypes().isEmpty()) {
            return;
        }
        keys.indexAttributes().forEach((attribute, index) -> {
            if (!keyAttributes.has(attribute)) {
                throw ModelError.of(
                        table.rawType(),
                        "has the index " + index + " on " + attribute + ", which none of its item types has",
                        "Fix the name in the @Index, or give an item type such a property");
            }
        });
    }

    /** The type of an attribute in DynamoDB's words, as the first item type stores it; null if none of them tells it. */
    public @Nullable String storedAs(String attribute) {
        return keyAttributes.storedAs(attribute);
    }

    /** The item types whose views read through an index. */
    public Set<ItemType<?, V>> itemTypesThrough(String index) {
        Set<ItemType<?, V>> found = new LinkedHashSet<>();
        keyTypes.values()
                .forEach(keys -> keys.stream()
                        .filter(key -> index.equals(key.index()))
                        .forEach(key -> found.add(key.itemType())));
        return found;
    }

    /** The item types that were added. */
    public synchronized List<ItemType<?, V>> itemTypes() {
        return List.copyOf(itemTypes.values());
    }

    /** The key types of an item type's views. */
    public List<KeyType<?, V>> keyTypes(Class<?> itemType) {
        List<KeyType<?, V>> found = new ArrayList<>();
        keyTypes.values()
                .forEach(known -> known.forEach(key -> {
                    if (key.itemType().type() == itemType) {
                        found.add(key);
                    }
                }));
        return found;
    }

    /**
     * The codec between raw items and an item type, which is then added to the table, or one of the table's key types.
     *
     * @throws IllegalArgumentException if the type does not fit the table
     */
    public <T, R> Codec<T, R> codec(Class<T> type, RawRows<R, V> rows) {
        KeyType<T, V> key = keyType(type);
        if (key != null) {
            return codec(type, key::encode, key.codec(), rows);
        }
        ItemType<? super T, V> whole = sealedTypeOf(type);
        if (whole != null) {
            return codecOfSubtype(type, whole, rows);
        }
        ItemType<T, V> item = itemType(type);
        addUnlessKnown(item);
        return codec(type, item::encode, item.codec(), rows);
    }

    /** The sealed type of a view, of which the type is a subtype; null if there is none. */
    @SuppressWarnings("unchecked") // The class of an item is a subtype of the item type.
    private synchronized <T> @Nullable ItemType<? super T, V> sealedTypeOf(Class<T> type) {
        for (ItemType<?, V> known : itemTypes.values()) {
            if (known.type() != type && known.classes().contains(type)) {
                return (ItemType<? super T, V>) known;
            }
        }
        return null;
    }

    private <T, S, R> Codec<T, R> codecOfSubtype(Class<T> type, ItemType<S, V> whole, RawRows<R, V> rows) {
        return new Codec<>() {
            @Override
            public R toDb(T appItem) {
                return rows.decode(whole.encode(whole.type().cast(appItem)));
            }

            @Override
            public T toApp(R rawItem) {
                return type.cast(whole.codec().decode(rows.encode(rawItem)));
            }
        };
    }

    private synchronized void addUnlessKnown(ItemType<?, V> itemType) {
        if (!itemTypes.containsKey(itemType.type())) {
            add(itemType, null);
        }
    }

    /** The model of a key type of a view or index; null if there is no such view. */
    @SuppressWarnings("unchecked")
    private <K> @Nullable KeyType<K, V> keyType(Class<K> type) {
        List<KeyType<?, V>> known = keyTypes.getOrDefault(type, List.of());
        for (KeyType<?, V> other : known) {
            if (!other.storesAs(known.get(0))) {
                throw ModelError.of(
                        type,
                        "is a key type of "
                                + ModelError.name(known.get(0).itemType().type()) + " and of "
                                + ModelError.name(other.itemType().type()) + ", which store it differently",
                        "Ask for the codec of one of these");
            }
        }
        return known.isEmpty() ? null : (KeyType<K, V>) known.get(0);
    }

    private <T, R> Codec<T, R> codec(
            Class<T> type, Function<T, Map<String, V>> encoder, RowCodec<T, V> decoder, RawRows<R, V> rows) {
        return new Codec<>() {
            @Override
            public R toDb(T appItem) {
                return rows.decode(encoder.apply(appItem));
            }

            @Override
            public T toApp(R rawItem) {
                return decoder.decode(rows.encode(rawItem));
            }

            @Override
            public String toString() {
                return "Codec<" + ModelError.name(type) + ", " + ModelError.name(table.rawType()) + ">";
            }
        };
    }

    /** A subtype that is an item type itself would be stored without its name. */
    private static void requireNoSubtype(ItemType<?, ?> one, ItemType<?, ?> sealed) {
        SubtypeItems<?, ?> subtypes = sealed.subtypes();
        String attribute = subtypes == null ? null : subtypes.attribute();
        if (attribute != null && sealed.classes().contains(one.type())) {
            throw ModelError.of(
                    one.type(),
                    "is a subtype of " + ModelError.name(sealed.type())
                            + ", of whose items the same table has the names in " + attribute
                            + ", so that it cannot be an item type of its own",
                    "Use the view of " + ModelError.name(sealed.type()));
        }
    }

    /** @param throughIndex whether one of the types is read through indexes only, as the view of the other type's rows may be */
    private void checkTogether(ItemType<?, V> added, ItemType<?, V> other, boolean throughIndex) {
        if (added.isApartFrom(other)) {
            return;
        }
        String one = added.sortKeyPrefix();
        String two = other.sortKeyPrefix();
        if (one == null || two == null) {
            if (throughIndex) {
                return;
            }
            throw one == null ? notTold(added, other) : notTold(other, added);
        }
        if (!one.equals(two) && (one.startsWith(two) || two.startsWith(one))) {
            throw ModelError.of(
                    added.type(),
                    "has the sort key prefix " + one + " and " + ModelError.name(other.type()) + " has " + two
                            + ": one is the beginning of the other, so a query on "
                            + (one.startsWith(two) ? ModelError.name(other.type()) : ModelError.name(added.type()))
                            + " would meet items of both",
                    "Choose prefixes of which none begins with another");
        }
    }

    /**
     * What to throw for two types whose rows nothing distinguishes.
     *
     * @param type that has no prefix in the sort key
     */
    private IllegalArgumentException notTold(ItemType<?, V> type, ItemType<?, V> other) {
        String partitionKey = table.key().partitionKey();
        String example = Prefixes.example(type);
        if (example == null) {
            return ModelError.of(
                    type.type(),
                    "shares its table with " + ModelError.name(other.type())
                            + ", but the table has no sort key of type String,"
                            + " so nothing distinguishes their items",
                    "Give " + ModelError.name(table.rawType())
                            + " a String sort key, give each type a prefix of its own in " + partitionKey
                            + " or a table of its own, or read one of them through indexes only");
        }
        String sortKey = String.valueOf(table.key().sortKey());
        return ModelError.of(
                type.type(),
                "is stored in the sort key " + sortKey
                        + " without a prefix, which distinguishes its items from those of "
                        + ModelError.name(other.type()),
                "Give it one that no other type of the table has, such as " + example
                        + ", or give each of the two a prefix of its own in " + partitionKey);
    }
}
