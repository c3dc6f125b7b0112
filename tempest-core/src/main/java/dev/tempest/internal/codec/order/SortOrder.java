package dev.tempest.internal.codec.order;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.reflect.Types;
import dev.tempest.internal.schema.AttributeCodec;
import dev.tempest.internal.schema.NumberCodec;
import dev.tempest.internal.schema.Values;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether DynamoDB keeps the values of a sort key in the order that they have in Java. That is for their converter to say, so it
 * is asked for some values whose order is known.
 *
 * @param type the property's
 * @param samples values of the type, in their order
 * @param isOrdered whether the usual values are stored in their order
 * @param isOrderedThroughout whether the unusual ones are, too
 */
public record SortOrder(Class<?> type, SortSamples samples, boolean isOrdered, boolean isOrderedThroughout) {

    /** The order of a property's values; null if nothing is known of it but what is stored. */
    public static <V> @Nullable SortOrder of(Property property, AttributeCodec<V> codec, Values<V> values) {
        return of(property.type(), codec, values);
    }

    /** The order of values of a type; null if nothing is known of it but what is stored. */
    public static <V> @Nullable SortOrder of(Type declared, AttributeCodec<V> codec, Values<V> values) {
        Type content = content(declared);
        if (codec instanceof NumberCodec
                || codec.keepsOrder()
                || !(Types.plain(content) instanceof Class<?> type)
                || type == String.class) {
            return null;
        }
        Function<Object, V> converter =
                content == declared ? codec::toValue : sample -> codec.toValue(Optional.of(sample));
        SortSamples samples = SortSamples.of(type);
        if (samples == null) {
            return null;
        }
        boolean isOrdered = isAscending(samples.usual(), converter, values);
        List<Object> all = new ArrayList<>(samples.below());
        all.addAll(samples.usual());
        all.addAll(samples.above());
        return new SortOrder(type, samples, isOrdered, isOrdered && isAscending(all, converter, values));
    }

    /** The type of what is in an optional; any other type itself. */
    private static Type content(Type declared) {
        return declared instanceof ParameterizedType optional && optional.getRawType() == Optional.class
                ? optional.getActualTypeArguments()[0]
                : declared;
    }

    /** Whether a value lies among those that are stored in their order. */
    private boolean isInOrder(Object value) {
        Object content = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        return isOrderedThroughout
                || !isOrdered
                || content == null
                || samples.isUsual().test(content);
    }

    /** What the converter refuses cannot be stored, and so is in no wrong place. */
    private static <V> boolean isAscending(List<?> ascending, Function<Object, V> converter, Values<V> values) {
        V last = null;
        for (Object sample : ascending) {
            V value;
            try {
                value = converter.apply(sample);
            } catch (RuntimeException e) {
                continue;
            }
            if (last != null && !isAscending(last, value, values)) {
                return false;
            }
            last = value;
        }
        return true;
    }

    private static <V> boolean isAscending(V one, V other, Values<V> values) {
        boolean comparable = values.text(one) != null
                ? values.text(other) != null
                : (values.isNumber(one) && values.isNumber(other)) || (values.isBinary(one) && values.isBinary(other));
        return comparable && compare(one, other, values) <= 0;
    }

    /** Compares two keys as DynamoDB does. */
    public static <V> int compare(V one, V other, Values<V> values) {
        String text = values.text(one);
        String otherText = values.text(other);
        return text == null || otherText == null ? values.compare(one, other) : SortKeys.compare(text, otherText);
    }

    /**
     * Checks a property by which a table or an index is sorted.
     *
     * @param place the sort key, as messages name it
     * @param rawProperty the raw item's property behind it, as messages name it
     * @throws IllegalArgumentException if what is stored is not in its order
     */
    public void requireSortable(Property property, String place, String rawProperty) {
        if (isOrdered || type.isEnum()) {
            return;
        }
        throw ModelError.of(
                property.owner(),
                property.name(),
                "is " + Types.aName(property.type()) + " in the " + place
                        + ", but its converter stores values whose order in DynamoDB is not their order in Java, so"
                        + " ranges and orders would be wrong",
                samples.remedy(rawProperty));
    }

    /**
     * Checks a key that is to be stored.
     *
     * @throws IllegalArgumentException if it would be out of order
     */
    public void require(Property property, Object value) {
        if (!isInOrder(value)) {
            throw new IllegalArgumentException(property + " is " + samples.unusual()
                    + ", and its converter does not store those in their order, as a sort key needs.");
        }
    }

    /**
     * Checks that an operator can compare values of a property that need not be a sort key.
     *
     * @param property the property, as messages name it
     * @param operator as messages name it
     * @param rawProperty the raw item's property behind it, as messages name it
     * @throws IllegalArgumentException if what is stored is not in their order
     */
    public void requireOrdered(String property, String operator, String rawProperty) {
        if (!isOrdered) {
            throw new IllegalArgumentException(property + " is " + Types.aName(type)
                    + ", and its converter stores values whose order in DynamoDB is not their order in Java, so "
                    + operator
                    + " cannot compare them. " + samples.remedy(rawProperty) + ".");
        }
    }

    /**
     * Checks a value that stored ones are compared with.
     *
     * @param property the property, as messages name it
     * @throws IllegalArgumentException if the value would be out of order
     */
    public void requireInOrder(String property, Object value) {
        if (!isInOrder(value)) {
            throw new IllegalArgumentException(property + " cannot be compared with a value that is "
                    + samples.unusual() + ": its converter does not store those in their order.");
        }
    }

    /**
     * Checks that conditions can compare the values.
     *
     * @throws IllegalArgumentException if a condition cannot compare the values
     */
    public void requireComparable(Property property, String condition) {
        if (!isOrdered) {
            throw new IllegalArgumentException(
                    condition + " compares sort keys, but " + property + " is "
                            + Types.aName(property.type())
                            + ", whose constants DynamoDB sorts by what they are stored as, in another order than they are"
                            + " declared in. Use EqualTo or BeginsWith, or give the attribute a converter that keeps the order.");
        }
    }
}
