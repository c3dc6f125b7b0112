package dev.tempest.sdk1.internal.schema;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import dev.tempest.internal.Shown;
import dev.tempest.internal.schema.DeepValues;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks into the attribute values of SDK 1.x. */
public final class SdkValues extends DeepValues<AttributeValue> {
    public static final SdkValues INSTANCE = new SdkValues();

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
    public @Nullable String number(AttributeValue value) {
        return value.getN();
    }

    @Override
    public @Nullable ByteBuffer bytes(AttributeValue value) {
        return value.getB();
    }

    @Override
    public @Nullable Boolean bool(AttributeValue value) {
        return value.getBOOL();
    }

    @Override
    public @Nullable List<@Nullable String> textSet(AttributeValue value) {
        return value.getSS();
    }

    @Override
    public @Nullable List<@Nullable String> numberSet(AttributeValue value) {
        return value.getNS();
    }

    @Override
    public @Nullable List<@Nullable ByteBuffer> binarySet(AttributeValue value) {
        return value.getBS();
    }

    @Override
    public @Nullable List<@Nullable AttributeValue> list(AttributeValue value) {
        return value.getL();
    }

    @Override
    public @Nullable Map<String, @Nullable AttributeValue> map(AttributeValue value) {
        return value.getM();
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

    @Override
    public AttributeValue ofBool(boolean bool) {
        return new AttributeValue().withBOOL(bool);
    }

    @Override
    public AttributeValue ofNumber(String number) {
        return new AttributeValue().withN(number);
    }

    @Override
    public AttributeValue ofTextSet(List<String> texts) {
        return new AttributeValue().withSS(texts);
    }

    @Override
    public AttributeValue ofNumberSet(List<String> numbers) {
        return new AttributeValue().withNS(numbers);
    }

    @Override
    public AttributeValue ofBinarySet(List<ByteBuffer> binaries) {
        return new AttributeValue().withBS(binaries);
    }

    @Override
    public AttributeValue ofList(List<AttributeValue> elements) {
        return new AttributeValue().withL(elements);
    }

    @Override
    public AttributeValue ofMap(Map<String, AttributeValue> entries) {
        return new AttributeValue().withM(entries);
    }
}
