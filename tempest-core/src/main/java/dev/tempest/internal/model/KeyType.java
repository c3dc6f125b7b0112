package dev.tempest.internal.model;

import dev.tempest.ForIndex;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.codec.Binding;
import dev.tempest.internal.codec.Composition;
import dev.tempest.internal.codec.ObjectCodec;
import dev.tempest.internal.codec.RowCodec;
import dev.tempest.internal.reflect.Inherited;
import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.reflect.Subtypes;
import dev.tempest.internal.reflect.TypeModel;
import dev.tempest.internal.reflect.Types;
import dev.tempest.internal.schema.KeySchema;
import dev.tempest.internal.schema.RawTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A key type of an item type, checked: it has each key attribute of the table, and of its index if it has one.
 *
 * @param <K> the key type
 * @param <V> the SDK's attribute value
 */
public final class KeyType<K, V> {
    private final Class<K> type;
    private final ItemType<?, V> itemType;
    private final @Nullable String index;
    private final KeySchema schema;
    private final RowCodec<K, V> codec;
    private final Map<String, Binding<V>> byAttribute = new LinkedHashMap<>();

    private final Map<Class<?>, KeyType<? extends K, V>> parts;
    private final boolean isPartition;

    /** The keys of several subtypes. */
    private KeyType(Class<K> type, ItemType<?, V> itemType, SealedKeys<K, V> keys) {
        this.type = type;
        this.itemType = itemType;
        this.parts = keys.byClass();
        this.isPartition = false;
        this.index = keys.whole().index();
        this.schema = keys.whole().schema();
        this.codec = keys.codec();
        byAttribute.putAll(keys.whole().byAttribute);
    }

    private KeyType(Class<K> type, ItemType<?, V> itemType, boolean isPartition) {
        this.type = type;
        this.itemType = itemType;
        this.parts = Map.of();
        this.isPartition = isPartition;
        RawTable<V> table = itemType.table();
        index = indexOf(type, table);
        schema = table.key(index);
        Set<String> keyAttributes = keyAttributes(table);
        TypeModel<K> model = TypeModel.ofKey(type, itemType.propertyNames());
        List<Binding<V>> bindings = new ArrayList<>();
        for (Property property : model.properties()) {
            Binding<V> binding = bind(property, keyAttributes, model);
            bindings.add(binding);
            if (!binding.isPart()) {
                put(binding);
            }
        }
        for (Composition composition : itemType.compositions(keyAttributes)) {
            Binding<V> binding = composed(composition, model);
            bindings.add(binding);
            put(binding);
        }
        for (String attribute : keyAttributes) {
            requireKey(attribute);
        }
        if (!isPartition) {
            schema.sortKeys().forEach(sortKey -> itemType.requireOrder(sortKey, index));
        }
        this.codec = new ObjectCodec<>(model, table, bindings);
    }

    private void put(Binding<V> binding) {
        for (String attribute : binding.attributes()) {
            byAttribute.put(attribute, binding);
        }
    }

    private Binding<V> composed(Composition composition, TypeModel<K> model) {
        Map<String, Property> properties = new LinkedHashMap<>();
        for (Property property : model.properties()) {
            properties.put(property.name(), property);
        }
        for (Property part : composition.parts()) {
            if (!properties.containsKey(part.name())) {
                throw lacks(part, composition.attribute());
            }
        }
        Composition own = composition.of(type, part -> properties.getOrDefault(part.name(), part));
        return itemType.binding(composition.attribute()).of(own);
    }

    /**
     * The model of a key type.
     *
     * @throws IllegalArgumentException if the type does not fit the item type
     */
    public static <K, V> KeyType<K, V> of(Class<K> type, ItemType<?, V> itemType) {
        return Subtypes.areAll(type)
                ? new KeyType<>(type, itemType, SealedKeys.of(type, itemType))
                : new KeyType<>(type, itemType, false);
    }

    /** A class that names a partition of the table or of an index, but no item. */
    static <K, V> KeyType<K, V> ofPartition(Class<K> type, ItemType<?, V> itemType) {
        return new KeyType<>(type, itemType, true);
    }

    /** The classes of keys that name an item: the type, or if it is sealed, its subtypes. */
    public Set<Class<?>> classes() {
        Set<Class<?>> classes = new LinkedHashSet<>();
        parts.values().stream().filter(part -> !part.isPartition()).forEach(part -> classes.add(part.type()));
        return parts.isEmpty() ? Set.of(type) : classes;
    }

    /** Whether a key names its partition alone. */
    public boolean isPartition() {
        return isPartition;
    }

