package dev.tempest.sdk1.internal;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import dev.tempest.internal.Values;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks into the attribute values of SDK 1.x. */
final class SdkValues implements Values<AttributeValue> {
    static final SdkValues INSTANCE = new SdkValues();

    private SdkValues() {}

    @Override
    public boolean isNull(AttributeValue value) {
        return Boolean.TRUE.equals(value.getNULL());
    }

    @Override
    public @Nullable String text(AttributeValue value) {
        return value.getS();
    }

    @Override
    public boolean isBinary(AttributeValue value) {
        return value.getB() != null;
    }

    @Override
    public boolean isNumber(AttributeValue value) {
        return value.getN() != null;
    }

    @Override
    public boolean isEmpty(AttributeValue value) {
        return value.getS() != null
                ? value.getS().isEmpty()
                : value.getB() != null && !value.getB().hasRemaining();
    }

    @Override
    public int compare(AttributeValue one, AttributeValue other) {
        if (one.getN() != null) {
            return new BigDecimal(one.getN()).compareTo(new BigDecimal(other.getN()));
        }
        return compareUnsigned(one.getB(), other.getB());
    }

    private static int compareUnsigned(ByteBuffer one, ByteBuffer other) {
        int mismatch = one.mismatch(other);
        if (mismatch < 0 || mismatch >= Math.min(one.remaining(), other.remaining())) {
            return one.remaining() - other.remaining();
        }
        return Byte.compareUnsigned(one.get(one.position() + mismatch), other.get(other.position() + mismatch));
    }

    @Override
    public String describe(AttributeValue value) {
        if (value.getS() != null) {
            return value.getS();
        }
        return value.getN() != null ? value.getN() : value.toString();
    }

    /** The key attributes of a row in types that no SDK defines. */
    static Map<String, Object> neutral(Map<String, AttributeValue> key) {
        Map<String, Object> neutral = new LinkedHashMap<>();
        key.forEach((name, value) -> {
            if (value.getS() != null) {
                neutral.put(name, value.getS());
            } else if (value.getN() != null) {
                neutral.put(name, new BigDecimal(value.getN()));
            } else {
                neutral.put(name, value.getB().asReadOnlyBuffer());
            }
        });
        return neutral;
    }

    static Map<String, AttributeValue> fromNeutral(Map<String, Object> neutral) {
        Map<String, AttributeValue> key = new HashMap<>();
        neutral.forEach((name, value) -> {
            if (value instanceof String text) {
                key.put(name, new AttributeValue().withS(text));
            } else if (value instanceof BigDecimal number) {
                key.put(name, new AttributeValue().withN(number.toPlainString()));
            } else if (value instanceof ByteBuffer bytes) {
                key.put(name, new AttributeValue().withB(copy(bytes)));
            } else {
                throw new IllegalArgumentException("The offset's attribute " + name + " is a "
                        + value.getClass().getSimpleName() + ", but keys are String, BigDecimal or ByteBuffer.");
            }
        });
        return key;
    }

    /** The SDK's marshallers need an array within. */
    private static ByteBuffer copy(ByteBuffer bytes) {
        ByteBuffer copy = ByteBuffer.allocate(bytes.remaining());
        copy.put(bytes.duplicate());
        return copy.flip();
    }
}
