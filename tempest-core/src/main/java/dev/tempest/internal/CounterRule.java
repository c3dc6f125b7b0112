package dev.tempest.internal;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A numeric property to which DynamoDB can add by itself.
 *
 * @param <V> the SDK's attribute value
 */
public final class CounterRule<V> {
    /** From an exact number to one of the property's type; throws where it does not fit. */
    private static final Map<Class<?>, Function<BigDecimal, Number>> TYPES = Map.of(
            Byte.class, BigDecimal::byteValueExact,
            Short.class, BigDecimal::shortValueExact,
            Integer.class, BigDecimal::intValueExact,
            Long.class, BigDecimal::longValueExact,
            BigInteger.class, BigDecimal::toBigIntegerExact,
            BigDecimal.class, number -> number,
            Float.class, BigDecimal::floatValue,
            Double.class, BigDecimal::doubleValue);

    private final String property;
    private final Class<?> type;
    private final String[] attributes;
    private final AttributeCodec<V> codec;

    private CounterRule(String property, Class<?> type, String[] attributes, AttributeCodec<V> codec) {
        this.property = property;
        this.type = type;
        this.attributes = attributes;
        this.codec = codec;
    }

    /**
     * The rule of an item type's property.
     *
     * @throws IllegalArgumentException if it is none, or cannot be counted
     */
    static <V> CounterRule<V> of(Binding<V> binding, RawTable<V> table) {
        Property property = binding.property();
        if (property.isVersion()) {
            throw new IllegalArgumentException(
                    property + " is the @Version: an increment moves it on by itself. Count in another property.");
        }
        return of(property.toString(), property.type(), binding.attributes(), table);
    }

    /**
     * The rule of a raw item's attribute.
     *
     * @throws IllegalArgumentException if there is none, or if it cannot be counted
     */
    public static <V> CounterRule<V> of(String attribute, RawTable<V> table) {
        String name = ModelError.name(table.rawType()) + "." + attribute;
        RawAttribute<V> raw = table.attributes().get(attribute);
        if (raw == null) {
            throw new IllegalArgumentException("There is no " + name + " to increment. Its attributes are "
                    + String.join(", ", new TreeSet<>(table.attributes().keySet())) + ".");
        }
        Type type = raw.type();
        return of(name, type == null ? Object.class : type, new String[] {attribute}, table);
    }

    private static <V> CounterRule<V> of(String property, Type declared, String[] attributes, RawTable<V> table) {
        if (!(Types.plain(declared) instanceof Class<?> type) || !TYPES.containsKey(type)) {
            throw new IllegalArgumentException(property + " is " + Types.aName(declared)
                    + ", which cannot be incremented. Name a property that is a number.");
        }
        for (String attribute : attributes) {
            if (table.isKey(attribute)) {
                throw new IllegalArgumentException(property + " is stored in " + attribute
                        + ", a key attribute, which cannot be incremented. Name another property.");
            }
        }
        AttributeCodec<V> codec = requireRaw(table, attributes[0]).codec();
        CounterRule<V> rule = new CounterRule<>(property, type, attributes, codec);
        if (!table.values().isNumber(rule.toValue(0))) {
            throw new IllegalArgumentException(property + " is not stored as a number, so DynamoDB cannot increment it."
                    + " Name another property, or change its converter.");
        }
        return rule;
    }

    private static <V> RawAttribute<V> requireRaw(RawTable<V> table, String attribute) {
        RawAttribute<V> raw = table.attributes().get(attribute);
        if (raw == null) {
            throw new IllegalStateException(attribute);
        }
        return raw;
    }

    /** The attributes that hold the property. */
    public String[] attributes() {
        return attributes.clone();
    }

    /** The property as messages name it. */
    public String property() {
        return property;
    }

    /** Whether the property holds whole numbers only. */
    public boolean isWhole() {
        return type != Float.class && type != Double.class && type != BigDecimal.class;
    }

    /**
     * A number as it is stored.
     *
     * @throws IllegalArgumentException if the property's type cannot hold it
     */
    public V toValue(Number number) {
        try {
            Function<BigDecimal, Number> convert = TYPES.get(type);
            if (convert == null) {
                throw new IllegalStateException(type.getName());
            }
            return codec.toValue(convert.apply(new BigDecimal(number.toString())));
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    property + " is " + Types.aName(type) + ", and cannot hold the number that it is given.", e);
        }
    }

    /** A stored number as the property has it. */
    public Number toNumber(V value) {
        return (Number) Objects.requireNonNull(codec.toProperty(value));
    }
}
