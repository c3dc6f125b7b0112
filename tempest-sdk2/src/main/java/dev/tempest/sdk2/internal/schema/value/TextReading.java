package dev.tempest.sdk2.internal.schema.value;

import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The SDK's own converters read whatever is stored as text, by {@code toString()} at the worst: what another program stored as a
 * map would come back as a string, and be stored as one with the next save.
 */
final class TextReading {
    private static final Set<Class<?>> TEXTS =
            Set.of(String.class, CharSequence.class, StringBuilder.class, StringBuffer.class, char[].class);

    private TextReading() {}

    /**
     * Checks what one of the SDK's own converters is to read.
     *
     * @param type the property's, or that of an element
     * @throws IllegalArgumentException if something else than a text would be read as one
     */
    static void require(EnhancedType<?> type, AttributeValue value) {
        if (TEXTS.contains(type.rawClass())) {
            if (value.s() == null && value.n() == null && !SdkValues.INSTANCE.isNull(value)) {
                throw noText(value);
            }
            return;
        }
        List<EnhancedType<?>> parameters = type.rawClassParameters();
        if (parameters == null || parameters.isEmpty()) {
            return;
        }
        EnhancedType<?> element = parameters.get(parameters.size() - 1);
        if (value.hasL()) {
            value.l().forEach(each -> require(element, each));
        } else if (value.hasM() && Map.class.isAssignableFrom(type.rawClass())) {
            value.m().values().forEach(each -> require(element, each));
        } else if (value.hasBs() && TEXTS.contains(element.rawClass())) {
            throw noText(value);
        }
    }

    private static IllegalArgumentException noText(AttributeValue value) {
        return new IllegalArgumentException("A value of type " + value.type() + " is not a text.");
    }
}
