package dev.tempest.sdk1;

import com.amazonaws.services.dynamodbv2.model.AttributeDefinition;
import com.amazonaws.services.dynamodbv2.model.BillingMode;
import com.amazonaws.services.dynamodbv2.model.CreateTableRequest;
import com.amazonaws.services.dynamodbv2.model.GlobalSecondaryIndex;
import com.amazonaws.services.dynamodbv2.model.KeySchemaElement;
import com.amazonaws.services.dynamodbv2.model.KeyType;
import com.amazonaws.services.dynamodbv2.model.LocalSecondaryIndex;
import com.amazonaws.services.dynamodbv2.model.Projection;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.definition.TableShape.IndexShape;
import dev.tempest.internal.schema.KeySchema;
import dev.tempest.sdk1.internal.schema.ItemSchemas;
import dev.tempest.sdk1.internal.table.Db;
import dev.tempest.sdk1.internal.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The key and the secondary indexes of a table, as its interface declares them, to create a table by:
 *
 * <pre>{@code
 * client.createTable(TableDefinition.of(MusicTable.class).createTableRequest("music_items"));
 * }</pre>
 *
 * <p>A raw item type is read as by a mapper with the default configuration.
 *
 * <p>Instances are immutable.
 */
public final class TableDefinition {
    private final Class<?> tableType;
    private final Table<?> table;

    private TableDefinition(Class<?> tableType, Table<?> table) {
        this.tableType = tableType;
        this.table = table;
    }

    /**
     * The definition of a table.
     *
     * @param tableType an interface that extends {@link LogicalTable}
     * @throws IllegalArgumentException if the model is wrong; the message names the class, the property and what to do
     */
    public static TableDefinition of(Class<?> tableType) {
        return new TableDefinition(tableType, Db.read(tableType));
    }

    /** The request that creates the table: billed on demand, with what an {@code @Index} says in its index, else with all attributes. */
    public CreateTableRequest createTableRequest(String tableName) {
        Map<String, String> types = new TreeMap<>();
        CreateTableRequest request = new CreateTableRequest()
                .withTableName(tableName)
                .withBillingMode(BillingMode.PAY_PER_REQUEST)
                .withKeySchema(elements(table.schema().table().key(), types));
        List<LocalSecondaryIndex> localIndexes = new ArrayList<>();
        List<GlobalSecondaryIndex> globalIndexes = new ArrayList<>();
        table.schema().table().indexes().forEach((name, key) -> {
            boolean isLocal = table.schema().localIndexes().contains(name);
            Projection projection = projection(name, key, isLocal);
            if (isLocal) {
                localIndexes.add(new LocalSecondaryIndex()
                        .withIndexName(name)
                        .withKeySchema(elements(key, types))
                        .withProjection(projection));
            } else {
                globalIndexes.add(new GlobalSecondaryIndex()
                        .withIndexName(name)
                        .withKeySchema(elements(key, types))
                        .withProjection(projection));
            }
        });
        // DynamoDB refuses an empty list of indexes, which is not the same as none.
        if (!localIndexes.isEmpty()) {
            request.setLocalSecondaryIndexes(localIndexes);
        }
        if (!globalIndexes.isEmpty()) {
            request.setGlobalSecondaryIndexes(globalIndexes);
        }
        return request.withAttributeDefinitions(types.entrySet().stream()
                .map(attribute -> new AttributeDefinition(attribute.getKey(), attribute.getValue()))
                .toList());
    }

    private Projection projection(String name, KeySchema key, boolean isLocal) {
        ItemSchemas items = table.schema().items();
        List<String> projected =
                items == null ? null : items.keys().projections().get(name);
        Projection projection =
                new Projection().withProjectionType(new IndexShape(name, isLocal, key, projected).projectionType());
        return projected == null || projected.isEmpty() ? projection : projection.withNonKeyAttributes(projected);
    }

    @Override
    public String toString() {
        return "TableDefinition[" + ModelError.name(tableType) + "]";
    }

    /** @param types to which those of the key are added */
    private List<KeySchemaElement> elements(KeySchema schema, Map<String, String> types) {
        List<KeySchemaElement> elements = new ArrayList<>();
        elements.add(new KeySchemaElement(schema.partitionKey(), KeyType.HASH));
        String sortKey = schema.sortKey();
        if (sortKey != null) {
            elements.add(new KeySchemaElement(sortKey, KeyType.RANGE));
        }
        elements.forEach(element -> types.put(element.getAttributeName(), table.keyType(element.getAttributeName())));
        return elements;
    }
}
