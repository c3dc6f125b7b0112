package dev.tempest.internal.picture;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.reflect.TypeModel;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Java values as people read them, the same in every run. */
final class ShownValue {
    private static final int LONGEST = 160;

    private ShownValue() {}

    static String of(@Nullable Object value) {
        return shortened(any(value));
    }

    static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private static String any(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof CharSequence text) {
            return "\"" + text + "\"";
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(ShownValue::any).orElse("empty");
        }
        if (value instanceof Collection<?> all) {
            return all.stream().map(ShownValue::any).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> any(entry.getKey()) + ": " + any(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof byte[] bytes) {
            return bytes.length + " bytes";
        }
        if (value instanceof ByteBuffer bytes) {
            return bytes.remaining() + " bytes";
        }
        if (value.getClass().isArray()) {
            return IntStream.range(0, Array.getLength(value))
                    .mapToObj(i -> any(Array.get(value, i)))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return object(value);
    }

    private static String object(Object value) {
        String type = value.getClass().getName();
        if (type.startsWith("java.") || type.startsWith("kotlin.")) {
            return value.toString();
        }
        // Its own toString() may show an address in memory.
        try {
            return TypeModel.ofValue(value.getClass()).properties().stream()
                    .filter(property -> !property.isComputed())
                    .map(property -> property(property, value))
                    .collect(Collectors.joining(", ", ModelError.name(value.getClass()) + "(", ")"));
        } catch (RuntimeException e) {
            return ModelError.name(value.getClass());
        }
    }

    private static String property(Property property, Object owner) {
        return property.name() + "=" + any(property.get(owner));
    }
}
