package dev.tempest.internal.locking;

import dev.tempest.ExpiresAt;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.codec.Binding;
import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.reflect.Types;
import dev.tempest.internal.schema.AttributeCodec;
import dev.tempest.internal.schema.RawAttribute;
import dev.tempest.internal.schema.RawTable;
import dev.tempest.internal.schema.StoredNumber;
import dev.tempest.internal.schema.Values;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A numeric property to which DynamoDB can add by itself.
 *
 * @param <V> the SDK's attribute value
 */
public final class CounterRule<V> {
    private static final MathContext DIGITS = new MathContext(37, RoundingMode.DOWN);

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
    private final Values<V> values;
    private final @Nullable NumberRange range;
    // Whether the property holds something else than its numbers, which are stored as they are.
    private final boolean unsigned;

    private CounterRule(
            String property,
            Class<?> type,
            String[] attributes,
            AttributeCodec<V> codec,
            Values<V> values,
            @Nullable NumberRange range) {
        this.property = property;
        this.type = type;
        this.attributes = attributes;
        this.codec = codec;
        this.values = values;
        this.range = range;
        this.unsigned = codec.greatestUnsigned() != null;
    }

    private static @Nullable NumberRange range(Class<?> type, AttributeCodec<?> codec) {
        BigInteger greatest = codec.greatestUnsigned();
        return greatest == null ? NumberRange.of(type) : NumberRange.upTo(greatest);
    }

    /** The same, with sums that fit into a {@code long}. */
    public CounterRule<V> asLong() {
        if (range != null && NumberRange.LONG.contains(range.greatest())) {
            return this;
        }
        NumberRange narrow = unsigned ? NumberRange.upTo(BigInteger.valueOf(Long.MAX_VALUE)) : NumberRange.LONG;
        return new CounterRule<>(property, type, attributes, codec, values, narrow);
    }

