package dev.tempest.internal.locking;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.codec.Binding;
import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.reflect.Types;
import dev.tempest.internal.schema.RawTable;
import java.math.BigInteger;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How the versions of an item type begin and move on.
 *
 * @param <V> the SDK's attribute value
 */
public final class VersionRule<V> {
    private static final Map<Class<?>, UnaryOperator<Object>> NUMBERS = Map.of(
            Byte.class, version -> narrow((byte) ((byte) version + 1), (byte) version),
            Short.class, version -> narrow((short) ((short) version + 1), (short) version),
            Integer.class, version -> Math.incrementExact((int) version),
            Long.class, version -> Math.incrementExact((long) version),
            BigInteger.class, version -> ((BigInteger) version).add(BigInteger.ONE));

    private static final Map<Class<?>, Object> FIRST = Map.of(
            Byte.class,
            (byte) 1,
            Short.class,
            (short) 1,
            Integer.class,
            1,
            Long.class,
            1L,
            BigInteger.class,
            BigInteger.ONE);

    private static final Map<Class<?>, Object> LIMITS = Map.of(
            Byte.class,
            (byte) (Byte.MAX_VALUE - 1),
            Short.class,
            (short) (Short.MAX_VALUE - 1),
            Integer.class,
            Integer.MAX_VALUE - 1,
            Long.class,
            Long.MAX_VALUE - 1);

    private final Binding<V> binding;
    private final RawTable<V> table;
    private final String attribute;
    private final Class<?> type;
    private final boolean zeroIsNone;

    private VersionRule(Binding<V> binding, RawTable<V> table, Class<?> type) {
        this.binding = binding;
        this.table = table;
        this.attribute = binding.attributes()[0];
        this.type = type;
        this.zeroIsNone = binding.property().isPrimitive();
    }

    /**
     * The rule of a property that is marked as a version.
     *
     * @throws IllegalArgumentException if the property cannot be one
     */
    public static <V> VersionRule<V> of(Binding<V> binding, RawTable<V> table) {
        Property property = binding.property();
        if (!(Types.plain(property.type()) instanceof Class<?> type)
                || !(type == String.class || NUMBERS.containsKey(type))) {
            throw ModelError.of(
                    property.owner(),
                    property.name(),
                    "is the @Version, but is " + Types.aName(property.type()),
                    "Make it an integer such as long, or a String");
        }
        if (binding.attributes().length > 1 || binding.prefix() != null) {
            throw ModelError.of(
                    property.owner(),
                    property.name(),
                    "is the @Version, but has a prefix or several attributes",
                    "Store it in one attribute, as it is");
        }
        if (property.converter() != null) {
            throw ModelError.of(
                    property.owner(),
                    property.name(),
                    "is the @Version, but has a @Converted",
                    "Remove the @Converted");
        }
        if (table.isKey(binding.attributes()[0])) {
            throw ModelError.of(
                    property.owner(),
                    property.name(),
                    "is the @Version, but is stored in " + binding.attributes()[0]
                            + ", a key attribute, which cannot change",
                    "Store it in an attribute of its own");
        }
        if (property.parameter() == Property.NONE && !property.isSet()) {
            throw ModelError.of(
                    property.owner(),
                    property.name(),
                    "is the @Version, but is computed, so a stored version cannot be read into it",
                    "Let the constructor take it");
        }
        return new VersionRule<>(binding, table, type);
    }

    /** The attribute that holds the version. */
    public String attribute() {
        return attribute;
    }

    /** The property as messages name it. */
    public String property() {
        return binding.property().toString();
    }

    /** Whether versions are numbers that grow, and not random texts. */
    public boolean isNumber() {
        return type != String.class;
    }

    /** The stored version that an item carries; null if it says that it is not stored yet. */
    public @Nullable V carriedBy(Object item) {
        Object version = binding.property().get(item);
        if (version == null || (zeroIsNone && ((Number) version).longValue() == 0)) {
            return null;
        }
        return binding.value(item);
    }

    /** The version of an item that is not stored yet. */
    public V first(Nonces nonces) {
        Object first = FIRST.get(type);
        return binding.toValue(first == null ? nonces.next() : first);
    }

    /**
     * The version after a stored one.
     *
     * @param row the item that is to be written, for the message
     * @throws IllegalArgumentException if the type has no greater number
     */
    public V after(V stored, Map<String, V> row, Nonces nonces) {
        UnaryOperator<Object> successor = NUMBERS.get(type);
        if (successor == null) {
            return binding.toValue(nonces.next());
        }
        Object version = Objects.requireNonNull(binding.toProperty(stored));
        try {
            return binding.toValue(successor.apply(version));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(describeLast(property(), type, version, table.describeKey(row)), e);
        }
    }

    /** That a version has no next one. */
    public static String describeLast(String property, Class<?> type, Object version, String item) {
        return property + " (" + Types.name(type) + ") is " + version
                + ", which is the last version that its type can hold: " + item
                + ". Declare it with a larger type, such as BigInteger, in the raw item type too.";
    }

    /** The greatest version that has one after it; null if each has. */
    public @Nullable V limit() {
        Object limit = LIMITS.get(type);
        return limit == null ? null : binding.toValue(limit);
    }

    private static Object narrow(Number next, Number version) {
        if (next.longValue() < version.longValue()) {
            throw new ArithmeticException("No version follows " + version + ".");
        }
        return next;
    }
}
