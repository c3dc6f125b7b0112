package dev.tempest.internal.value;

import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.schema.AttributeCodec;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * What an SDK module has of its own.
 *
 * @param <V> the SDK's attribute value
 */
public interface OwnCodecs<V> {
    /**
     * The codec of a property that an annotation of the SDK gives to it.
     *
     * @return null if there is no such annotation
     * @throws IllegalArgumentException if there is one that is wrong
     */
    @Nullable AttributeCodec<V> annotated(Property property);

    /** The codec of a type that the SDK module stores better, and to the same value; null if it does not. */
    @Nullable AttributeCodec<V> of(Type type);
}
