package dev.tempest.sdk1.internal;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import dev.tempest.internal.Shown;
import dev.tempest.internal.Values;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks into the attribute values of SDK 1.x. */
final class SdkValues implements Values<AttributeValue> {
    static final SdkValues INSTANCE = new SdkValues();

    private static final List<Kind> KINDS = List.of(
            new Kind("S", AttributeValue::getS),
            new Kind("N", AttributeValue::getN),
            new Kind("B", AttributeValue::getB),
            new Kind("SS", AttributeValue::getSS),
            new Kind("NS", AttributeValue::getNS),
            new Kind("BS", AttributeValue::getBS),
            new Kind("M", AttributeValue::getM),
            new Kind("L", AttributeValue::getL),
            new Kind("BOOL", AttributeValue::getBOOL));

    private record Kind(String name, Function<AttributeValue, @Nullable Object> content) {}

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
            return Shown.text(value.getS());
        }
        if (value.getN() != null) {
            return Shown.text(value.getN());
        }
        return value.getB() != null ? Shown.bytes(value.getB()) : kind(value);
    }

    @Override
    public String kind(AttributeValue value) {
        for (Kind kind : KINDS) {
            if (kind.content().apply(value) != null) {
                return kind.name();
            }
        }
        return "NULL";
    }

    @Override
    public Object neutral(AttributeValue value) {
        if (value.getS() != null) {
            return value.getS();
        }
        return value.getN() != null
                ? new BigDecimal(value.getN())
                : value.getB().asReadOnlyBuffer();
    }

    @Override
    public AttributeValue ofNull() {
        return new AttributeValue().withNULL(true);
    }

    @Override
    public AttributeValue ofText(String text) {
        return new AttributeValue().withS(text);
    }

    @Override
    public AttributeValue ofNumber(BigDecimal number) {
        return new AttributeValue().withN(number.toPlainString());
    }

    /** In a copy: the SDK's marshallers need an array within. */
    @Override
    public AttributeValue ofBytes(ByteBuffer bytes) {
        ByteBuffer copy = ByteBuffer.allocate(bytes.remaining());
        copy.put(bytes.duplicate());
        return new AttributeValue().withB(copy.flip());
    }
}
