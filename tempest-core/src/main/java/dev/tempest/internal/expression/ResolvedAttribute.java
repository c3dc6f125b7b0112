package dev.tempest.internal.expression;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.Shown;
import dev.tempest.internal.attr.PropertyPath;
import dev.tempest.internal.codec.Binding;
import dev.tempest.internal.codec.UnstorableException;
import dev.tempest.internal.codec.order.SortOrder;
import dev.tempest.internal.reflect.TypeVariables;
import dev.tempest.internal.reflect.Types;
import dev.tempest.internal.schema.AttributeCodec;
import dev.tempest.internal.schema.RawTable;
import dev.tempest.internal.schema.StoredNumber;
import dev.tempest.internal.schema.StoredText;
import dev.tempest.internal.schema.Values;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a property is stored in the items of a table, and how its values are. What goes wrong with a value is said by the names
 * of the property and the attribute, never by the value.
 *
 * @param <V> the SDK's attribute value
 */
public final class ResolvedAttribute<V> {
    private final String name;
    private final List<AttributePath> paths;
    private final Type type;
    private final AttributeCodec<V> codec;
    private final RawTable<V> table;
    private final @Nullable Binding<V> binding;
    private final boolean keyPart;
    private final boolean required;
    private final List<Function<Object, String>> keys;
    private final @Nullable ResolvedAttribute<V> shape;
    // Found out when first needed. Racing threads find the same.
    private volatile @Nullable Order order;

    private record Order(@Nullable SortOrder known) {}

    /**
     * A property in its attributes.
     *
     * @param name as messages name it
     * @param paths where it is stored: one place, or several that store the same
     * @param binding of the property of the item, in which it may be nested; null for a raw item
     * @param keyPart whether a key attribute of the table is made of it
     * @param required whether an item cannot be read without it
     * @param keys how the keys of the maps are stored that it is in, from the outside to the inside
     */
    ResolvedAttribute(
            String name,
            List<AttributePath> paths,
            Type type,
            AttributeCodec<V> codec,
            RawTable<V> table,
            @Nullable Binding<V> binding,
            boolean keyPart,
            boolean required,
            List<Function<Object, String>> keys) {
        this.name = name;
        this.paths = paths;
        this.type = type;
        this.codec = codec;
        this.table = table;
        this.binding = binding;
        this.keyPart = keyPart;
        this.required = required;
        this.keys = keys;
        this.shape = null;
    }

    private ResolvedAttribute(ResolvedAttribute<V> shape, String name, List<AttributePath> paths) {
        this.name = name;
        this.paths = paths;
        this.type = shape.type;
        this.codec = shape.codec;
        this.table = shape.table;
        this.binding = shape.binding;
        this.keyPart = shape.keyPart;
        this.required = shape.required;
        this.keys = shape.keys;
        this.shape = shape;
    }

    /**
     * The same place in other elements of lists and other entries of maps.
     *
     * @param parts the indexes and keys, from the outside to the inside
     * @param typeName of the item type, as messages name it
     * @throws IllegalArgumentException if a map has no such key
     */
    ResolvedAttribute<V> at(List<Object> parts, String typeName) {
        List<Object> stored = new ArrayList<>(parts.size());
        int next = 0;
        for (Object part : parts) {
            stored.add(part instanceof PropertyPath.Key key ? key(key.value(), keys.get(next++)) : part);
        }
        List<AttributePath> places = paths.stream().map(path -> path.at(stored)).toList();
        return new ResolvedAttribute<>(this, typeName + "." + places.get(0), places);
    }

    private AttributePath.Key key(Object key, Function<Object, String> writer) {
        String text;
        try {
            text = writer.apply(key);
        } catch (RuntimeException e) {
            throw refused("has no key that is " + Types.aName(key.getClass()));
        }
        if (text.isEmpty() || !StoredText.isWhole(text)) {
            throw refused("has a key that "
                    + (text.isEmpty() ? "is empty, which DynamoDB takes in no expression" : StoredText.PROBLEM));
        }
        return new AttributePath.Key(text);
    }

    /** How the keys of the maps are stored that it is in. */
    List<Function<Object, String>> keys() {
        return keys;
    }

    /** Where it is read from. */
    public AttributePath path() {
        return paths.get(0);
    }

    /** Where it is stored: {@link #path()} and its copies. */
    public List<AttributePath> paths() {
        return paths;
    }

    /** Whether it is a part of a value, and not an attribute of its own. */
    public boolean isNested() {
        return !path().nested().isEmpty();
    }

    /** The declared type of the property; Object where it is not known. */
    public Type type() {
        return type;
    }

    AttributeCodec<V> codec() {
        return codec;
    }

    Values<V> values() {
        return table.values();
    }

    /** The property of the item, in which this one may be nested; null for a raw item. */
    public @Nullable Binding<V> binding() {
        return binding;
    }

    /** The name of the property of the item, in which it may be nested. */
    public String propertyName() {
        return binding == null ? path().attribute() : binding.property().name();
    }

    /** Whether it is, or is a part of, a key attribute of the table. */
    public boolean isTableKey() {
        return keyPart || paths.stream().anyMatch(path -> table.key().contains(path.attribute()));
    }

    /** Whether it is, or is a part of, a key attribute of the table or of an index. */
    public boolean isKey() {
        return paths.stream().anyMatch(path -> table.isKey(path.attribute()));
    }

    /** Whether an item cannot be read without it. */
    public boolean isRequired() {
        return required;
    }

    /** Whether the property tells the versions of its items apart. */
    public boolean isVersion() {
        return binding != null && !isNested() && binding.property().isVersion();
    }

