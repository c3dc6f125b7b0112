package dev.tempest.internal.schema;

import dev.tempest.internal.Shown;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a row, to compare and to look up by. Numbers are compared by their value: DynamoDB gives back the number 1 for
 * the key 1.0.
 *
 * @param partition the partition key's value, in a type that no SDK defines
 * @param sort the sort key's; null if the table has none
 */
public record RowKey(
        String tableName, Object partition, @Nullable Object sort) {
    private static final int PLAIN_SCALE = 20;

    /** The key as messages show it. */
    public String describe() {
        return "{" + shown(partition) + (sort == null ? "" : ", " + shown(sort)) + "} in table " + tableName;
    }

    private static String shown(Object value) {
        if (value instanceof ByteBuffer bytes) {
            return Shown.bytes(bytes);
        }
        boolean isShort = value instanceof BigDecimal number && Math.abs(number.scale()) <= PLAIN_SCALE;
        return Shown.text(isShort ? ((BigDecimal) value).toPlainString() : value.toString());
    }
}
