package dev.tempest.sdk2;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.schema.KeySchema;
import dev.tempest.sdk2.internal.table.Table;
import dev.tempest.sdk2.internal.table.TableReading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

/**
 * The key and the secondary indexes of a table, as its interface declares them, to create a table by:
 *
 * <pre>{@code
 * client.createTable(TableDefinition.of(MusicTable.class).createTableRequest("music_items"));
 * }</pre>
 *
 * <p>Instances are immutable.
 */
public final class TableDefinition {
    private static final Projection ALL =
            Projection.builder().projectionType(ProjectionType.ALL).build();

    private final Class<?> tableType;
    private final Map<String, String> types = new LinkedHashMap<>();
    private final List<KeySchemaElement> key;
    private final List<LocalSecondaryIndex> localIndexes = new ArrayList<>();
    private final List<GlobalSecondaryIndex> globalIndexes = new ArrayList<>();

    private TableDefinition(Class<?> tableType, Table<?> table) {
        this.tableType = tableType;
        this.key = elements(table.schema().table().key(), table);
        Set<String> local = new LinkedHashSet<>(table.schema().localIndexes());
        table.schema().table().indexes().forEach((name, schema) -> {
            List<KeySchemaElement> elements = elements(schema, table);
            if (local.contains(name)) {
                localIndexes.add(LocalSecondaryIndex.builder()
                        .indexName(name)
                        .keySchema(elements)
                        .projection(ALL)
                        .build());
            } else {
                globalIndexes.add(GlobalSecondaryIndex.builder()
                        .indexName(name)
                        .keySchema(elements)
                        .projection(ALL)
                        .build());
            }
        });
    }

    /**
     * The definition of a table.
     *
     * @param tableType an interface that extends {@link LogicalTable} or {@link AsyncLogicalTable}
     * @throws IllegalArgumentException if the model is wrong; the message names the class, the property and what to do
     */
    public static TableDefinition of(Class<?> tableType) {
        return new TableDefinition(tableType, TableReading.of(tableType));
    }

    /** The request that creates the table: billed on demand, with all attributes in every index. */
    public CreateTableRequest createTableRequest(String tableName) {
        CreateTableRequest.Builder request = CreateTableRequest.builder()
                .tableName(tableName)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(key)
                .attributeDefinitions(types.entrySet().stream()
                        .map(attribute -> AttributeDefinition.builder()
                                .attributeName(attribute.getKey())
                                .attributeType(attribute.getValue())
                                .build())
                        .toList());
        // DynamoDB refuses an empty list of indexes, which is not the same as none.
        if (!localIndexes.isEmpty()) {
            request.localSecondaryIndexes(localIndexes);
        }
        if (!globalIndexes.isEmpty()) {
            request.globalSecondaryIndexes(globalIndexes);
        }
        return request.build();
    }

    @Override
    public String toString() {
        return "TableDefinition[" + ModelError.name(tableType) + "]";
    }

    private List<KeySchemaElement> elements(KeySchema schema, Table<?> table) {
        List<KeySchemaElement> elements = new ArrayList<>();
        schema.partitionKeys().forEach(name -> elements.add(element(name, KeyType.HASH, table)));
        schema.sortKeys().forEach(name -> elements.add(element(name, KeyType.RANGE, table)));
        return elements;
    }

    private KeySchemaElement element(String attribute, KeyType role, Table<?> table) {
        types.put(attribute, table.keyType(attribute));
        return KeySchemaElement.builder().attributeName(attribute).keyType(role).build();
    }
}
