package dev.tempest.internal.expression;

import dev.tempest.internal.reflect.TypeArguments;
import dev.tempest.internal.schema.AttributeCodec;
import dev.tempest.internal.schema.Parts;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stores an element of a list as the converter of the whole list does, of which nothing else is known.
 *
 * @param list the property that holds the list
 * @param <V> the SDK's attribute value
 */
record ListElement<V>(ResolvedAttribute<V> list) implements AttributeCodec<V> {
    /**
     * The elements of a property.
     *
     * @throws IllegalArgumentException if it is not stored as a list
     */
    static <V> Parts<V> parts(ResolvedAttribute<V> list) {
        V empty = list.value(Collections.of(list, List.of()));
        // A converter that stores nothing for an empty list shows what it does with the first element.
        if (empty != null && !list.values().kind(empty).equals("L")) {
            throw list.refused("is not stored as a list, so DynamoDB cannot find an element by its index");
        }
        Type type = TypeArguments.first(list.type(), Iterable.class);
        return Parts.ofList(type == null ? Object.class : type, new ListElement<>(list));
    }

    @Override
    public V toValue(Object property) {
        return list.element(property);
    }

    @Override
    public @Nullable Object toProperty(V value) {
        throw new UnsupportedOperationException("an expression reads nothing");
    }

    @Override
    public boolean storesAs(AttributeCodec<V> other) {
        return other instanceof ListElement<V> element && list.storesAs(element.list);
    }
}
