package dev.tempest.sdk2.internal.schema.value;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverterProvider;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The converter of a common type that the SDK's default provider has, which is asked for it only when a value comes that the
 * type's codec leaves to it: the provider makes those of all types at once, a hundred classes.
 *
 * @param <T> the property's type
 */
public final class StandardConverter<T> implements AttributeConverter<T> {
    /** The types whose codecs need the SDK's converter only for what is stored in an unusual way. */
    enum Kind {
        TEXT(AttributeValueType.S),
        BOOL(AttributeValueType.BOOL),
        LONG(AttributeValueType.N),
        INT(AttributeValueType.N),
        DOUBLE(AttributeValueType.N),
        MOMENT(AttributeValueType.S),
        DAY(AttributeValueType.S),
        TEXTS(AttributeValueType.L);

        private final AttributeValueType stored;

        Kind(AttributeValueType stored) {
            this.stored = stored;
        }

        private static @Nullable Kind of(Type type) {
            if (type == String.class) {
                return TEXT;
            } else if (type == Boolean.class || type == boolean.class) {
                return BOOL;
            } else if (type == Long.class || type == long.class) {
                return LONG;
            } else if (type == Integer.class || type == int.class) {
                return INT;
            } else if (type == Double.class || type == double.class) {
                return DOUBLE;
            } else if (type == Instant.class) {
                return MOMENT;
            } else if (type == LocalDate.class) {
                return DAY;
            } else if (type instanceof ParameterizedType list
                    && list.getRawType() == List.class
                    && list.getActualTypeArguments()[0] == String.class) {
                return TEXTS;
            }
            return null;
        }
    }

    private final Kind kind;
    private final Type propertyType;
    private @Nullable AttributeConverter<T> converter;

    private StandardConverter(Kind kind, Type propertyType) {
        this.kind = kind;
        this.propertyType = propertyType;
    }

    /** The default provider's converter of a type; null if the provider has to be asked at once. */
    public static @Nullable StandardConverter<?> of(Type propertyType) {
        Kind kind = Kind.of(propertyType);
        return kind == null ? null : new StandardConverter<>(kind, propertyType);
    }

    /** A converter as the SDK knows it. */
    public static AttributeConverter<?> resolved(AttributeConverter<?> converter) {
        return converter instanceof StandardConverter<?> standard ? standard.resolved() : converter;
    }

    Kind kind() {
        return kind;
    }

    @SuppressWarnings("unchecked")
    private AttributeConverter<T> resolved() {
        AttributeConverter<T> known = converter;
        if (known == null) {
            known = (AttributeConverter<T>)
                    AttributeConverterProvider.defaultProvider().converterFor(EnhancedType.of(propertyType));
            converter = known;
        }
        return known;
    }

    @Override
    public AttributeValue transformFrom(T property) {
        return resolved().transformFrom(property);
    }

    @Override
    public T transformTo(AttributeValue value) {
        return resolved().transformTo(value);
    }

    @Override
    public EnhancedType<T> type() {
        return resolved().type();
    }

    @Override
    public AttributeValueType attributeValueType() {
        return kind.stored;
    }
}
