package dev.tempest.sdk2.internal;

import dev.tempest.internal.Values;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Looks into the attribute values of SDK 2.x. */
final class SdkValues implements Values<AttributeValue> {
    static final SdkValues INSTANCE = new SdkValues();

    private SdkValues() {}

    @Override
    public boolean isNull(AttributeValue value) {
        return Boolean.TRUE.equals(value.nul());
    }

    @Override
    public @Nullable String text(AttributeValue value) {
        return value.s();
    }

    @Override
    public boolean isBinary(AttributeValue value) {
        return value.b() != null;
    }

    @Override
    public boolean isNumber(AttributeValue value) {
        return value.n() != null;
    }

    @Override
    public boolean isEmpty(AttributeValue value) {
        return value.s() != null
                ? value.s().isEmpty()
                : value.b() != null && value.b().asByteArrayUnsafe().length == 0;
    }

    @Override
    public int compare(AttributeValue one, AttributeValue other) {
        return one.n() != null
                ? new BigDecimal(one.n()).compareTo(new BigDecimal(other.n()))
                : Arrays.compareUnsigned(one.b().asByteArrayUnsafe(), other.b().asByteArrayUnsafe());
    }

    @Override
    public String describe(AttributeValue value) {
        if (value.s() != null) {
            return value.s();
        }
        return value.n() != null ? value.n() : value.toString();
    }

    /** The key attributes of a row in types that no SDK defines. */
    static Map<String, Object> neutral(Map<String, AttributeValue> key) {
        Map<String, Object> neutral = new LinkedHashMap<>();
        key.forEach((name, value) -> {
            if (value.s() != null) {
                neutral.put(name, value.s());
            } else if (value.n() != null) {
                neutral.put(name, new BigDecimal(value.n()));
            } else {
                neutral.put(name, value.b().asByteBuffer());
            }
        });
        return neutral;
    }

    static Map<String, AttributeValue> fromNeutral(Map<String, Object> neutral) {
        Map<String, AttributeValue> key = new HashMap<>();
        neutral.forEach((name, value) -> {
            if (value instanceof String text) {
                key.put(name, AttributeValue.fromS(text));
            } else if (value instanceof BigDecimal number) {
                key.put(name, AttributeValue.fromN(number.toPlainString()));
            } else if (value instanceof ByteBuffer bytes) {
                key.put(name, AttributeValue.fromB(SdkBytes.fromByteBuffer(bytes.duplicate())));
            } else {
                throw new IllegalArgumentException("The offset's attribute " + name + " is a "
                        + value.getClass().getSimpleName() + ", but keys are String, BigDecimal or ByteBuffer.");
            }
        });
        return key;
    }
}
