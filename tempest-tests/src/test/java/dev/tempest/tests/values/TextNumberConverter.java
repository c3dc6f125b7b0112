package dev.tempest.tests.values;

import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Stores numbers as text, in which 9 comes after 10. */
public class TextNumberConverter implements AttributeConverter<Long> {
    @Override
    public AttributeValue transformFrom(Long number) {
        return AttributeValue.fromS(number.toString());
    }

    @Override
    public Long transformTo(AttributeValue value) {
        return Long.valueOf(value.s());
    }

    @Override
    public EnhancedType<Long> type() {
        return EnhancedType.of(Long.class);
    }

    @Override
    public AttributeValueType attributeValueType() {
        return AttributeValueType.S;
    }
}
