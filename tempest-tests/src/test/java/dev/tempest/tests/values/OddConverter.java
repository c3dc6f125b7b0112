package dev.tempest.tests.values;

import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Refuses a constant, and says which. */
public class OddConverter implements AttributeConverter<Odd> {
    @Override
    public AttributeValue transformFrom(Odd odd) {
        if (odd == Odd.SECRET) {
            throw new IllegalStateException("cannot convert " + odd);
        }
        return AttributeValue.fromS(odd.name());
    }

    @Override
    public Odd transformTo(AttributeValue value) {
        return Odd.valueOf(value.s());
    }

    @Override
    public EnhancedType<Odd> type() {
        return EnhancedType.of(Odd.class);
    }

    @Override
    public AttributeValueType attributeValueType() {
        return AttributeValueType.S;
    }
}
