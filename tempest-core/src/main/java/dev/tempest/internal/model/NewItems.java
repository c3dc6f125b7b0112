package dev.tempest.internal.model;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.codec.Binding;
import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.reflect.Types;
import dev.tempest.internal.schema.KeySchema;
import java.util.Collection;
import java.util.Set;

/** Items that a change of some properties creates. */
final class NewItems {
    private NewItems() {}

    /**
     * Checks that an item which has its key, its version and some properties, and no more, can be read.
     *
     * @param keyParts the names of the properties of which the key is made
     * @param given the names of the properties that have a value
     * @param what makes the item, as the message begins
     * @throws IllegalArgumentException if it cannot
     */
    static void requireReadable(
            Class<?> type,
            Collection<? extends Binding<?>> bindings,
            Set<String> keyParts,
            KeySchema key,
            Set<String> given,
            String what) {
        for (Binding<?> binding : bindings) {
            Property property = binding.property();
            if (property.isRequired()
                    && !property.isVersion()
                    && !keyParts.contains(property.name())
                    && !given.contains(property.name())
                    && !key.contains(binding.attributes()[0])) {
                throw new IllegalArgumentException(what + " cannot make a " + ModelError.name(type) + ": "
                        + property + " (" + Types.name(property.type())
                        + ") would have no value. Create the item first,"
                        + " or let the property be null.");
            }
        }
    }

    static IllegalArgumentException ofNoSubtype(Class<?> sealed, String what) {
        return new IllegalArgumentException(what + " cannot make a " + ModelError.name(sealed)
                + ", because nothing says of which subtype. Create the item first.");
    }
}
