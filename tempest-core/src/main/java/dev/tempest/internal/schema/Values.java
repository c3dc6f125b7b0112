package dev.tempest.internal.schema;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks into an SDK's attribute values.
 *
 * @param <V> the SDK's attribute value
 */
public interface Values<V> {
    /** Whether the value is DynamoDB's own null. */
    boolean isNull(V value);

    /** An attribute of a row; null if there is none, or if another program stored DynamoDB's own null there. */
    default @Nullable V presentIn(Map<String, V> row, String attribute) {
        V value = row.get(attribute);
        return value == null || isNull(value) ? null : value;
    }

    /** The text of a string value; null for a value of another kind. */
    @Nullable String text(V value);

    boolean isBinary(V value);

    boolean isNumber(V value);

    /** Whether the value is a text or bytes of no length, which DynamoDB takes for no key. */
    boolean isEmpty(V value);

    /** Compares two numbers, or two binary values, as DynamoDB orders keys. */
    int compare(V one, V other);

    /** Whether DynamoDB takes the values for equal: numbers by their value, sets in any order, at every depth. */
    boolean same(V one, V other);

    /**
     * Why DynamoDB cannot store the value, in the words that follow a property's name, without the value itself; null if it
     * can.
     */
    @Nullable String problem(V value);

    /** A key or a version as a message shows it, shortened if it is long; of any other value only the {@link #kind}. */
    String describe(V value);

    /** DynamoDB's name of the value's type, such as {@code S} or {@code N}. */
    String kind(V value);

    /** A key attribute's value in types that no SDK defines: a String, a {@code BigDecimal} or a {@code ByteBuffer}. */
    Object neutral(V value);

    /** The only element of a set or list; null for a value of another kind, and for any other number of elements. */
    @Nullable V onlyElement(V value);

    /** Whether the value is a set of texts, of numbers or of binary values. */
    boolean isSet(V value);

    /** DynamoDB's own null. */
    V ofNull();

    V ofText(String text);

    V ofNumber(BigDecimal number);

    V ofBytes(ByteBuffer bytes);
}
