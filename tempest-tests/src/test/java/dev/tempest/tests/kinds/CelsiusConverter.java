package dev.tempest.tests.kinds;

import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Stores temperatures as text, and absolute zero as DynamoDB's null. */
public final class CelsiusConverter implements AttributeConverter<Celsius> {
    private static final int ABSOLUTE_ZERO = -273;

    @Override
    public AttributeValue transformFrom(Celsius celsius) {
        return celsius.degrees() == ABSOLUTE_ZERO
                ? AttributeValue.fromNul(true)
                : AttributeValue.fromS(celsius.degrees() + " C");
    }

    @Override
    public Celsius transformTo(AttributeValue value) {
        return new Celsius(Integer.parseInt(value.s().replace(" C", "")));
    }

    @Override
    public EnhancedType<Celsius> type() {
        return EnhancedType.of(Celsius.class);
    }

    @Override
    public AttributeValueType attributeValueType() {
        return AttributeValueType.S;
    }
}
