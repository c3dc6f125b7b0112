package dev.tempest.sdk1.internal.mapping;

import com.amazonaws.services.dynamodbv2.datamodeling.AttributeTransformer;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import dev.tempest.internal.schema.RowKey;
import dev.tempest.sdk1.internal.request.Connection;
import dev.tempest.sdk1.internal.request.Requests;
import dev.tempest.sdk1.internal.schema.RawSchema;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One DynamoDB table: its name, its raw item type, and what its database works with.
 *
 * @param <RI> the raw item type
 */
public record TableContext<RI>(String name, RawSchema<RI> schema, Requests requests, DbSettings settings) {

    public Connection connection() {
        return requests.connection();
    }

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

    /**
     * A row as the mapper's attribute transformer lets it go to DynamoDB.
     *
     * @param isPart whether the item may have other attributes
     */
    public Map<String, AttributeValue> transformed(Map<String, AttributeValue> row, boolean isPart) {
        AttributeTransformer transformer = connection().transformer();
        return transformer == null ? row : transformer.transform(new TransformedRow<>(this, row, isPart));
    }

    /** A row of DynamoDB as the mapper's attribute transformer reads it. */
    public Map<String, AttributeValue> untransformed(Map<String, AttributeValue> row) {
        AttributeTransformer transformer = connection().transformer();
        return transformer == null ? row : transformer.untransform(new TransformedRow<>(this, row, false));
    }

    /** What an attribute transformer gets to know of a row, as it does from the mapper. */
    private record TransformedRow<RI>(TableContext<RI> table, Map<String, AttributeValue> row, boolean isPartialUpdate)
            implements AttributeTransformer.Parameters<RI> {
        @Override
        public Map<String, AttributeValue> getAttributeValues() {
            return Collections.unmodifiableMap(row);
        }

        @Override
        @SuppressWarnings("unchecked")
        public Class<RI> getModelClass() {
            return (Class<RI>) table.schema().table().rawItemClass();
        }

        @Override
        public DynamoDBMapperConfig getMapperConfig() {
            return table.connection().config();
        }

        @Override
        public String getTableName() {
            return table.name();
        }

        @Override
        public String getHashKeyName() {
            return table.schema().table().key().partitionKey();
        }

        @Override
        public @Nullable String getRangeKeyName() {
            return table.schema().table().key().sortKey();
        }
    }
}
