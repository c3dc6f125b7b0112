package dev.tempest.internal.codec;

import dev.tempest.internal.Shown;
import dev.tempest.internal.codec.order.SortOrder;
import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.schema.AttributeCodec;
import dev.tempest.internal.schema.NumberCodec;
import dev.tempest.internal.schema.StoredNumber;
import dev.tempest.internal.schema.Values;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One property in its attribute, or its attributes.
 *
 * @param <V> the SDK's attribute value
 */
public final class Binding<V> {
    private final Property property;
    private final String[] attributes;
    private final AttributeCodec<V> codec;
    private final Values<V> values;
    private final @Nullable String prefix;
    private final boolean allowEmpty;
    private final boolean key;
    // Where one of the attributes is a sort key.
    private final @Nullable SortOrder order;
    private final boolean storable;
    // The codec once more, where it and the property agree on numbers that are in no object.
    private final NumberCodec.@Nullable OfLong<V> ofLong;
    private final NumberCodec.@Nullable OfDouble<V> ofDouble;
    private final AttributeReader<V> reader;
    // Where the attribute is made of several properties.
    private final @Nullable Composition composition;
    private final boolean isPart;

    /** An attribute that is made of several properties, or a property that is stored only as a part of it. */
    private Binding(
            Property property,
            Composition composition,
            boolean isPart,
            AttributeCodec<V> codec,
            Values<V> values,
            boolean key) {
        this.property = property;
        this.attributes = new String[] {composition.attribute()};
        this.codec = codec;
        this.values = values;
        this.prefix = isPart || composition.head().isEmpty() ? null : composition.head();
        this.allowEmpty = !key;
        this.key = key;
        this.order = null;
        this.storable = codec.isAlwaysStorable();
        this.ofLong = null;
        this.ofDouble = null;
        this.reader =
                new AttributeReader<>(property, composition.attribute(), codec, values, isNeeded(property), prefix);
        this.composition = composition;
        this.isPart = isPart;
    }

    /** An object that computes a property can be read without it: when something new is computed, older items lack it. */
    private static boolean isNeeded(Property property) {
        return property.isRequired() && !property.isComputed();
    }

    /** An attribute that is made of several properties. */
    public static <V> Binding<V> composed(
            Composition composition, AttributeCodec<V> codec, Values<V> values, boolean key) {
        return new Binding<>(composition.property(), composition, false, codec, values, key);
    }

    /** A property that is read from an attribute of which it is a part, and is not written on its own. */
    public static <V> Binding<V> partOf(Composition composition, Property property, Values<V> values) {
        return new Binding<>(property, composition, true, composition.codec(property.name(), values), values, true);
    }

    /**
     * A property in its attributes.
     *
     * @param key whether one of the attributes is a key of the table or of an index
     * @param order of the property's values, where one of the attributes is a sort key; null where there is nothing to check
     */
    public Binding(
            Property property,
            String[] attributes,
            AttributeCodec<V> codec,
            Values<V> values,
            @Nullable String prefix,
            boolean allowEmpty,
            boolean key,
            @Nullable SortOrder order) {
        this.property = property;
        this.attributes = attributes;
        this.codec = codec;
        this.values = values;
        this.prefix = prefix;
        this.allowEmpty = allowEmpty;
        this.key = key;
        this.order = order;
        this.composition = null;
        this.isPart = false;
        this.storable = codec.isAlwaysStorable();
        NumberCodec<V> numbers = codec instanceof NumberCodec<V> some
                        && some.primitive() == property.accessor().type()
                ? some
                : null;
        this.ofLong = numbers instanceof NumberCodec.OfLong<V> some ? some : null;
        this.ofDouble = numbers instanceof NumberCodec.OfDouble<V> some ? some : null;
        this.reader = new AttributeReader<>(property, attributes[0], codec, values, isNeeded(property), prefix);
    }

    /** The same attributes filled from a key type's property of the same name. */
    public Binding<V> of(Property keyProperty, String[] keyAttributes) {
        return new Binding<>(keyProperty, keyAttributes, codec, values, prefix, allowEmpty, true, order);
    }

    /** The same attributes filled from a property that several subtypes of a sealed type have. */
    public Binding<V> shared(Property shared) {
        return new Binding<>(shared, attributes, codec, values, prefix, allowEmpty, key, order);
    }

    /** How the attribute is made of several properties; null if it is not. */
    public @Nullable Composition composition() {
        return isPart ? null : composition;
    }

    /** Whether the property is stored only as a part of its attribute. */
    public boolean isPart() {
        return isPart;
    }

    /** The property that is null in an object whose attribute has no value. */
    public Property lacking(Object owner) {
        return composition == null || isPart ? property : composition.lacking(owner);
    }

    /** The same attribute made of another type's properties. */
    public Binding<V> of(Composition other) {
        return composed(other, codec, values, key);
    }

    public Property property() {
        return property;
    }

    public String[] attributes() {
        return attributes;
    }

    public @Nullable String prefix() {
        return prefix;
    }

    /** How the property's value is converted, its prefix aside. */
    public AttributeCodec<V> codec() {
        return codec;
    }

    /** Whether null is stored as no attribute, although the property has a prefix. */
    public boolean omitsNull() {
        return prefix == null || allowEmpty || key;
    }

    public boolean stores(String attribute) {
        for (String name : attributes) {
            if (name.equals(attribute)) {
                return true;
            }
        }
        return false;
    }

