package dev.tempest.sdk1.internal.schema;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTypeConverted;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTypeConverter;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import dev.tempest.internal.reflect.Conversion;
import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.reflect.TypeVariables;
import dev.tempest.internal.reflect.Types;
import dev.tempest.internal.schema.AttributeCodec;
import dev.tempest.internal.value.OwnCodecs;
import dev.tempest.internal.value.ValueCodecs;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import org.jspecify.annotations.Nullable;

/** What SDK 1.x adds to the codecs of values in tables that have no raw item type: its converters by annotation. */
final class SdkCodecs implements OwnCodecs<AttributeValue> {
    @Override
    public @Nullable AttributeCodec<AttributeValue> annotated(Property property) {
        Annotation annotation = ItemAnnotations.conversion(property);
        if (annotation == null) {
            return null;
        }
        Class<?> type = ItemAnnotations.converter(annotation);
        TypeVariables variables = TypeVariables.of(type);
        TypeVariable<?>[] parameters = DynamoDBTypeConverter.class.getTypeParameters();
        Type stored = variables.resolve(parameters[0]);
        Type converted = variables.resolve(parameters[1]);
        Class<?> erased = TypeVariables.erasure(converted);
        if (!(converted instanceof TypeVariable<?>)
                && Types.plain(erased) != Types.plain(TypeVariables.erasure(property.type()))) {
            throw Conversion.ofAnotherType(property, type, erased);
        }
        ValueCodecs<AttributeValue> codecs = new ValueCodecs<>(SdkValues.INSTANCE, new SdkCodecs());
        return new ConvertedCodec(
                make(property, type, annotation), codecs.of(property.owner(), property.name(), stored));
    }

    @Override
    public @Nullable AttributeCodec<AttributeValue> of(Type type) {
        return null;
    }

    /** As the mapper makes it: an annotation of the user's own tells the converter more. */
    @SuppressWarnings("unchecked")
    private static DynamoDBTypeConverter<Object, Object> make(Property property, Class<?> type, Annotation annotation) {
        Class<?> target = TypeVariables.erasure(Types.plain(property.type()));
        Object[][] arguments = annotation instanceof DynamoDBTypeConverted
                ? new Object[][] {{target}, {}}
                : new Object[][] {{target, annotation}, {target}, {}};
        ReflectiveOperationException failure = new NoSuchMethodException();
        for (Object[] some : arguments) {
            Class<?>[] types = new Class<?>[some.length];
            for (int i = 0; i < some.length; i++) {
                types[i] = i == 0 ? Class.class : annotation.annotationType();
            }
            try {
                return (DynamoDBTypeConverter<Object, Object>)
                        type.getConstructor(types).newInstance(some);
            } catch (ReflectiveOperationException e) {
                failure = e;
            }
        }
        throw Conversion.notMade(property, type, failure);
    }

    /**
     * A property by a converter of the user's.
     *
     * @param stored of what the converter makes
     */
    private record ConvertedCodec(
            DynamoDBTypeConverter<Object, Object> converter, AttributeCodec<AttributeValue> stored)
            implements AttributeCodec<AttributeValue> {
        @Override
        public AttributeValue toValue(Object property) {
            @Nullable Object converted = converter.convert(property);
            return converted == null ? SdkValues.INSTANCE.ofNull() : stored.toValue(converted);
        }

        @Override
        public @Nullable Object toProperty(AttributeValue value) {
            Object converted = stored.toProperty(value);
            return converted == null ? null : converter.unconvert(converted);
        }

        @Override
        public boolean isProgrammed() {
            return true;
        }

        @Override
        public @Nullable String kind() {
            return stored.kind();
        }

        @Override
        public boolean storesAs(AttributeCodec<AttributeValue> other) {
            return other instanceof ConvertedCodec codec
                    && codec.converter.getClass() == converter.getClass()
                    && codec.stored.storesAs(stored);
        }
    }
}
