package dev.tempest.internal.model;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.codec.Binding;
import dev.tempest.internal.codec.Composition;
import dev.tempest.internal.codec.ComputedAttributes;
import dev.tempest.internal.codec.ObjectCodec;
import dev.tempest.internal.codec.RowCodec;
import dev.tempest.internal.codec.order.SortOrder;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.ItemProperties;
import dev.tempest.internal.locking.CounterRule;
import dev.tempest.internal.locking.TimeRule;
import dev.tempest.internal.locking.VersionRule;
import dev.tempest.internal.reflect.Conversion;
import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.reflect.Subtypes;
import dev.tempest.internal.reflect.TypeModel;
import dev.tempest.internal.schema.KeySchema;
import dev.tempest.internal.schema.RawTable;
import dev.tempest.internal.unique.UniqueRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An item type in its table, checked: every property has its attribute, and the table's key is complete.
 *
 * @param <T> the item type
 * @param <V> the SDK's attribute value
 */
public final class ItemType<T, V> {
    private final Class<T> type;
    private final RawTable<V> table;
    private final RowCodec<T, V> codec;
    private final Map<String, Binding<V>> byAttribute = new HashMap<>();
    private final Map<String, Binding<V>> byProperty = new LinkedHashMap<>();
    private final @Nullable VersionRule<V> version;
    private final List<TimeRule<V>> times = new ArrayList<>();
    private final UniqueRules<V> unique;
    private final @Nullable SubtypeItems<T, V> subtypes;
    // Made when first needed: most types are never named in an expression. Racing threads make equal ones.
    private volatile @Nullable ItemProperties<V> properties;

    private ItemType(Class<T> type, ItemTables<V> tables) {
        this.type = type;
        if (Conversion.ofClass(type) != null) {
            throw ModelError.of(
                    type,
                    "says by an annotation what its objects are stored as, but is an item type",
                    "Remove @Converted or @StoredAsString: an item is stored as the attributes of its properties");
        }
        TypeModel<T> model = TypeModel.ofItem(type);
        ComposedKeys<V> composed = new ComposedKeys<>(model);
        Map<Property, String[]> attributes = AttributeNames.of(model, composed.partsOnly());
        this.table = tables.of(type, attributes, composed.attributes());
        composed.check(table);
        List<Binding<V>> bindings = new ArrayList<>();
        VersionRule<V> found = null;
        for (Property property : model.properties()) {
            String[] names = attributes.get(property);
            Binding<V> binding = names == null
                    ? composed.partOnly(property, table)
                    : PropertyBinding.of(property, names, type, table);
            if (property.isVersion()) {
                if (found != null) {
                    throw ModelError.of(
                            type, property.name(), "is a @Version, and so is " + found.property(), "Keep one of them");
                }
                found = VersionRule.of(binding, table);
            }
            addTime(TimeRule.of(binding, table));
            bindings.add(binding);
            byProperty.put(property.name(), binding);
            if (names != null) {
                put(binding);
            }
        }
        for (Binding<V> binding : composed.bindings(table)) {
            bindings.add(binding);
            put(binding);
        }
        this.codec = new ObjectCodec<>(model, table, bindings);
        this.version = found;
        this.subtypes = null;
        checkKey();
        times.forEach(rule -> rule.requireNoPartOf(tableKeyParts()));
        this.unique = UniqueRules.of(type, byProperty.values(), table, this::binding);
    }

    /** A sealed type, of whose subtypes the items are. */
    private ItemType(Class<T> type, SubtypeItems<T, V> subtypes) {
        this.type = type;
        this.subtypes = subtypes;
        this.table = subtypes.table();
        this.codec = subtypes.codec();
        this.version = subtypes.version();
        byProperty.putAll(subtypes.byName());
        byAttribute.putAll(subtypes.byAttribute());
        times.addAll(subtypes.times());
        this.unique = UniqueRules.of(type, byProperty.values(), table, this::binding);
    }

    private void addTime(@Nullable TimeRule<V> time) {
        if (time == null) {
            return;
        }
        times.forEach(time::requireOther);
        times.add(time);
    }

    private void put(Binding<V> binding) {
        for (String attribute : binding.attributes()) {
            Binding<V> other = byAttribute.put(attribute, binding);
            if (other != null) {
                throw ModelError.of(
                        type,
                        other.property().name(),
                        "is stored in attribute " + attribute + ", of which there is a @KeyTemplate",
                        "Store the property in another attribute, or remove the template");
            }
        }
    }

