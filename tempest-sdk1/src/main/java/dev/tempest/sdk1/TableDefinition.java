package dev.tempest.sdk1;

import com.amazonaws.services.dynamodbv2.model.AttributeDefinition;
import com.amazonaws.services.dynamodbv2.model.BillingMode;
import com.amazonaws.services.dynamodbv2.model.CreateTableRequest;
import com.amazonaws.services.dynamodbv2.model.GlobalSecondaryIndex;
import com.amazonaws.services.dynamodbv2.model.KeySchemaElement;
import com.amazonaws.services.dynamodbv2.model.KeyType;
import com.amazonaws.services.dynamodbv2.model.LocalSecondaryIndex;
import com.amazonaws.services.dynamodbv2.model.Projection;
import com.amazonaws.services.dynamodbv2.model.TimeToLiveSpecification;
import com.amazonaws.services.dynamodbv2.model.UpdateTimeToLiveRequest;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.definition.CloudFormation;
import dev.tempest.internal.definition.TableShape;
import dev.tempest.internal.definition.TableShape.IndexShape;
import dev.tempest.internal.schema.KeySchema;
import dev.tempest.sdk1.internal.table.Db;
import dev.tempest.sdk1.internal.table.TableShapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The key and the secondary indexes of a table, as its interface declares them, to create a table by:
 *
 * <pre>{@code
 * client.createTable(TableDefinition.of(MusicTable.class).createTableRequest("music_items"));
 * }</pre>
 *
 * <p>A raw item type is read as by a mapper with the default configuration. {@link DatabaseDefinition} has the definitions of all
 * tables of a database.
 *
 * <p>Instances are immutable.
 */
public final class TableDefinition {
    private final String described;
    private final TableShape shape;

    TableDefinition(String described, TableShape shape) {
        this.described = described;
        this.shape = shape;
    }

    /**
     * The definition of a table.
     *
     * @param tableType an interface that extends {@link LogicalTable}
     * @throws IllegalArgumentException if the model is wrong; the message names the class, the property and what to do
     */
    public static TableDefinition of(Class<?> tableType) {
        return new TableDefinition(ModelError.name(tableType), TableShapes.of(Db.read(tableType), tableType));
    }

    /** The request that creates the table: billed on demand, with what an {@code @Index} says in its index, else with all attributes. */
    public CreateTableRequest createTableRequest(String tableName) {
        CreateTableRequest request = new CreateTableRequest()
                .withTableName(tableName)
                .withBillingMode(BillingMode.PAY_PER_REQUEST)
                .withKeySchema(elements(shape.key()))
                .withAttributeDefinitions(shape.types().entrySet().stream()
                        .map(attribute -> new AttributeDefinition(attribute.getKey(), attribute.getValue()))
                        .toList());
        // DynamoDB refuses an empty list of indexes, which is not the same as none.
        if (!shape.indexes(true).isEmpty()) {
            request.setLocalSecondaryIndexes(shape.indexes(true).stream()
                    .map(index -> new LocalSecondaryIndex()
                            .withIndexName(index.name())
                            .withKeySchema(elements(index.key()))
                            .withProjection(projection(index)))
                    .toList());
        }
        if (!shape.indexes(false).isEmpty()) {
            request.setGlobalSecondaryIndexes(shape.indexes(false).stream()
                    .map(index -> new GlobalSecondaryIndex()
                            .withIndexName(index.name())
                            .withKeySchema(elements(index.key()))
                            .withProjection(projection(index)))
                    .toList());
        }
        return request;
    }

    /**
     * The request that switches time to live on, once the table is active; empty if the table's interface has no
     * {@link dev.tempest.TimeToLive}.
     */
    public Optional<UpdateTimeToLiveRequest> updateTimeToLiveRequest(String tableName) {
        return Optional.ofNullable(shape.timeToLive())
                .map(attribute -> new UpdateTimeToLiveRequest()
                        .withTableName(tableName)
                        .withTimeToLiveSpecification(new TimeToLiveSpecification()
                                .withAttributeName(attribute)
                                .withEnabled(true)));
    }

    /**
     * A CloudFormation template, in JSON, whose only resource is the table. Its policies are to retain the table where
     * CloudFormation would delete or replace it.
     */
    public String cloudFormation(String tableName) {
        return CloudFormation.template(Map.of(tableName, shape));
    }

    TableShape shape() {
        return shape;
    }

    @Override
    public String toString() {
        return "TableDefinition[" + described + "]";
    }

    private static Projection projection(IndexShape index) {
        Projection projection = new Projection().withProjectionType(index.projectionType());
        List<String> projected = index.projected();
        return projected == null || projected.isEmpty() ? projection : projection.withNonKeyAttributes(projected);
    }

    private static List<KeySchemaElement> elements(KeySchema key) {
        List<KeySchemaElement> elements = new ArrayList<>();
        key.partitionKeys().forEach(name -> elements.add(new KeySchemaElement(name, KeyType.HASH)));
        key.sortKeys().forEach(name -> elements.add(new KeySchemaElement(name, KeyType.RANGE)));
        return elements;
    }
}
