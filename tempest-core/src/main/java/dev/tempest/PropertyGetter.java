package dev.tempest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A getter that says itself which property it reads, for languages whose lambda expressions cannot be looked into. The functions
 * of {@code tempest-kotlin} make it of property references.
 *
 * @param <T> the item type
 * @param <V> the property's type
 */
public interface PropertyGetter<T, V extends @Nullable Object> extends Getter<T, V> {
    /** The item type, or its supertype that has the property. */
    Class<?> owner();

    /** The property's name; for a property of a nested value, the names from the outside to the inside. */
    List<String> properties();
}
