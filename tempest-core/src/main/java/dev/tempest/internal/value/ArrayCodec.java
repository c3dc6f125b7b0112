package dev.tempest.internal.value;

import dev.tempest.internal.codec.UnreadableValue;
import dev.tempest.internal.codec.UnstorableException;
import dev.tempest.internal.schema.AttributeCodec;
import dev.tempest.internal.schema.DeepValues;
import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores an array as a list, its nulls as DynamoDB's own. */
final class ArrayCodec<V> extends ValueCodec<V> {
    private final Type elementType;
    private final AttributeCodec<V> element;
    private final Class<?> component;

    /** @param component the class of the elements */
    ArrayCodec(Type type, DeepValues<V> values, Type elementType, AttributeCodec<V> element, Class<?> component) {
        super(type, values);
        this.elementType = elementType;
        this.element = element;
        this.component = component;
    }

    @Override
    public String kind() {
        return "L";
    }

    @Override
    public V toValue(Object property) {
        int length = Array.getLength(property);
        List<V> stored = new ArrayList<>(length);
        try {
            for (int i = 0; i < length; i++) {
                Object each = Array.get(property, i);
                stored.add(each == null ? values().ofNull() : element.toValue(each));
            }
        } catch (UnstorableException e) {
            throw e.in("[" + stored.size() + "]");
        }
        return values().ofList(stored);
    }

    @Override
    public @Nullable Object toProperty(V value) {
        List<@Nullable V> stored = values().list(value);
        if (stored == null) {
            return nothing(value);
        }
        Object array = Array.newInstance(component, stored.size());
        int at = 0;
        for (V each : stored) {
            try {
                set(array, at, each);
            } catch (RuntimeException e) {
                throw UnreadableValue.in("[" + at + "]", e, misfit(each, elementType));
            }
            at++;
        }
        return array;
    }

    private void set(Object array, int at, @Nullable V stored) {
        Object read = stored == null ? null : element.toProperty(stored);
        if (read != null || component.isPrimitive()) {
            Array.set(array, at, read);
        }
    }

    @Override
    public boolean isAlwaysStorable() {
        return element.isAlwaysStorable();
    }
}
