package dev.tempest.internal.value;

import dev.tempest.internal.Shown;
import dev.tempest.internal.codec.UnreadableValue;
import dev.tempest.internal.codec.UnstorableException;
import dev.tempest.internal.reflect.Conversion;
import dev.tempest.internal.reflect.Types;
import dev.tempest.internal.schema.AttributeCodec;
import dev.tempest.internal.schema.Values;
import org.jspecify.annotations.Nullable;

/**
 * Stores the values of a type as the program's converter, or their class, makes values of another type of them.
 *
 * @param stored of the type that is stored
 * @param <V> the SDK's attribute value
 */
public record ConvertedCodec<V>(Conversion conversion, AttributeCodec<V> stored, Values<V> values)
        implements AttributeCodec<V> {
    @Override
    public V toValue(Object property) {
        Object value = conversion.toStored().apply(property);
        if (value == null) {
            throw UnstorableException.of("is made null by its converter");
        }
        return stored.toValue(value);
    }

    @Override
    public @Nullable Object toProperty(V value) {
        Object read;
        try {
            read = stored.toProperty(value);
        } catch (UnreadableValue e) {
            throw e;
        } catch (RuntimeException e) {
            String problem = "(" + values.kind(value) + ") does not fit " + Types.name(conversion.to());
            throw UnreadableValue.in("", Shown.withoutMessage(e), problem);
        }
        return read == null ? null : conversion.fromStored().apply(read);
    }

    @Override
    public boolean isProgrammed() {
        return true;
    }

    @Override
    public @Nullable String kind() {
        return stored.kind();
    }

    @Override
    public boolean storesAs(AttributeCodec<V> other) {
        return other instanceof ConvertedCodec<V> codec
                && conversion.declaring() == codec.conversion.declaring()
                && stored.storesAs(codec.stored);
    }
}
