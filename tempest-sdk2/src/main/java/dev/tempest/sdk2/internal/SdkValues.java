package dev.tempest.sdk2.internal;

import dev.tempest.internal.Shown;
import dev.tempest.internal.Values;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Arrays;
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
            return Shown.text(value.s());
        }
        if (value.n() != null) {
            return Shown.text(value.n());
        }
        return value.b() != null ? Shown.bytes(value.b().asByteBuffer()) : kind(value);
    }

    @Override
    public String kind(AttributeValue value) {
        return value.type() == AttributeValue.Type.NUL ? "NULL" : value.type().name();
    }

    @Override
    public Object neutral(AttributeValue value) {
        if (value.s() != null) {
            return value.s();
        }
        return value.n() != null ? new BigDecimal(value.n()) : value.b().asByteBuffer();
    }

    @Override
    public AttributeValue ofNull() {
        return AttributeValue.fromNul(true);
    }

    @Override
    public AttributeValue ofText(String text) {
        return AttributeValue.fromS(text);
    }

    @Override
    public AttributeValue ofNumber(BigDecimal number) {
        return AttributeValue.fromN(number.toPlainString());
    }

    @Override
    public AttributeValue ofBytes(ByteBuffer bytes) {
        return AttributeValue.fromB(SdkBytes.fromByteBuffer(bytes.duplicate()));
    }
}