    /**
     * The model of an item type.
     *
     * @throws IllegalArgumentException if the type does not fit the table
     */
    public static <T, V> ItemType<T, V> of(Class<T> type, RawTable<V> table) {
        return of(type, (itemType, attributes, composed) -> table);
    }

    /**
     * The model of an item type that may have attributes of its own.
     *
     * @throws IllegalArgumentException if the type does not fit the table
     */
    static <T, V> ItemType<T, V> of(Class<T> type, ItemTables<V> tables) {
        return Subtypes.areAll(type)
                ? new ItemType<>(type, SubtypeItems.of(type, tables))
                : new ItemType<>(type, tables);
    }

    /** The classes of the items: the type, or if it is sealed, its subtypes. */
    public Set<Class<?>> classes() {
        return subtypes == null ? Set.of(type) : subtypes.classes();
    }

    /** The subtypes of a sealed type; null for a type that is not sealed. */
    @Nullable SubtypeItems<T, V> subtypes() {
        return subtypes;
    }

    /** The user's class. */
    public Class<T> type() {
        return type;
    }

    public RawTable<V> table() {
        return table;
    }

    /** How versions of the items begin and move on; null if they have none. */
    public @Nullable VersionRule<V> version() {
        return version;
    }

    /** The properties that hold when an item was created or written. */
    public List<TimeRule<V>> times() {
        return times.stream().filter(TimeRule::isSet).toList();
    }

    /** What is unique of the items. */
    public UniqueRules<V> unique() {
        return unique;
    }

    /** The property that holds when an item expires; null if the type has none. */
    public @Nullable TimeRule<V> expiry() {
        return times.stream().filter(TimeRule::isExpiry).findFirst().orElse(null);
    }

    /** Whether the property in an attribute is stored there as it is, and nowhere else. */
    public boolean storesAsItIs(String attribute) {
        Binding<V> binding = byAttribute.get(attribute);
        return binding != null
                && binding.prefix() == null
                && binding.composition() == null
                && binding.attributes().length == 1;
    }

    public RowCodec<T, V> codec() {
        return codec;
    }

    /**
     * The row of an item, its key complete, in a map of the caller's own.
     *
     * @throws IllegalArgumentException if a key attribute is null or empty
     */
    public Map<String, V> encode(T item) {
        if (!type.isInstance(item)) {
            throw new IllegalArgumentException("The item must be a " + ModelError.name(type) + ", not "
                    + ((Object) item == null ? "null" : "a " + ModelError.name(item.getClass())) + ".");
        }
        Map<String, V> row = codec.encode(item);
        requireValue(table.key().partitionKey(), item, row);
        String sortKey = table.key().sortKey();
        if (sortKey != null) {
            requireValue(sortKey, item, row);
        }
        return row;
    }

    private void requireValue(String keyAttribute, T item, Map<String, V> row) {
        if (!row.containsKey(keyAttribute)) {
            throw new IllegalArgumentException(
                    requireKey(keyAttribute, "key").lacking(item) + " is null, but it is stored in " + keyAttribute
                            + ", a key attribute of the table: " + table.describeKey(row) + ".");
        }
    }

    /** Whether a property of the type is stored in the attribute. */
    public boolean stores(String attribute) {
        return byAttribute.containsKey(attribute);
    }

    /** The types that a key's prefixes tell apart: the type, or subtypes of it. */
    public List<? extends ItemType<?, V>> byKey() {
        List<? extends ItemType<?, V>> found = subtypes == null ? List.of() : subtypes.typesByKey();
        return found.isEmpty() ? List.of(this) : found;
    }

    /** Whether the type has subtypes, and the key tells them apart. */
    public boolean isToldByKey() {
        return byKey().size() > 1;
    }

    /** The prefix of the values that the type writes to an attribute; null for none, or for several. */
    public @Nullable String prefix(String attribute) {
        Binding<V> binding = byAttribute.get(attribute);
        String prefix = binding == null ? null : binding.prefix();
        return subtypes == null
                        || subtypes.typesByKey().stream()
                                .allMatch(each -> Objects.equals(each.prefix(attribute), prefix))
                ? prefix
                : null;
    }

    /** That an attribute has the type's prefix; null for no attribute, or if the type gives it no prefix. */
    public @Nullable Clause<V> hasPrefix(@Nullable String attribute) {
        return Prefixes.filter(this, attribute);
    }

    /** The prefix of the table's sort key; null where the sort key is no string, or where there is none. */
    public @Nullable String sortKeyPrefix() {
        String sortKey = table.key().sortKey();
        return sortKey == null ? null : prefix(sortKey);
    }

