package dev.tempest.sdk2.internal.schema.value;

import static java.util.Objects.requireNonNull;

import dev.tempest.internal.codec.UnstorableException;
import dev.tempest.internal.schema.AttributeCodec;
import dev.tempest.internal.schema.NumberCodec;
import dev.tempest.internal.schema.Parts;
import dev.tempest.internal.schema.StoredNumber;
import dev.tempest.internal.schema.StoredText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Do what the SDK's own converters of the commonest types do, with less garbage. Whatever is stored in an unusual way goes to
 * the converter all the same.
 */
final class Shortcuts {
    private Shortcuts() {}

    static AttributeCodec<AttributeValue> of(StandardConverter.Kind kind, AttributeConverter<?> converter) {
        return switch (kind) {
            case TEXT -> new Text<>(converter);
            case BOOL -> new Bool<>(converter);
            case LONG -> new LongNumber<>(converter);
            case INT -> new IntNumber<>(converter);
            case DOUBLE -> new DoubleNumber<>(converter);
            case MOMENT -> new TimeText<>(converter, Instant::parse);
            case DAY -> new TimeText<>(converter, LocalDate::parse);
            case TEXTS -> new StringList<>(converter);
        };
    }

    static AttributeCodec<AttributeValue> ofBigDecimal(AttributeConverter<?> converter) {
        return new ExactNumber<>(converter);
    }

    /** Does in its own way what the SDK's converter does, and makes what DynamoDB can store. */
    private abstract static class Shortcut<T> extends ConverterCodec<T> {
        Shortcut(AttributeConverter<T> converter) {
            super(converter, true);
        }

        @Override
        public final boolean isAlwaysStorable() {
            return true;
        }
    }

    private static final class Text<T> extends Shortcut<T> {
        Text(AttributeConverter<T> converter) {
            super(converter);
        }

        @Override
        public AttributeValue toValue(Object property) {
            return text(property);
        }

        @Override
        public @Nullable Object toProperty(AttributeValue value) {
            String text = value.s();
            return text != null ? text : super.toProperty(value);
        }
    }

    private static AttributeValue text(Object property) {
        String text = (String) property;
        if (!StoredText.isWhole(text)) {
            throw UnstorableException.of(StoredText.PROBLEM);
        }
        return FreshValues.ofText(text);
    }

    private static final class Bool<T> extends Shortcut<T> {
        Bool(AttributeConverter<T> converter) {
            super(converter);
        }

        @Override
        public AttributeValue toValue(Object property) {
            return FreshValues.ofBool((Boolean) property);
        }

        @Override
        public @Nullable Object toProperty(AttributeValue value) {
            Boolean bool = value.bool();
            return bool != null ? bool : super.toProperty(value);
        }
    }

    private static final class LongNumber<T> extends Shortcut<T> implements NumberCodec.OfLong<AttributeValue> {
        LongNumber(AttributeConverter<T> converter) {
            super(converter);
        }

        @Override
        public AttributeValue toValue(Object property) {
            return toValue(((Number) property).longValue());
        }

        @Override
        public Class<?> primitive() {
            return long.class;
        }

        @Override
        public AttributeValue toValue(long number) {
            return FreshValues.ofNumber(Long.toString(number));
        }

        @Override
        public @Nullable Object toProperty(AttributeValue value) {
            return value.n() != null ? (Object) toLong(value) : super.toProperty(value);
        }

        @Override
        public long toLong(AttributeValue value) {
            String number = value.n();
            return number != null ? Long.parseLong(number) : (long) requireNonNull(super.toProperty(value));
        }
    }

    private static final class IntNumber<T> extends Shortcut<T> implements NumberCodec.OfLong<AttributeValue> {
        IntNumber(AttributeConverter<T> converter) {
            super(converter);
        }

        @Override
        public AttributeValue toValue(Object property) {
            return toValue(((Number) property).longValue());
        }

        @Override
        public Class<?> primitive() {
            return int.class;
        }

        @Override
        public AttributeValue toValue(long number) {
            return FreshValues.ofNumber(Long.toString(number));
        }

        @Override
        public @Nullable Object toProperty(AttributeValue value) {
            return value.n() != null ? (Object) toInt(value) : super.toProperty(value);
        }

        @Override
        public long toLong(AttributeValue value) {
            return toInt(value);
        }

        private int toInt(AttributeValue value) {
            String number = value.n();
            return number != null ? Integer.parseInt(number) : (int) requireNonNull(super.toProperty(value));
        }
    }

    private static final class DoubleNumber<T> extends Shortcut<T> implements NumberCodec.OfDouble<AttributeValue> {
        DoubleNumber(AttributeConverter<T> converter) {
            super(converter);
        }

        @Override
        public AttributeValue toValue(Object property) {
            return toValue(((Number) property).doubleValue());
        }

        @Override
        public Class<?> primitive() {
            return double.class;
        }

        @Override
        public AttributeValue toValue(double number) {
            if (!StoredNumber.fits(number)) {
                throw UnstorableException.of("is a number that DynamoDB does not have");
            }
            return FreshValues.ofNumber(Double.toString(number));
        }

        @Override
        public @Nullable Object toProperty(AttributeValue value) {
            return value.n() != null ? (Object) toDouble(value) : super.toProperty(value);
        }

        @Override
        public double toDouble(AttributeValue value) {
            String number = value.n();
            double read = number != null ? Double.parseDouble(number) : Double.NaN;
            return Double.isFinite(read) ? read : (double) requireNonNull(super.toProperty(value));
        }
    }

    private static final class ExactNumber<T> extends ConverterCodec<T> {
        ExactNumber(AttributeConverter<T> converter) {
            super(converter, true);
        }

        @Override
        public @Nullable Object toProperty(AttributeValue value) {
            String number = value.n();
            return number != null ? new BigDecimal(number) : super.toProperty(value);
        }
    }

    /** A time in the form of its {@code toString}. */
    private static final class TimeText<T> extends Shortcut<T> {
        private final Function<String, ?> parse;

        TimeText(AttributeConverter<T> converter, Function<String, ?> parse) {
            super(converter);
            this.parse = parse;
        }

        @Override
        public AttributeValue toValue(Object property) {
            return FreshValues.ofText(property.toString());
        }

        @Override
        public @Nullable Object toProperty(AttributeValue value) {
            String text = value.s();
            if (text != null) {
                try {
                    return parse.apply(text);
                } catch (DateTimeException e) {
                    return super.toProperty(value);
                }
            }
            return super.toProperty(value);
        }
    }

    /** A list of strings. */
    private static final class StringList<T> extends Shortcut<T> {
        StringList(AttributeConverter<T> converter) {
            super(converter);
        }

        @Override
        public AttributeValue toValue(Object property) {
            List<?> texts = (List<?>) property;
            List<AttributeValue> values = new ArrayList<>(texts.size());
            for (Object text : texts) {
                if (text == null) {
                    return super.toValue(property);
                }
                values.add(text(text));
            }
            return FreshValues.ofList(values);
        }

        @Override
        public Parts<AttributeValue> parts() {
            StandardConverter<?> element = requireNonNull(StandardConverter.of(String.class));
            return Parts.ofList(String.class, ConverterCodec.of(element));
        }

        @Override
        public @Nullable Object toProperty(AttributeValue value) {
            if (!value.hasL()) {
                return super.toProperty(value);
            }
            List<AttributeValue> values = value.l();
            List<String> texts = new ArrayList<>(values.size());
            for (AttributeValue element : values) {
                String text = element.s();
                if (text == null) {
                    return super.toProperty(value);
                }
                texts.add(text);
            }
            return texts;
        }
    }
}
