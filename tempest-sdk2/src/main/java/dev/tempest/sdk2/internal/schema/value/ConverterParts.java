package dev.tempest.sdk2.internal.schema.value;

import dev.tempest.internal.schema.AttributeCodec;
import dev.tempest.internal.schema.Document;
import dev.tempest.internal.schema.ElementCodec;
import dev.tempest.internal.schema.Parts;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is inside of a value that a converter of the SDK stores: properties of a bean, elements of a list, values of a map. */
public final class ConverterParts {
    private ConverterParts() {}

    /** The properties of a bean or immutable object; null for another value. */
    static <T> @Nullable Document<AttributeValue> document(EnhancedType<T> type) {
        return type.tableSchema()
                .map(schema -> Documents.of(type.rawClass(), schema))
                .orElse(null);
    }

    /** The elements of a list, or the values of a map whose keys are strings; null for another value. */
    public static @Nullable Parts<AttributeValue> parts(EnhancedType<?> type, AttributeCodec<AttributeValue> codec) {
        List<EnhancedType<?>> arguments = type.rawClassParameters();
        if (type.rawClass() == List.class && arguments.size() == 1) {
            EnhancedType<?> element = arguments.get(0);
            return Parts.ofList(element.rawClass(), element(element, codec, false));
        }
        boolean isOfStrings = type.rawClass() == Map.class
                && arguments.size() == 2
                && arguments.get(0).rawClass() == String.class;
        if (!isOfStrings) {
            return null;
        }
        EnhancedType<?> value = arguments.get(1);
        Function<Object, String> key = String.class::cast;
        return Parts.ofMap(value.rawClass(), element(value, codec, true), key);
    }

    private static AttributeCodec<AttributeValue> element(
            EnhancedType<?> type, AttributeCodec<AttributeValue> whole, boolean isOfMap) {
        return new Element(type, whole, isOfMap).codec();
    }

    private record Element(EnhancedType<?> type, AttributeCodec<AttributeValue> whole, boolean isOfMap) {
        AttributeCodec<AttributeValue> codec() {
            return new ElementCodec<>(whole, isOfMap, SdkValues.INSTANCE, this::properties, this::elements);
        }

        private @Nullable Document<AttributeValue> properties() {
            return document(type);
        }

        private @Nullable Parts<AttributeValue> elements() {
            return parts(type, codec());
        }
    }
}
