package dev.tempest.internal.value;

import dev.tempest.internal.codec.UnstorableException;
import dev.tempest.internal.reflect.Types;
import dev.tempest.internal.schema.DeepValues;
import dev.tempest.internal.schema.NumberCodec;
import dev.tempest.internal.schema.StoredNumber;
import dev.tempest.internal.schema.StoredText;
import dev.tempest.internal.value.form.NumberForm;
import dev.tempest.internal.value.form.TextForm;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The codecs of types that are stored as one text, number, truth value or bytes. */
final class Scalars {
    private Scalars() {}

    /** The codec of a type; null if the type is stored in another way. */
    static <V> @Nullable ValueCodec<V> of(Type type, DeepValues<V> values) {
        if (!(Types.plain(type) instanceof Class<?> c)) {
            return null;
        } else if (c == Integer.class) {
            return new Whole<>(type, values, int.class);
        } else if (c == Long.class) {
            return new Whole<>(type, values, long.class);
        } else if (c == Double.class) {
            return new Floating<>(type, values);
        } else if (c == Boolean.class) {
            return new Bool<>(type, values, truth -> (Boolean) truth, truth -> truth);
        } else if (c == AtomicBoolean.class) {
            return new Bool<>(type, values, truth -> ((AtomicBoolean) truth).get(), AtomicBoolean::new);
        } else if (c == byte[].class) {
            return new Bytes<>(type, values, bytes -> ByteBuffer.wrap((byte[]) bytes), Scalars::array);
        } else if (c == ByteBuffer.class) {
            return new Bytes<>(type, values, bytes -> (ByteBuffer) bytes, ByteBuffer::asReadOnlyBuffer);
        }
        TextForm text = TextForm.of(c);
        if (text != null) {
            return new Text<>(type, values, text);
        }
        NumberForm number = NumberForm.of(c);
        return number == null ? null : new Numeric<>(type, values, number);
    }

    private static byte[] array(ByteBuffer bytes) {
        byte[] array = new byte[bytes.remaining()];
        bytes.duplicate().get(array);
        return array;
    }

    static final class Text<V> extends ValueCodec<V> {
        private final TextForm form;

        Text(Type type, DeepValues<V> values, TextForm form) {
            super(type, values);
            this.form = form;
        }

        @Override
        public String kind() {
            return "S";
        }

        @Override
        public V toValue(Object property) {
            String text = form.writer().apply(property);
            if (!StoredText.isWhole(text)) {
                throw UnstorableException.of(StoredText.PROBLEM);
            }
            return values().ofText(text);
        }

        @Override
        public @Nullable Object toProperty(V value) {
            String text = values().text(value);
            return text != null ? form.reader().apply(text) : nothing(value);
        }

        @Override
        public boolean isAlwaysStorable() {
            return true;
        }
    }

    static final class Numeric<V> extends ValueCodec<V> {
        private final NumberForm form;

        Numeric(Type type, DeepValues<V> values, NumberForm form) {
            super(type, values);
            this.form = form;
        }

        @Override
        public String kind() {
            return "N";
        }

        @Override
        public V toValue(Object property) {
            return values().ofNumber(form.writer().apply(property));
        }

        @Override
        public @Nullable Object toProperty(V value) {
            String number = values().number(value);
            return number != null ? form.reader().apply(number) : nothing(value);
        }

        @Override
        public boolean isAlwaysStorable() {
            return form.fits();
        }
    }

    private static final class Whole<V> extends ValueCodec<V> implements NumberCodec.OfLong<V> {
        private final Class<?> primitive;

        Whole(Type type, DeepValues<V> values, Class<?> primitive) {
            super(type, values);
            this.primitive = primitive;
        }

        @Override
        public String kind() {
            return "N";
        }

        @Override
        public Class<?> primitive() {
            return primitive;
        }

        @Override
        public V toValue(long number) {
            return values().ofNumber(Long.toString(number));
        }

        @Override
        public V toValue(Object property) {
            return toValue(((Number) property).longValue());
        }

        @Override
        public long toLong(V value) {
            String number = Objects.requireNonNull(values().number(value));
            return primitive == int.class ? Integer.parseInt(number) : Long.parseLong(number);
        }

        @Override
        public @Nullable Object toProperty(V value) {
            String number = values().number(value);
            if (number == null) {
                return nothing(value);
            }
            return primitive == int.class ? (Object) Integer.valueOf(number) : (Object) Long.valueOf(number);
        }

        @Override
        public boolean isAlwaysStorable() {
            return true;
        }
    }

    private static final class Floating<V> extends ValueCodec<V> implements NumberCodec.OfDouble<V> {
        Floating(Type type, DeepValues<V> values) {
            super(type, values);
        }

        @Override
        public String kind() {
            return "N";
        }

        @Override
        public Class<?> primitive() {
            return double.class;
        }

        @Override
        public V toValue(double number) {
            if (!StoredNumber.fits(number)) {
                throw UnstorableException.of("is a number that DynamoDB does not have");
            }
            return values().ofNumber(Double.toString(number));
        }

        @Override
        public V toValue(Object property) {
            return toValue(((Double) property).doubleValue());
        }

        @Override
        public double toDouble(V value) {
            double number = Double.parseDouble(Objects.requireNonNull(values().number(value)));
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("Out of range");
            }
            return number;
        }

        @Override
        public @Nullable Object toProperty(V value) {
            return values().isNull(value) ? null : toDouble(value);
        }

        @Override
        public boolean isAlwaysStorable() {
            return true;
        }
    }

    private static final class Bool<V> extends ValueCodec<V> {
        private final Function<Object, Boolean> writer;
        private final Function<Boolean, Object> reader;

        Bool(Type type, DeepValues<V> values, Function<Object, Boolean> writer, Function<Boolean, Object> reader) {
            super(type, values);
            this.writer = writer;
            this.reader = reader;
        }

        @Override
        public String kind() {
            return "BOOL";
        }

        @Override
        public V toValue(Object property) {
            return values().ofBool(writer.apply(property));
        }

        @Override
        public @Nullable Object toProperty(V value) {
            Boolean bool = values().bool(value);
            return bool != null ? reader.apply(bool) : nothing(value);
        }

        @Override
        public boolean isAlwaysStorable() {
            return true;
        }
    }

    private static final class Bytes<V> extends ValueCodec<V> {
        private final Function<Object, ByteBuffer> writer;
        private final Function<ByteBuffer, Object> reader;

        Bytes(
                Type type,
                DeepValues<V> values,
                Function<Object, ByteBuffer> writer,
                Function<ByteBuffer, Object> reader) {
            super(type, values);
            this.writer = writer;
            this.reader = reader;
        }

        @Override
        public String kind() {
            return "B";
        }

        @Override
        public V toValue(Object property) {
            return values().ofBytes(writer.apply(property));
        }

        @Override
        public @Nullable Object toProperty(V value) {
            ByteBuffer bytes = values().bytes(value);
            return bytes != null ? reader.apply(bytes) : nothing(value);
        }

        @Override
        public boolean isAlwaysStorable() {
            return true;
        }
    }
}
