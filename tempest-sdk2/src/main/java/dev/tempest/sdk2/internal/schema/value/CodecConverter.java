package dev.tempest.sdk2.internal.schema.value;

import static java.util.Objects.requireNonNull;

import dev.tempest.internal.schema.AttributeCodec;
import dev.tempest.internal.schema.RawAttribute;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A codec as a converter, for a bean's property of a type that the SDK does not convert.
 *
 * @param <T> the property's type
 */
public final class CodecConverter<T> implements AttributeConverter<T> {
    private final AttributeCodec<AttributeValue> codec;
    private final Type type;
    private final AttributeValueType stored;

    private CodecConverter(AttributeCodec<AttributeValue> codec, Type type, AttributeValueType stored) {
        this.codec = codec;
        this.type = type;
        this.stored = stored;
    }

    /** A converter of a property's type; null if neither the SDK nor this library can store it. */
    public static @Nullable CodecConverter<?> of(Class<?> beanType, String property, Type type) {
        try {
            AttributeCodec<AttributeValue> codec = SdkCodecs.values().of(beanType, property, type);
            return new CodecConverter<>(codec, type, AttributeValueType.valueOf(String.valueOf(codec.kind())));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** An attribute's codec as the SDK's extensions ask for it. */
    public static AttributeConverter<?> of(RawAttribute<AttributeValue> attribute) {
        return attribute.codec() instanceof ConverterCodec<?> codec
                ? StandardConverter.resolved(codec.converter())
                : new CodecConverter<>(attribute.codec(), requireNonNull(attribute.type()), typeOf(attribute.codec()));
    }

    /** The type of what a codec makes. One that does not tell it, as of a sealed type, makes none that could be a key. */
    public static AttributeValueType typeOf(AttributeCodec<AttributeValue> codec) {
        String kind = codec.kind();
        return kind == null ? AttributeValueType.M : AttributeValueType.valueOf(kind);
    }

    AttributeCodec<AttributeValue> codec() {
        return codec;
    }

    @Override
    public AttributeValue transformFrom(T property) {
        return codec.toValue(property);
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // The SDK's converters give null for DynamoDB's own, too.
    public T transformTo(AttributeValue value) {
        return (T) codec.toProperty(value);
    }

    @Override
    @SuppressWarnings("unchecked")
    public EnhancedType<T> type() {
        return (EnhancedType<T>) EnhancedType.of(type);
    }

    @Override
    public AttributeValueType attributeValueType() {
        return stored;
    }
}
