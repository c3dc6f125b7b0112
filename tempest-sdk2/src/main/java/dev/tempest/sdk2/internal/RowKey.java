package dev.tempest.sdk2.internal;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The identity of a row: DynamoDB gives back the number 1 for the key 1.0. */
record RowKey(String tableName, Map<String, AttributeValue> key) {
    RowKey {
        key = normal(key);
    }

    /** Only numbers have several spellings: a key without any is taken as it is. */
    private static Map<String, AttributeValue> normal(Map<String, AttributeValue> key) {
        Map<String, AttributeValue> normal = key;
        for (Map.Entry<String, AttributeValue> part : key.entrySet()) {
            String number = part.getValue().n();
            if (number != null) {
                if (normal == key) {
                    normal = new HashMap<>(key);
                }
                normal.put(
                        part.getKey(),
                        AttributeValue.createN(
                                new BigDecimal(number).stripTrailingZeros().toPlainString()));
            }
        }
        return normal;
    }
}
