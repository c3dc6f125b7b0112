package dev.tempest.sdk2.internal.schema.value;

import dev.tempest.internal.schema.AttributeCodec;
import dev.tempest.internal.schema.Document;
import dev.tempest.internal.schema.Parts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Converts by the raw item type's converter. For the SDK's own converters of the commonest types there are {@link Shortcuts}.
 *
 * @param <T> the property's type
 */
public class ConverterCodec<T> implements AttributeCodec<AttributeValue> {
    private static final String SDKS = "software.amazon.awssdk.";
    private static final String SDKS_OWN = SDKS + "enhanced.dynamodb.internal.converter.attribute.";

    private final AttributeConverter<T> converter;
    private final boolean isSdksOwn;

    ConverterCodec(AttributeConverter<T> converter, boolean isSdksOwn) {
        this.converter = converter;
        this.isSdksOwn = isSdksOwn;
    }

    public static AttributeCodec<AttributeValue> of(AttributeConverter<?> converter) {
        if (converter instanceof StandardConverter<?> standard) {
            return Shortcuts.of(standard.kind(), converter);
        }
        if (converter instanceof CodecConverter<?> own) {
            return own.codec();
        }
        String name = converter.getClass().getName();
        if (!name.startsWith(SDKS_OWN)) {
            return new ConverterCodec<>(converter, false);
        }
        return switch (name.substring(SDKS_OWN.length())) {
            case "StringAttributeConverter" -> Shortcuts.of(StandardConverter.Kind.TEXT, converter);
            case "BooleanAttributeConverter" -> Shortcuts.of(StandardConverter.Kind.BOOL, converter);
            case "LongAttributeConverter" -> Shortcuts.of(StandardConverter.Kind.LONG, converter);
            case "IntegerAttributeConverter" -> Shortcuts.of(StandardConverter.Kind.INT, converter);
            case "DoubleAttributeConverter" -> Shortcuts.of(StandardConverter.Kind.DOUBLE, converter);
            case "InstantAsStringAttributeConverter" -> Shortcuts.of(StandardConverter.Kind.MOMENT, converter);
            case "LocalDateAttributeConverter" -> Shortcuts.of(StandardConverter.Kind.DAY, converter);
            case "BigDecimalAttributeConverter" -> Shortcuts.ofBigDecimal(converter);
            case "ListAttributeConverter" ->
                isOfStrings(converter.type())
                        ? Shortcuts.of(StandardConverter.Kind.TEXTS, converter)
                        : new ConverterCodec<>(converter, true);
            default -> new ConverterCodec<>(converter, true);
        };
    }

    private static boolean isOfStrings(EnhancedType<?> list) {
        return list.rawClass() == List.class && list.rawClassParameters().get(0).equals(EnhancedType.of(String.class));
    }

    AttributeConverter<T> converter() {
        return converter;
    }

    @Override
    @SuppressWarnings("unchecked")
    public AttributeValue toValue(Object property) {
        return converter.transformFrom((T) property);
    }

    @Override
    public @Nullable Object toProperty(AttributeValue value) {
        // A converter may take it for anything.
        if (SdkValues.INSTANCE.isNull(value)) {
            return null;
        }
        if (isSdksOwn) {
            TextReading.require(converter.type(), value);
        }
        return converter.transformTo(value);
    }

    @Override
    public final @Nullable String kind() {
        return converter.attributeValueType().name();
    }

    @Override
    public final boolean isProgrammed() {
        return !(converter instanceof StandardConverter)
                && !converter.getClass().getName().startsWith(SDKS);
    }

    @Override
    public @Nullable Document<AttributeValue> document() {
        return ConverterParts.document(converter.type());
    }

    @Override
    public @Nullable Parts<AttributeValue> parts() {
        // A converter of the program's own may store its elements in any form.
        return isProgrammed() ? null : ConverterParts.parts(converter.type(), this);
    }

    @Override
    public final boolean storesAs(AttributeCodec<AttributeValue> other) {
        if (!(other instanceof ConverterCodec<?> codec)) {
            return false;
        }
        if (converter instanceof StandardConverter<?> one && codec.converter instanceof StandardConverter<?> another) {
            return one.kind() == another.kind();
        }
        AttributeConverter<?> own = StandardConverter.resolved(converter);
        AttributeConverter<?> others = StandardConverter.resolved(codec.converter);
        return own.getClass() == others.getClass() && own.type().equals(others.type());
    }
}
