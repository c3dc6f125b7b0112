package dev.tempest.sdk2.internal;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The identity of a row: DynamoDB gives back the number 1 for the key 1.0. */
record RowKey(String tableName, Map<String, AttributeValue> key) {
    RowKey {
        Map<String, AttributeValue> normal = new HashMap<>();
        key.forEach((name, value) -> normal.put(
                name,
                value.n() == null
                        ? value
                        : AttributeValue.fromN(
                                new BigDecimal(value.n()).stripTrailingZeros().toPlainString())));
        key = normal;
    }
}