    /**
     * Checks the property by which the table or an index is sorted.
     *
     * @param index null for the table
     * @throws IllegalArgumentException if what is stored is not in its order
     */
    void requireOrder(String sortKey, @Nullable String index) {
        Binding<V> binding = byAttribute.get(sortKey);
        SortOrder order = binding == null ? null : binding.order();
        if (binding != null && order != null) {
            order.requireSortable(
                    binding.property(),
                    "sort key " + sortKey + " of " + (index == null ? "the table" : "index " + index),
                    ModelError.name(table.rawType()) + "." + sortKey);
        }
    }

    /** Whether no partition of the table has rows of both types, because their partition keys have different prefixes. */
    boolean isApartFrom(ItemType<?, V> other) {
        if (isToldByKey() || other.isToldByKey()) {
            return byKey().stream().allMatch(one -> other.byKey().stream().allMatch(one::isApartFrom));
        }
        String one = prefix(table.key().partitionKey());
        String two = other.prefix(table.key().partitionKey());
        return one != null && two != null && !one.startsWith(two) && !two.startsWith(one);
    }

    /**
     * A property that is to be incremented.
     *
     * @throws IllegalArgumentException if there is none, or if it is no number
     */
    public CounterRule<V> counter(String property) {
        Binding<V> binding = byProperty.get(property);
        if (binding == null) {
            throw new IllegalArgumentException("There is no " + ModelError.name(type) + "." + property
                    + " to increment. Its properties are " + String.join(", ", byProperty.keySet()) + ".");
        }
        return CounterRule.of(binding, table);
    }

    /**
     * Checks that an item which has its key, its version and some properties, and no more, can be read.
     *
     * @param what makes the item, as the message begins
     * @throws IllegalArgumentException if it cannot
     */
    public void requireReadable(Set<String> properties, String what) {
        if (subtypes != null) {
            throw NewItems.ofNoSubtype(type, what);
        }
        NewItems.requireReadable(type, byProperty.values(), tableKeyParts().keySet(), table.key(), properties, what);
    }

    /** What the items compute; each call finds it out again. */
    public ComputedAttributes<T, V> computed() {
        return new ComputedAttributes<>(type, table, codec);
    }

    /** The properties by the names that conditions and changes give them. */
    public ItemProperties<V> properties() {
        ItemProperties<V> known = properties;
        if (known == null) {
            Set<String> keyParts = tableKeyParts().keySet();
            known = subtypes == null
                    ? ItemProperties.of(type, table, byProperty.values(), keyParts)
                    : subtypes.properties(keyParts);
            properties = known;
        }
        return known;
    }

    /** The names of the properties of which a key attribute of the table is made, with that attribute. */
    private Map<String, String> tableKeyParts() {
        Set<String> attributes = Set.copyOf(table.key().attributes());
        Map<String, String> names = new HashMap<>();
        byKey().forEach(type -> type.compositions(attributes)
                .forEach(key -> key.parts().forEach(part -> names.put(part.name(), key.attribute()))));
        return names;
    }

    public @Nullable Binding<V> bindingOfProperty(String property) {
        return byProperty.get(property);
    }

    public @Nullable Binding<V> bindingOfAttribute(String attribute) {
        return byAttribute.get(attribute);
    }

    /** The attributes of the given ones that are made of several properties. */
    List<Composition> compositions(Set<String> attributes) {
        List<Composition> found = new ArrayList<>();
        for (String attribute : attributes) {
            Binding<V> binding = byAttribute.get(attribute);
            Composition composition = binding == null ? null : binding.composition();
            if (composition != null) {
                found.add(composition);
            }
        }
        return found;
    }

    /** The binding of an attribute that the type is known to store. */
    Binding<V> binding(String attribute) {
        return Objects.requireNonNull(byAttribute.get(attribute), attribute);
    }

    Set<String> propertyNames() {
        return byProperty.keySet();
    }

    private void checkKey() {
        KeySchema key = table.key();
        key.partitionKeys().forEach(attribute -> requireKey(attribute, "partition key"));
        key.sortKeys().forEach(attribute -> requireKey(attribute, "sort key"));
    }

    private Binding<V> requireKey(String attribute, String role) {
        Binding<V> binding = byAttribute.get(attribute);
        if (binding == null) {
            throw ModelError.of(
                    type,
                    "has no property for " + attribute + ", the " + role + " of " + ModelError.name(table.rawType()),
                    "Add a property " + attribute + ", or put @Attribute(name = \"" + attribute
                            + "\") on the one that holds it");
        }
        return binding;
    }
}