    /** The model of a key's own class, which is a subtype of a sealed key type. */
    @SuppressWarnings("unchecked") // It gets the key only.
    public KeyType<K, V> ofKey(K key) {
        requireType(key);
        KeyType<? extends K, V> part = parts.get(key.getClass());
        return part == null ? this : (KeyType<K, V>) part;
    }

    /**
     * The secondary index that a class of keys is for; null for the table.
     *
     * @throws IllegalArgumentException if the table has no such index, or one that cannot be used
     */
    public static @Nullable String indexOf(Class<?> type, RawTable<?> table) {
        ForIndex forIndex = Inherited.annotation(type, ForIndex.class);
        if (forIndex == null) {
            return null;
        }
        String index = forIndex.value().isEmpty() ? forIndex.name() : forIndex.value();
        if (!forIndex.value().isEmpty() && !forIndex.name().isEmpty()) {
            throw ModelError.of(type, "has a @ForIndex with both a value and a name", "Keep one of them");
        }
        if (!table.indexes().containsKey(index)) {
            throw ModelError.of(
                    type,
                    "is for index " + index + ", which " + ModelError.name(table.rawType()) + " does not have",
                    table.indexes().isEmpty()
                            ? "Declare the index in " + ModelError.name(table.rawType()) + "; it has none"
                            : "Name one of its indexes: "
                                    + String.join(
                                            ", ", new TreeSet<>(table.indexes().keySet())));
        }
        return index;
    }

    /** The user's class. */
    public Class<K> type() {
        return type;
    }

    /** The secondary index that the type is for; null for the table. */
    public @Nullable String index() {
        return index;
    }

    /** The key of the index, or of the table. */
    public KeySchema schema() {
        return schema;
    }

    public ItemType<?, V> itemType() {
        return itemType;
    }

    /** Turns the rows of DynamoDB's own offsets into keys. */
    public RowCodec<K, V> codec() {
        return codec;
    }

    /**
     * A complete key as DynamoDB takes it.
     *
     * @throws IllegalArgumentException if a part of the key is null or empty
     */
    public Map<String, V> encode(K key) {
        KeyType<K, V> own = ofKey(key);
        if (own != this) {
            return own.encode(key);
        }
        if (isPartition) {
            throw new IllegalArgumentException(ModelError.name(type)
                    + " names a partition, but a single item is meant. Give the key of a subtype of "
                    + ModelError.name(itemType.type()) + ".");
        }
        Map<String, V> row = codec.encode(key);
        for (Map.Entry<String, Binding<V>> entry : byAttribute.entrySet()) {
            if (!row.containsKey(entry.getKey())) {
                throw new IllegalArgumentException(entry.getValue().lacking(key) + " is null in the key "
                        + describe(row) + ", but it is stored in " + entry.getKey() + ", which a key must have.");
            }
        }
        return row;
    }

    /** A key as messages show it, complete or not: not in its own words, which may say more. */
    private String describe(Map<String, V> row) {
        return itemType.table().describe(byAttribute.keySet(), row);
    }

    /** Whether the same key makes the same row as the key of another item type, in the same table. */
    public boolean storesAs(KeyType<?, V> other) {
        return byAttribute.keySet().equals(other.byAttribute.keySet())
                && byAttribute.keySet().stream().allMatch(name -> binding(name).storesAs(other.binding(name)));
    }

    /**
     * Checks what a caller passes as a key.
     *
     * @throws IllegalArgumentException if the object is no key of this type: it came through an unchecked cast
     */
    public void requireType(K key) {
        if (!type.isInstance(key)) {
            throw new IllegalArgumentException("The key must be a " + ModelError.name(type) + ", not "
                    + ((Object) key == null ? "null" : "a " + ModelError.name(key.getClass())) + ".");
        }
    }

    /** The key attributes of the table, and of the index. */
    public Set<String> attributes() {
        return byAttribute.keySet();
    }

    public Binding<V> binding(String attribute) {
        Binding<V> binding = byAttribute.get(attribute);
        if (binding == null) {
            throw new IllegalStateException(type + " lacks " + attribute);
        }
        return binding;
    }

    private Set<String> keyAttributes(RawTable<V> table) {
        if (isPartition) {
            return Set.of(schema.partitionKey());
        }
        Set<String> attributes = new LinkedHashSet<>(schema.attributes());
        attributes.addAll(table.key().attributes());
        return attributes;
    }

