package dev.tempest.tests.values;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTypeConverter;

/** {@link OddConverter} for SDK 1.x. */
public class OddConverter1 implements DynamoDBTypeConverter<String, Odd> {
    @Override
    public String convert(Odd odd) {
        if (odd == Odd.SECRET) {
            throw new IllegalStateException("cannot convert " + odd);
        }
        return odd.name();
    }

    @Override
    public Odd unconvert(String text) {
        return Odd.valueOf(text);
    }
}
