package dev.tempest.internal.value;

import dev.tempest.internal.reflect.Types;
import dev.tempest.internal.schema.AttributeCodec;
import dev.tempest.internal.schema.DeepValues;
import java.lang.reflect.Type;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Stores the values of one type as this library has it.
 *
 * @param <V> the SDK's attribute value
 */
abstract class ValueCodec<V> implements AttributeCodec<V> {
    private final Type type;
    private final DeepValues<V> values;

    ValueCodec(Type type, DeepValues<V> values) {
        this.type = type;
        this.values = values;
    }

    final Type type() {
        return type;
    }

    final DeepValues<V> values() {
        return values;
    }

    /** DynamoDB's name of what is stored. */
    @Override
    public abstract @Nullable String kind();

    /** What to give for a value that is not of the kind that was expected: null for DynamoDB's own null. */
    final @Nullable Object nothing(V value) {
        if (values.isNull(value)) {
            return ofNothing();
        }
        throw new IllegalArgumentException(values.kind(value));
    }

    /** What a codec makes is stored in each of an item's attributes, so equal types are enough. */
    @Override
    public boolean storesAs(AttributeCodec<V> other) {
        return other instanceof ValueCodec<V> codec && getClass() == codec.getClass() && Types.same(type, codec.type);
    }

    /** In words that follow an attribute, without the value. */
    final String misfit(@Nullable V value, Type needed) {
        return "(" + values.kind(Objects.requireNonNull(value)) + ") does not fit " + Types.name(needed);
    }
}
