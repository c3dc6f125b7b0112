package dev.tempest.sdk2.internal.schema.value;

import dev.tempest.internal.Shown;
import dev.tempest.internal.schema.DeepValues;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Looks into the attribute values of SDK 2.x. */
public final class SdkValues extends DeepValues<AttributeValue> {
    public static final SdkValues INSTANCE = new SdkValues();

    private SdkValues() {}

    /** An attribute of a row; null if there is none, or if another program stored DynamoDB's own null there. */
    public static @Nullable AttributeValue in(Map<String, AttributeValue> row, String attribute) {
        AttributeValue value = row.get(attribute);
        return value == null || INSTANCE.isNull(value) ? null : value;
    }

    @Override
    public boolean isNull(AttributeValue value) {
        return Boolean.TRUE.equals(value.nul());
    }

    @Override
    public @Nullable String text(AttributeValue value) {
        return value.s();
    }

    @Override
    public @Nullable String number(AttributeValue value) {
        return value.n();
    }

    @Override
    public @Nullable ByteBuffer bytes(AttributeValue value) {
        SdkBytes bytes = value.b();
        return bytes == null ? null : bytes.asByteBuffer();
    }

    @Override
    public @Nullable Boolean bool(AttributeValue value) {
        return value.bool();
    }

    @Override
    public @Nullable List<@Nullable String> textSet(AttributeValue value) {
        return value.hasSs() ? value.ss() : null;
    }

    @Override
    public @Nullable List<@Nullable String> numberSet(AttributeValue value) {
        return value.hasNs() ? value.ns() : null;
    }

    @Override
    public @Nullable List<@Nullable ByteBuffer> binarySet(AttributeValue value) {
        if (!value.hasBs()) {
            return null;
        }
        List<@Nullable ByteBuffer> set = new ArrayList<>(value.bs().size());
        value.bs().forEach(bytes -> set.add(bytes == null ? null : bytes.asByteBuffer()));
        return set;
    }

    @Override
    public @Nullable List<@Nullable AttributeValue> list(AttributeValue value) {
        return value.hasL() ? value.l() : null;
    }

    @Override
    public @Nullable Map<String, @Nullable AttributeValue> map(AttributeValue value) {
        return value.hasM() ? value.m() : null;
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
        return FreshValues.ofText(text);
    }

    @Override
    public AttributeValue ofNumber(BigDecimal number) {
        return AttributeValue.fromN(number.toPlainString());
    }

    @Override
    public AttributeValue ofBytes(ByteBuffer bytes) {
        return AttributeValue.fromB(SdkBytes.fromByteBuffer(bytes.duplicate()));
    }

    @Override
    public AttributeValue ofBool(boolean bool) {
        return FreshValues.ofBool(bool);
    }

    @Override
    public AttributeValue ofNumber(String number) {
        return FreshValues.ofNumber(number);
    }

    @Override
    public AttributeValue ofTextSet(List<String> texts) {
        return AttributeValue.fromSs(texts);
    }

    @Override
    public AttributeValue ofNumberSet(List<String> numbers) {
        return AttributeValue.fromNs(numbers);
    }

    @Override
    public AttributeValue ofBinarySet(List<ByteBuffer> binaries) {
        return AttributeValue.fromBs(
                binaries.stream().map(SdkBytes::fromByteBuffer).toList());
    }

    @Override
    public AttributeValue ofList(List<AttributeValue> elements) {
        return FreshValues.ofList(elements);
    }

    @Override
    public AttributeValue ofMap(Map<String, AttributeValue> entries) {
        return FreshValues.ofMap(entries);
    }
}
