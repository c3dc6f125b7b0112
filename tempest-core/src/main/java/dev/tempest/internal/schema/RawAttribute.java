package dev.tempest.internal.schema;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of a raw item type.
 *
 * @param type the declared type of the raw property; null where the SDK's schema does not tell it
 * @param isRequired whether what has the attribute cannot be read without it
 * @param <V> the SDK's attribute value
 */
public record RawAttribute<V>(String name, @Nullable Type type, AttributeCodec<V> codec, boolean isRequired) {
    /** An attribute that may be absent. */
    public RawAttribute(String name, @Nullable Type type, AttributeCodec<V> codec) {
        this(name, type, codec, false);
    }
}