    /**
     * The rule of an item type's property.
     *
     * @throws IllegalArgumentException if it is none, or cannot be counted
     */
    public static <V> CounterRule<V> of(Binding<V> binding, RawTable<V> table) {
        Property property = binding.property();
        if (property.annotation(ExpiresAt.class) != null) {
            throw new IllegalArgumentException(property
                    + " is the @ExpiresAt, in which an increment cannot count. Set it by a patch or an update.");
        }
        if (property.mark() != null) {
            throw new IllegalArgumentException(property + " is the " + property.mark()
                    + ": an increment already increases it. Count in another property.");
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

    /**
     * The rule of a number within a value.
     *
     * @throws IllegalArgumentException if it cannot be counted
     */
    public static <V> CounterRule<V> ofNested(
            String property, Type declared, AttributeCodec<V> codec, Values<V> values) {
        Class<?> type = requireNumber(property, declared);
        return stored(new CounterRule<>(property, type, new String[0], codec, values, range(type, codec)));
    }

    private static Class<?> requireNumber(String property, Type declared) {
        if (!(Types.plain(declared) instanceof Class<?> type) || !TYPES.containsKey(type)) {
            throw new IllegalArgumentException(property + " is " + Types.aName(declared)
                    + ", which cannot be incremented. Name a property that is a number.");
        }
        return type;
    }

    private static <V> CounterRule<V> stored(CounterRule<V> rule) {
        if (!rule.values.isNumber(rule.toValue(0))) {
            throw new IllegalArgumentException(
                    rule.property + " is not stored as a number, so DynamoDB cannot increment it."
                            + " Name another property, or change its converter.");
        }
        if (!rule.isProportional()) {
            throw new IllegalArgumentException(rule.property
                    + " is stored as a number that is not proportional to its own, so DynamoDB would add another one."
                    + " Name another property, or change its converter.");
        }
        return rule;
    }

    /** Whether the stored numbers grow as the property's do, as far as its converter takes some that are close to zero. */
    private boolean isProportional() {
        BigDecimal one = numberOf(1);
        BigDecimal two = numberOf(2);
        BigDecimal minusOne = numberOf(-1);
        return number(toValue(0)).signum() == 0
                && (one == null || two == null || one.add(one).compareTo(two) == 0)
                && (one == null || minusOne == null || one.negate().compareTo(minusOne) == 0);
    }

    private @Nullable BigDecimal numberOf(int number) {
        try {
            return number(toValue(number));
        } catch (RuntimeException e) {
            return null; // a converter of the user's own, which does not take every number
        }
    }

    private static <V> CounterRule<V> of(String property, Type declared, String[] attributes, RawTable<V> table) {
        Class<?> type = requireNumber(property, declared);
        for (String attribute : attributes) {
            if (table.key().contains(attribute)) {
                throw new IllegalArgumentException(property + " is stored in " + attribute
                        + ", a key attribute of the table, which cannot be incremented. Name another property.");
            }
        }
        AttributeCodec<V> codec = requireRaw(table, attributes[0]).codec();
        return stored(new CounterRule<>(property, type, attributes, codec, table.values(), range(type, codec)));
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
            BigDecimal exact = exact(number);
            if (unsigned) {
                return values.ofNumber(new BigDecimal(exact.toBigIntegerExact()));
            }
            Function<BigDecimal, Number> convert = TYPES.get(type);
            if (convert == null) {
                throw new IllegalStateException(type.getName());
            }
            Number held = convert.apply(exact);
            if (isWhole() || StoredNumber.fits(exact(held))) {
                return codec.toValue(held);
            }
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException(cannotHold(), e);
        }
        throw new IllegalArgumentException(cannotHold());
    }

    private String cannotHold() {
        return property + " is " + typeName() + ", and cannot hold the number that it is given.";
    }

    /** The property's type as messages name it. */
    private String typeName() {
        return unsigned ? "an unsigned " + Types.name(type) : Types.aName(type);
    }

    /**
     * How far a stored number may go for the sum to be one of the property's type: to this number at most for a delta
     * above zero, to this number at least for one below.
     *
     * @return null if every number will do
     */
    public @Nullable V limit(Number delta) {
        BigDecimal exact = exact(delta);
        if (range == null || exact.signum() == 0) {
            return null;
        }
        BigDecimal limit = (exact.signum() > 0 ? range.greatest() : range.least()).subtract(exact);
        try {
            return isWhole() ? toValue(limit) : values.ofNumber(limit.round(DIGITS));
        } catch (IllegalArgumentException e) {
            return null; // a converter of the user's own, which stores less than the type holds
        }
    }

    /** Whether a number may be added to a stored one. */
    public boolean hasRoom(V stored, Number delta) {
        V limit = limit(delta);
        if (limit == null || !values.isNumber(stored)) {
            return true;
        }
        int comparison = values.compare(stored, limit);
        return exact(delta).signum() > 0 ? comparison <= 0 : comparison >= 0;
    }

    /**
     * What is stored first.
     *
     * @throws IllegalArgumentException if the property's type cannot hold it
     */
    public V first(Number delta, Number start) {
        BigDecimal first = number(toValue(start)).add(number(toValue(delta)));
        if (range != null && !range.contains(exact(start).add(exact(delta)))) {
            throw new IllegalArgumentException(property + " is " + typeName()
                    + ", which cannot hold the number to start with and the number to add together.");
        }
        return values.ofNumber(first);
    }

    /** A stored number and what is added to it. */
    public V sum(V stored, Number delta) {
        return values.ofNumber(number(stored).add(number(toValue(delta))));
    }

    private BigDecimal number(V value) {
        if (!values.isNumber(value)) {
            throw new IllegalArgumentException(property + " is not stored as a number, so nothing can be added to it.");
        }
        return (BigDecimal) values.neutral(value);
    }

    private static BigDecimal exact(Number number) {
        return new BigDecimal(number.toString());
    }

    /** Why a number could not be added, as messages say it. */
    public String describeRange() {
        return property + " is " + typeName() + ", which cannot hold the sum";
    }

    /**
     * A stored number as the property has it.
     *
     * @throws IllegalStateException if it is none of the property's type
     */
    public Number toNumber(V value) {
        if (unsigned) {
            BigInteger sum = number(value).toBigIntegerExact();
            return sum.bitLength() < Long.SIZE ? (Number) sum.longValue() : (Number) sum;
        }
        try {
            return (Number) Objects.requireNonNull(codec.toProperty(value));
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "The sum is stored, but " + property + " (" + Types.name(type) + ") cannot hold it.", e);
        }
    }
}
