package dev.tempest.internal.schema;

import java.lang.reflect.Type;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the elements of a list, or the values of a map, are stored one by one.
 *
 * @param type of an element or value
 * @param codec of an element or value
 * @param key the name under which a key of the map is stored; null for a list
 * @param <V> the SDK's attribute value
 */
public record Parts<V>(
        Type type, AttributeCodec<V> codec, @Nullable Function<Object, String> key) {
    /** The elements of a list. */
    public static <V> Parts<V> ofList(Type type, AttributeCodec<V> codec) {
        return new Parts<>(type, codec, null);
    }

    /** The values of a map. */
    public static <V> Parts<V> ofMap(Type type, AttributeCodec<V> codec, Function<Object, String> key) {
        return new Parts<>(type, codec, key);
    }
}