    /** Whether the property is constant or computed, and so cannot be set. */
    public boolean isComputed() {
        return binding != null && binding.property().isComputed();
    }

    /** What stands before each value; empty for nothing. */
    String prefix() {
        String prefix = binding == null || isNested() ? null : binding.prefix();
        return prefix == null ? "" : prefix;
    }

    /**
     * What is stored for a value of the property.
     *
     * @return null if that is nothing: the converter makes DynamoDB's own null of it
     * @throws IllegalArgumentException if the value is of another type, or cannot be stored
     */
    public @Nullable V value(Object value) {
        Object held = codec.unwrapped(value);
        return convert(prefix().isEmpty() ? held : prefix() + requireText(held));
    }

    /**
     * What is stored for a value of the property, or for null.
     *
     * @return null if that is nothing
     * @throws IllegalArgumentException if the value is of another type, or cannot be stored
     */
    public @Nullable V valueOrNull(@Nullable Object value) {
        if (value != null) {
            return value(value);
        }
        return prefix().isEmpty() || binding == null || binding.omitsNull() ? null : convert(prefix());
    }

    /**
     * What is stored for a value of the property.
     *
     * @throws IllegalArgumentException if the value is of another type, cannot be stored, or is stored as nothing
     */
    public V requireValue(Object value) {
        V converted = value(value);
        if (converted == null) {
            throw refused("has a converter that stores nothing for the value");
        }
        return converted;
    }

    private String requireText(Object value) {
        if (!(value instanceof String text)) {
            throw notOfType(value);
        }
        return text;
    }

    private @Nullable V convert(Object value) {
        if (!((Class<?>) Types.plain(TypeVariables.erasure(type))).isInstance(value)) {
            throw notOfType(value);
        }
        if (value instanceof Double number && !StoredNumber.fits(number)) {
            throw refused("cannot be compared with, or set to, a number that DynamoDB does not have");
        }
        if (codec instanceof ListElement<V>) {
            // It names the list in what it throws, and has looked at the value.
            return codec.toValue(value);
        }
        V converted;
        try {
            converted = codec.toValue(value);
        } catch (UnstorableException e) {
            throw refused(
                    e.path().isEmpty()
                            ? "cannot store the value: it " + e.problem()
                            : "cannot store the value: " + e.path() + " in it " + e.problem());
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    this + " cannot store the value: its converter threw " + Shown.thrown(e) + ".",
                    codec.isProgrammed() ? e : Shown.withoutMessage(e));
        }
        if (values().isNull(converted)) {
            return null;
        }
        String problem = values().problem(converted);
        if (problem != null) {
            throw refused("cannot store the value, which " + problem);
        }
        return converted;
    }

    private IllegalArgumentException notOfType(Object value) {
        return refused("is " + Types.aName(type) + ", not " + Types.aName(value.getClass()));
    }

    /**
     * What is stored for an element of a set or list.
     *
     * @throws IllegalArgumentException if the property is neither, or is not stored as one, or if the element cannot be stored
     */
    public V element(Object element) {
        V collection = requireValue(Collections.of(this, List.of(element)));
        V stored = values().onlyElement(collection);
        if (stored == null) {
            throw refused("is not stored as a set or list, so DynamoDB cannot look for elements in it");
        }
        return stored;
    }

    /**
     * What is stored for a list of elements.
     *
     * @throws IllegalArgumentException if the property is none, or is not stored as one, or if an element cannot be stored
     */
    public V list(List<?> elements) {
        V stored = requireValue(Collections.of(this, elements));
        if (!values().kind(stored).equals("L")) {
            throw refused("is not stored as a list, so DynamoDB cannot add to it");
        }
        return stored;
    }

    /**
     * What is stored for a set of elements.
     *
     * @throws IllegalArgumentException if the property is none, or is not stored as one, or if an element cannot be stored
     */
    public V set(Set<?> elements) {
        V stored = requireValue(Collections.of(this, List.copyOf(elements)));
        if (!values().isSet(stored)) {
            throw refused("is not stored as a set, so DynamoDB cannot add to it or remove from it");
        }
        return stored;
    }

    /**
     * A number that is added to what is stored.
     *
     * @throws IllegalArgumentException if DynamoDB does not have the number
     */
    public V delta(Number number) {
        BigDecimal exact;
        try {
            exact = new BigDecimal(number.toString());
        } catch (NumberFormatException e) {
            throw refused("cannot be counted by what is not a number");
        }
        if (!StoredNumber.fits(exact)) {
            throw refused("cannot be counted by a number that DynamoDB does not have");
        }
        return values().ofNumber(exact);
    }

    /** How the values are ordered; null where nothing is known but what is stored. */
    @Nullable SortOrder order() {
        if (shape != null) {
            return shape.order();
        }
        Order known = order;
        if (known == null) {
            known = new Order(SortOrder.of(type, codec, values()));
            order = known;
        }
        return known.known();
    }

    /** The raw item's attribute behind it, as messages name it. */
    String rawName() {
        return ModelError.name(table.rawType()) + "." + path();
    }

    /** Whether equal values of both are stored alike. */
    boolean storesAs(ResolvedAttribute<V> other) {
        return prefix().equals(other.prefix()) && codec.storesAs(other.codec);
    }

    /** What to throw when it cannot be used as it was to be. */
    public IllegalArgumentException refused(String reason) {
        return new IllegalArgumentException(this + " " + reason + ".");
    }

    /** The property and its attribute as messages name them. */
    @Override
    public String toString() {
        String stored = path().toString();
        return name.endsWith("." + stored) ? name : name + " (attribute " + stored + ")";
    }
}