    /** Whether equal values of both properties make equal rows. */
    public boolean storesAs(Binding<V> other) {
        return Arrays.equals(attributes, other.attributes)
                && Objects.equals(prefix, other.prefix)
                && isComposedLike(other)
                && allowEmpty == other.allowEmpty;
    }

    /** Whether both are made alike of several properties, or neither is. */
    public boolean isComposedLike(Binding<V> other) {
        if (composition == null || other.composition == null) {
            return composition == other.composition;
        }
        return composition.isLike(other.composition);
    }

    void write(Object item, Map<String, V> row) {
        if (isPart) {
            return;
        }
        V value = value(item);
        if (value != null) {
            for (String attribute : attributes) {
                row.put(attribute, value);
            }
        }
    }

    /** The attribute value of an item's property; null for no attribute. */
    public @Nullable V value(Object item) {
        if (ofLong != null) {
            return ofLong.toValue(property.accessor().getLong(item));
        }
        if (ofDouble != null) {
            double number = property.accessor().getDouble(item);
            requireNumber(number);
            return ofDouble.toValue(number);
        }
        Object value = property.get(item);
        if (prefix != null) {
            value = prefixed((String) value);
        }
        if (value == null) {
            return null;
        }
        if (order != null) {
            order.require(property, value);
        }
        V converted = convert(value);
        if (key && values.isEmpty(converted)) {
            throw new IllegalArgumentException(property + " is empty, but it is stored in "
                    + String.join(" and ", attributes) + ", a key attribute: DynamoDB takes no empty keys.");
        }
        return values.isNull(converted) ? null : converted;
    }

    private V convert(Object value) {
        if (value instanceof Double number) {
            requireNumber(number);
        }
        V converted;
        try {
            converted = codec.toValue(value);
        } catch (UnstorableException e) {
            throw e.in(property.toString());
        } catch (RuntimeException e) {
            throw UnstorableException.because(
                            "cannot be stored: its converter threw " + Shown.thrown(e),
                            codec.isProgrammed() ? e : Shown.withoutMessage(e))
                    .in(property.toString());
        }
        String problem = storable ? null : values.problem(converted);
        if (problem != null) {
            throw unstorable(problem);
        }
        return converted;
    }

    private void requireNumber(double number) {
        if (!StoredNumber.fits(number)) {
            throw unstorable("is a number that DynamoDB does not have");
        }
    }

    private UnstorableException unstorable(String problem) {
        return UnstorableException.of(problem).in(property.toString());
    }

    /** The attribute value that is made of the properties' values; null for no attribute. Of a composed attribute only. */
    @Nullable V composed(Function<Property, @Nullable Object> parts) {
        String text = Objects.requireNonNull(composition).textOf(parts);
        return text == null ? null : convert(prefix == null ? text : prefix + text);
    }

    /** A property of the composed attribute, as it is read from it. */
    AttributeCodec<V> part(String name) {
        return Objects.requireNonNull(composition).codec(name, values);
    }

    /** The string of a prefixed property as it is stored; null for no attribute. */
    public @Nullable String text(Object item) {
        String value = (String) property.get(item);
        return prefix == null ? value : prefixed(value);
    }

    public V toValue(Object stored) {
        return codec.toValue(stored);
    }

    /** Of a value that does not stand for null. */
    public Object toProperty(V value) {
        return Objects.requireNonNull(codec.toProperty(value));
    }

    /** Whether a key comes after another in DynamoDB's order. */
    public boolean isAfter(V one, V other) {
        return SortOrder.compare(one, other, values) > 0;
    }

    /** The order of the values; null where there is nothing to check. */
    public @Nullable SortOrder order() {
        return order;
    }

    /** Compares two keys as DynamoDB orders them. */
    public int compare(V one, V other) {
        return SortOrder.compare(one, other, values);
    }

    /** Whether DynamoDB takes two values for equal. */
    public boolean isSame(V one, V other) {
        return values.same(one, other);
    }

    /** Checks that both ends of a range lie in one partition. */
    public void requireEqual(V start, V end) {
        if (!values.same(start, end)) {
            throw new IllegalArgumentException("Between needs two keys of one partition, but " + values.describe(start)
                    + " and " + values.describe(end) + " are two.");
        }
    }

    public boolean isEmpty(V value) {
        return values.isEmpty(value);
    }

    public boolean isBinary(V value) {
        return values.isBinary(value);
    }

    private @Nullable String prefixed(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            // A key that was forgotten must not become the key of all items whose key was.
            return value == null && omitsNull() ? null : prefix;
        }
        return prefix + value;
    }

    /** The property's value in a row; null if the row has none. */
    @Nullable Object read(Map<String, V> row) throws Unreadable {
        return reader.read(row);
    }

    /** The same by itself, for types that are read often. */
    AttributeReader<V> reader() {
        return reader;
    }

    /** Checks that a row has what an item's property computes. */
    void requireStored(Object item, Map<String, V> row) throws Unreadable {
        V stored = row.get(attributes[0]);
        V computed = value(item);
        if (stored != null && !values.isNull(stored) && (computed == null || !values.same(stored, computed))) {
            throw Unreadable.at(attributes[0], "differs from " + property + ", which is constant or computed", null);
        }
    }

    /** Whether a row's attribute carries the prefix. */
    boolean recognizes(Map<String, V> row) {
        if (prefix == null) {
            return true;
        }
        V value = row.get(attributes[0]);
        String text = value == null ? null : values.text(value);
        if (text != null && composition != null && composition.isConstant()) {
            return text.equals(prefix);
        }
        return text == null ? allowEmpty : text.startsWith(prefix);
    }
}
