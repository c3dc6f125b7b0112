package dev.tempest.sdk2.internal.schema.value;

import dev.tempest.internal.reflect.Conversion;
import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.reflect.TypeVariables;
import dev.tempest.internal.reflect.Types;
import dev.tempest.internal.schema.AttributeCodec;
import dev.tempest.internal.value.OwnCodecs;
import dev.tempest.internal.value.ValueCodecs;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverterProvider;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbConvertedBy;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbImmutable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What SDK 2.x adds to the codecs of values: its converters by annotation, its beans, and its own types. */
public final class SdkCodecs implements OwnCodecs<AttributeValue> {
    private SdkCodecs() {}

    /** The codecs of properties in tables that have no raw item type. Those of one call share what they find. */
    public static ValueCodecs<AttributeValue> values() {
        return new ValueCodecs<>(SdkValues.INSTANCE, new SdkCodecs());
    }

    @Override
    public @Nullable AttributeCodec<AttributeValue> annotated(Property property) {
        DynamoDbConvertedBy annotation = property.annotation(DynamoDbConvertedBy.class);
        if (annotation == null) {
            return null;
        }
        AttributeConverter<?> converter = make(property, annotation.value());
        Class<?> converted = converter.type().rawClass();
        if (Types.plain(converted) != Types.plain(TypeVariables.erasure(property.type()))) {
            throw Conversion.ofAnotherType(property, annotation.value(), converted);
        }
        return ConverterCodec.of(converter);
    }

    private static AttributeConverter<?> make(Property property, Class<?> type) {
        try {
            return (AttributeConverter<?>) type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw Conversion.notMade(property, type, e);
        }
    }

    @Override
    public @Nullable AttributeCodec<AttributeValue> of(Type type) {
        StandardConverter<?> standard = StandardConverter.of(type);
        if (standard != null) {
            return ConverterCodec.of(standard);
        }
        if (!(type instanceof Class<?> plain)) {
            return null;
        }
        if (plain.isAnnotationPresent(DynamoDbBean.class) || plain.isAnnotationPresent(DynamoDbImmutable.class)) {
            return document(plain);
        }
        return plain.getName().startsWith("software.amazon.awssdk.")
                ? ConverterCodec.of(AttributeConverterProvider.defaultProvider().converterFor(EnhancedType.of(plain)))
                : null;
    }

    private static <T> AttributeCodec<AttributeValue> document(Class<T> bean) {
        return ConverterCodec.of(AttributeConverterProvider.defaultProvider()
                .converterFor(EnhancedType.documentOf(bean, TableSchema.fromClass(bean))));
    }
}