    private Binding<V> bind(Property property, Set<String> keyAttributes, TypeModel<K> model) {
        checkUnannotated(property, ModelError.name(itemType.type()));
        Binding<V> binding = itemType.bindingOfProperty(property.name());
        if (binding == null) {
            SubtypeItems<?, V> subtypes = itemType.subtypes();
            String conflict = subtypes == null ? null : subtypes.conflict(property.name());
            if (conflict != null) {
                throw ModelError.of(
                        type,
                        property.name(),
                        "has no one form in " + ModelError.name(itemType.type()) + ", because " + conflict,
                        "Store it alike in all subtypes, or seal the key type, with a key inside of each subtype");
            }
            throw ModelError.of(
                    type,
                    property.name(),
                    "is not a property of " + ModelError.name(itemType.type()),
                    "Name it as the item type does, or make it transient");
        }
        checkInherited(property, binding);
        checkType(property, binding);
        List<String> attributes = new ArrayList<>();
        for (String attribute : binding.attributes()) {
            if (keyAttributes.contains(attribute)) {
                attributes.add(attribute);
            }
        }
        if (binding.isPart() || attributes.isEmpty()) {
            for (Composition composition : itemType.compositions(keyAttributes)) {
                if (composition.isMadeOf(property.name())) {
                    return Binding.partOf(
                            composition, property, itemType.table().values());
                }
            }
        }
        if (attributes.isEmpty()) {
            throw ModelError.of(
                    type,
                    property.name(),
                    "is stored in " + String.join(", ", binding.attributes()) + ", which is not a key attribute of "
                            + (index == null ? "the table" : "the table or of index " + index),
                    remedyForNoKey(property, model));
        }
        return binding.of(property, attributes.toArray(new String[0]));
    }

    private String remedyForNoKey(Property property, TypeModel<K> model) {
        if (property.parameter() == Property.NONE) {
            return "Remove it from the key type, or make it transient";
        }
        for (Property other : model.properties()) {
            if (other.parameter() == Property.NONE && !other.isSet()) {
                return "Remove it from the key type. If " + other.name() + " is computed from it, let "
                        + ModelError.name(type) + " hold " + other.name()
                        + " as it is, and add a static method that computes it";
            }
        }
        return "Remove it from the key type";
    }

    public static void checkUnannotated(Property property, String itemType) {
        if (property.role() != null) {
            throw ModelError.of(
                    property.owner(),
                    property.name(),
                    "is the " + property.role() + ", but a key has none",
                    "Remove the annotation: it belongs on " + itemType);
        }
        if (property.attribute() != null && property.inheritedFrom() == null) {
            throw ModelError.of(
                    property.owner(),
                    property.name(),
                    "has an @Attribute of its own",
                    "Remove it: " + itemType + "." + property.name() + " says how it is stored");
        }
    }

    /** A key and an item may inherit from one interface; then both say the same. */
    public static void checkInherited(Property property, Binding<?> binding) {
        if (property.attribute() != null
                && !property.attribute().equals(binding.property().attribute())) {
            throw ModelError.of(
                    property.owner(),
                    property.name(),
                    "gets an @Attribute from " + property.inheritedFrom() + " that differs from that of "
                            + binding.property(),
                    "Give both the same, or do not let " + ModelError.name(property.owner()) + " inherit it");
        }
        if (property.converter() != null
                && property.converter() != binding.property().converter()) {
            throw ModelError.of(
                    property.owner(),
                    property.name(),
                    "has a @Converted that differs from that of " + binding.property(),
                    "Remove it: " + binding.property() + " says how it is stored");
        }
    }

    public static void checkType(Property property, Binding<?> binding) {
        if (property.valueClass() != null
                && property.valueClass() != binding.property().valueClass()) {
            throw Property.ofValueClass(property.owner(), property.name());
        }
        if (!Types.same(property.type(), binding.property().type())) {
            throw ModelError.of(
                    property.owner(),
                    property.name(),
                    "is " + Types.aName(property.type()) + ", but " + binding.property() + " is "
                            + Types.aName(binding.property().type()),
                    "Make both the same type");
        }
    }

    private void requireKey(String attribute) {
        if (byAttribute.containsKey(attribute)) {
            return;
        }
        Binding<V> binding = itemType.bindingOfAttribute(attribute);
        if (binding == null) {
            throw ModelError.of(
                    itemType.type(),
                    "has no property for " + attribute + ", a key attribute of index " + index,
                    "Add one, or do not look at the type through this index");
        }
        throw lacks(binding.property(), attribute);
    }

    private IllegalArgumentException lacks(Property property, String attribute) {
        return ModelError.of(
                type,
                "has no " + property.name() + ", which is stored in " + attribute + ", a key attribute of "
                        + (index != null && schema.contains(attribute) ? "index " + index : "the table")
                        + (index != null && !schema.contains(attribute) ? ", needed to go on after a page" : ""),
                "Add a property " + property.name() + " of type " + Types.name(property.type()));
    }
}
