package dev.tempest.sdk1.internal;

import com.amazonaws.services.dynamodbv2.datamodeling.AttributeTransformer;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an attribute transformer gets to know of a row, as it does from the mapper. */
record TransformedRow<RI>(Table<RI> table, Map<String, AttributeValue> row, boolean isPartialUpdate)
        implements AttributeTransformer.Parameters<RI> {
    @Override
    public Map<String, AttributeValue> getAttributeValues() {
        return Collections.unmodifiableMap(row);
    }

    @Override
    public Class<RI> getModelClass() {
        return table.schema().model().targetType();
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
