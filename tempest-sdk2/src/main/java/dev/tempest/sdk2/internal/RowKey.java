package dev.tempest.sdk2.internal;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The identity of a row: DynamoDB gives back the number 1 for the key 1.0. It is looked up several times for each row of a batch,
 * and so does what {@link AttributeValue} does with all of its fields with those alone that keys can have.
 */
final class RowKey {
    private final String tableName;
    private final Map<String, AttributeValue> key;
    private final int hash;

    RowKey(String tableName, Map<String, AttributeValue> key) {
        this.tableName = tableName;
        this.key = normal(key);
        int hash = tableName.hashCode();
        for (Map.Entry<String, AttributeValue> part : this.key.entrySet()) {
            hash += part.getKey().hashCode() ^ hash(part.getValue());
        }
        this.hash = hash;
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

    private static int hash(AttributeValue value) {
        String text = value.s() != null ? value.s() : value.n();
        return text != null ? text.hashCode() : value.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof RowKey that)
                || hash != that.hash
                || !tableName.equals(that.tableName)
                || key.size() != that.key.size()) {
            return false;
        }
        for (Map.Entry<String, AttributeValue> part : key.entrySet()) {
            if (!isSame(part.getValue(), that.key.get(part.getKey()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(AttributeValue one, @Nullable AttributeValue other) {
        if (other == null) {
            return false;
        }
        if (one.s() != null) {
            return one.s().equals(other.s());
        }
        return one.n() != null ? one.n().equals(other.n()) : one.equals(other);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return tableName + key;
    }
}
