package dev.tempest.internal.schema;

/**
 * A codec that takes and gives numbers of one primitive type as they are, not in objects.
 *
 * @param <V> the SDK's attribute value
 */
public sealed interface NumberCodec<V> extends AttributeCodec<V> {
    /** The numbers' type. */
    Class<?> primitive();

    /** For {@code int} and {@code long}. */
    non-sealed interface OfLong<V> extends NumberCodec<V> {
        V toValue(long number);

        /**
         * The number of a stored value.
         *
         * @throws RuntimeException if the value is no number of the type
         */
        long toLong(V value);
    }

    /** For {@code double}. */
    non-sealed interface OfDouble<V> extends NumberCodec<V> {
        /**
         * The value of a number.
         *
         * @param number one that DynamoDB can hold
         */
        V toValue(double number);

        /**
         * The number of a stored value.
         *
         * @throws RuntimeException if the value is no number of the type
         */
        double toDouble(V value);
    }
}
