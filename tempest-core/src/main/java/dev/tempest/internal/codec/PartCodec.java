package dev.tempest.internal.codec;

import dev.tempest.internal.schema.AttributeCodec;
import dev.tempest.internal.schema.Values;
import org.jspecify.annotations.Nullable;

/**
 * Reads a property from an attribute of which it is a part. The attribute is written as a whole.
 *
 * @param <V> the SDK's attribute value
 */
record PartCodec<V>(Composition composition, int index, Values<V> values) implements AttributeCodec<V> {
    @Override
    public V toValue(Object property) {
        throw new IllegalStateException("A part of " + composition.attribute() + " is not stored on its own.");
    }

    @Override
    public @Nullable Object toProperty(V value) {
        if (values.isNull(value)) {
            return null;
        }
        String text = values.text(value);
        if (text == null) {
            throw new IllegalArgumentException(composition.attribute() + " is not a string.");
        }
        return composition.part(index, text);
    }

    @Override
    public boolean storesAs(AttributeCodec<V> other) {
        return other instanceof PartCodec<V> part && part.index == index && part.composition.isLike(composition);
    }
}
