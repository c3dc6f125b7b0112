package dev.tempest.sdk2.internal.mapping;

import dev.tempest.internal.schema.RowKey;
import dev.tempest.sdk2.internal.schema.RawSchema;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClientExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What every operation has to know of its table.
 *
 * @param name the name in DynamoDB
 * @param extension the extensions of the client; null for none
 * @param tokens where conditional writes leave their traces; null if they leave none
 * @param settings of the database
 * @param <RI> the raw item type
 */
public record TableContext<RI>(
        String name,
        RawSchema<RI> schema,
        @Nullable DynamoDbEnhancedClientExtension extension,
        @Nullable WriteTokens tokens,
        DbSettings settings) {

    public RowKey rowKey(Map<String, AttributeValue> row) {
        return schema.table().rowKey(name, row);
    }

    /** The table, or its index, as messages name it. */
    public String describe(@Nullable String index) {
        return index == null ? "table " + name : "index " + index + " of table " + name;
    }

    /** Global secondary indexes have no consistent reads. */
    public void checkConsistency(@Nullable String index, boolean consistentRead) {
        if (consistentRead && index != null && !schema.localIndexes().contains(index)) {
            throw new IllegalArgumentException("Index " + index + " of table " + name
                    + " is a global secondary index, and those have no consistent reads. Read without consistentRead.");
        }
    }
}
