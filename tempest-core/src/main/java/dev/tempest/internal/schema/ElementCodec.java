package dev.tempest.internal.schema;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Converts the elements of a list, or the values of a map with strings as keys, by the codec of the whole: for an SDK that keeps
 * the converter of the elements to itself.
 *
 * @param whole the codec of the list or map
 * @param isOfMap whether it is of a map
 * @param properties how the properties of an element are stored, if it becomes a map of them
 * @param elements how the elements of an element are stored, if it is a collection itself
 * @param <V> the SDK's attribute value
 */
public record ElementCodec<V>(
        AttributeCodec<V> whole,
        boolean isOfMap,
        DeepValues<V> values,
        Supplier<@Nullable Document<V>> properties,
        Supplier<@Nullable Parts<V>> elements)
        implements AttributeCodec<V> {
    private static final String KEY = "k";

    @Override
    public V toValue(Object property) {
        if ("".equals(property)) {
            // The mapper of SDK 1.x stores no empty text, from the days when DynamoDB took none.
            return values.ofText("");
        }
        if (isOfMap) {
            Map<String, @Nullable V> map = values.map(whole.toValue(Map.of(KEY, property)));
            V value = map == null ? null : map.get(KEY);
            return value == null ? values.ofNull() : value;
        }
        List<@Nullable V> list = values.list(whole.toValue(List.of(property)));
        V element = list == null || list.isEmpty() ? null : list.get(0);
        return element == null ? values.ofNull() : element;
    }

    @Override
    public @Nullable Object toProperty(V value) {
        if (isOfMap) {
            Map<?, ?> map = (Map<?, ?>) whole.toProperty(values.ofMap(Map.of(KEY, value)));
            return map == null ? null : map.get(KEY);
        }
        List<?> list = (List<?>) whole.toProperty(values.ofList(List.of(value)));
        return list == null || list.isEmpty() ? null : list.get(0);
    }

    @Override
    public @Nullable Document<V> document() {
        return properties.get();
    }

    @Override
    public @Nullable Parts<V> parts() {
        return elements.get();
    }

    @Override
    public boolean storesAs(AttributeCodec<V> other) {
        return other instanceof ElementCodec<V> codec && isOfMap == codec.isOfMap && whole.storesAs(codec.whole);
    }
}
