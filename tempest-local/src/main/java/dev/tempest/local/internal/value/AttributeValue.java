package dev.tempest.local.internal.value;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** An immutable attribute value. Sets keep the order in which they were given. */
public sealed interface AttributeValue {
    record Text(String value) implements AttributeValue {}

    record Numeric(DecimalNumber value) implements AttributeValue {}

    record Binary(ByteString value) implements AttributeValue {}

    record Bool(boolean value) implements AttributeValue {}

    record Null() implements AttributeValue {}

    record MapOf(Map<String, AttributeValue> values) implements AttributeValue {}

    record ListOf(List<AttributeValue> values) implements AttributeValue {}

    record TextSet(Set<String> values) implements AttributeValue {}

    record NumberSet(Set<DecimalNumber> values) implements AttributeValue {}

    record BinarySet(Set<ByteString> values) implements AttributeValue {}

    default DataType type() {
        return DataType.of(this);
    }

    static AttributeValue text(String value) {
        return new Text(value);
    }

    static AttributeValue number(long value) {
        return new Numeric(DecimalNumber.of(value));
    }
}
