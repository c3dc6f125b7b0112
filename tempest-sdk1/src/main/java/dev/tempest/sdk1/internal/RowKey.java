package dev.tempest.sdk1.internal;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** The identity of a row: DynamoDB gives back the number 1 for the key 1.0. */
record RowKey(String tableName, Map<String, AttributeValue> key) {
    RowKey {
        Map<String, AttributeValue> normal = new HashMap<>();
        key.forEach((name, value) -> normal.put(
                name,
                value.getN() == null
                        ? value
                        : new AttributeValue()
                                .withN(new BigDecimal(value.getN())
                                        .stripTrailingZeros()
                                        .toPlainString())));
        key = normal;
    }
}
