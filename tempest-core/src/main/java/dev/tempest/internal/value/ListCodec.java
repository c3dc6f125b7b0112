package dev.tempest.internal.value;

import dev.tempest.internal.codec.UnreadableValue;
import dev.tempest.internal.codec.UnstorableException;
import dev.tempest.internal.schema.AttributeCodec;
import dev.tempest.internal.schema.DeepValues;
import dev.tempest.internal.schema.Parts;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Stores a collection as a list, its nulls as DynamoDB's own. */
final class ListCodec<V> extends ValueCodec<V> {
    private final Type elementType;
    private final AttributeCodec<V> element;
    private final IntFunction<Collection<Object>> maker;

    ListCodec(
            Type type,
            DeepValues<V> values,
            Type elementType,
            AttributeCodec<V> element,
            IntFunction<Collection<Object>> maker) {
        super(type, values);
        this.elementType = elementType;
        this.element = element;
        this.maker = maker;
    }

    @Override
    public String kind() {
        return "L";
    }

    @Override
    public V toValue(Object property) {
        List<V> stored = new ArrayList<>(property instanceof Collection<?> sized ? sized.size() : 10);
        try {
            for (Object each : (Iterable<?>) property) {
                stored.add(each == null ? values().ofNull() : element.toValue(each));
            }
        } catch (UnstorableException e) {
            throw e.in("[" + stored.size() + "]");
        }
        return values().ofList(stored);
    }

    @Override
    @SuppressWarnings("NullAway") // A list may have nulls, and says so in no type.
    public @Nullable Object toProperty(V value) {
        List<@Nullable V> stored = values().list(value);
        if (stored == null) {
            return nothing(value);
        }
        Collection<Object> read = maker.apply(stored.size());
        int at = 0;
        for (V each : stored) {
            try {
                read.add(element.toProperty(each));
            } catch (RuntimeException e) {
                throw UnreadableValue.in("[" + at + "]", e, misfit(each, elementType));
            }
            at++;
        }
        return read;
    }

    @Override
    public Parts<V> parts() {
        return Parts.ofList(elementType, element);
    }

    @Override
    public boolean isAlwaysStorable() {
        return element.isAlwaysStorable();
    }
}
