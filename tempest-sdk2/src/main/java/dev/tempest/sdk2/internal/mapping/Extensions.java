package dev.tempest.sdk2.internal.mapping;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClientExtension;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbExtensionContext;
import software.amazon.awssdk.enhanced.dynamodb.OperationContext;
import software.amazon.awssdk.enhanced.dynamodb.TableMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.extensions.WriteModification;
import software.amazon.awssdk.enhanced.dynamodb.internal.operations.OperationName;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Calls the enhanced client's extensions for one item type in one table, as the enhanced client itself would. */
public final class Extensions {
    /** Under this name the version extension keeps which attribute holds the version. */
    private static final String VERSION_METADATA = "VersionedRecordExtension:VersionAttribute";

    private static final WriteModification NONE = WriteModification.builder().build();

    /** The enhanced client tells its extensions only by its tables. */
    public interface Source {
        @Nullable DynamoDbEnhancedClientExtension of(TableSchema<?> schema);
    }

    private final @Nullable DynamoDbEnhancedClientExtension extension;
    private final TableSchema<?> schema;
    private final TableMetadata metadata;
    private final OperationContext operation;

    public Extensions(
            @Nullable DynamoDbEnhancedClientExtension extension,
            TableSchema<?> schema,
            TableMetadata metadata,
            String tableName) {
        this.extension = extension;
        this.schema = schema;
        this.metadata = metadata;
        this.operation = new TableOperation(tableName);
    }

    /** The attribute in which the version extension counts; null if there is none. */
    public static @Nullable String versionAttribute(TableMetadata metadata) {
        return metadata.customMetadataObject(VERSION_METADATA, String.class).orElse(null);
    }

    public WriteModification beforeWrite(Map<String, AttributeValue> row, OperationName operationName) {
        if (extension == null) {
            return NONE;
        }
        WriteModification modification =
                extension.beforeWrite(new BeforeWrite(row, operation, metadata, schema, operationName));
        return modification == null ? NONE : modification;
    }

    public Map<String, AttributeValue> afterRead(Map<String, AttributeValue> row) {
        if (extension == null) {
            return row;
        }
        var modification = extension.afterRead(new AfterRead(row, operation, metadata, schema));
        Map<String, AttributeValue> transformed = modification == null ? null : modification.transformedItem();
        return transformed == null ? row : transformed;
    }

    private record TableOperation(String tableName) implements OperationContext {
        @Override
        public String indexName() {
            return TableMetadata.primaryIndexName();
        }
    }

    private record BeforeWrite(
            Map<String, AttributeValue> items,
            OperationContext operationContext,
            TableMetadata tableMetadata,
            TableSchema<?> tableSchema,
            OperationName operationName)
            implements DynamoDbExtensionContext.BeforeWrite {}

    private record AfterRead(
            Map<String, AttributeValue> items,
            OperationContext operationContext,
            TableMetadata tableMetadata,
            TableSchema<?> tableSchema)
            implements DynamoDbExtensionContext.AfterRead {}
}
