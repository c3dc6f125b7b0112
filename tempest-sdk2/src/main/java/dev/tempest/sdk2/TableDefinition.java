package dev.tempest.sdk2;

import dev.tempest.internal.definition.CloudFormation;
import dev.tempest.internal.definition.TableShape;
import dev.tempest.internal.definition.TableShape.Capacity;
import dev.tempest.internal.definition.TableShape.IndexShape;
import dev.tempest.sdk2.internal.table.ModelReading;
import dev.tempest.sdk2.internal.table.TableRequests;
import dev.tempest.sdk2.internal.table.TableShapes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;

/**
 * The key and the secondary indexes of a table, as its interface declares them, to create a table by:
 *
 * <pre>{@code
 * client.createTable(TableDefinition.of(MusicTable.class).createTableRequest("music_items"));
 * }</pre>
 *
 * <p>The table is billed on demand, and has no stream, unless the definition is changed. {@link DatabaseDefinition} has the
 * definitions of all tables of a database.
 *
 * <p>Instances are immutable.
 */
public final class TableDefinition {
    private final TableShape shape;

    TableDefinition(TableShape shape) {
        this.shape = shape;
    }

    /**
     * The definition of a table.
     *
     * @param tableType an interface that extends {@link LogicalTable} or {@link AsyncLogicalTable}
     * @throws IllegalArgumentException if the model is wrong; the message names the class, the property and what to do
     */
    public static TableDefinition of(Class<?> tableType) {
        return new TableDefinition(TableShapes.of(ModelReading.ofTable(tableType)));
    }

    /** The same with a stream. */
    public TableDefinition withStream(StreamViewType viewType) {
        return new TableDefinition(shape.withStream(viewType.toString()));
    }

    /**
     * The same billed by provisioned capacity, which the table and each of its global indexes get.
     *
     * @throws IllegalArgumentException if a number is less than 1
     */
    public TableDefinition withProvisionedCapacity(long readUnits, long writeUnits) {
        if (readUnits < 1 || writeUnits < 1) {
            throw new IllegalArgumentException("A table's provisioned capacity must be 1 unit or more, not " + readUnits
                    + " read units and " + writeUnits + " write units.");
        }
        return new TableDefinition(shape.withCapacity(new Capacity(readUnits, writeUnits)));
    }

    /**
     * The same with an index that holds some attributes only, for a table with a raw item type, which cannot say so. Where the
     * interface declares the index, say it in {@link dev.tempest.Index#projection()}, which is checked.
     *
     * @param attributes what the index holds beside its own key and that of the table; none for keys only
     * @throws IllegalArgumentException if the table has no such index
     */
    public TableDefinition withProjection(String index, String... attributes) {
        List<String> names = shape.indexes().stream().map(IndexShape::name).toList();
        if (!names.contains(index)) {
            throw new IllegalArgumentException("The table has no index " + index + "; it has "
                    + (names.isEmpty() ? "none" : String.join(", ", names)) + ".");
        }
        return new TableDefinition(shape.withIndex(
                index, known -> new IndexShape(known.name(), known.isLocal(), known.key(), List.of(attributes))));
    }

    /** The request that creates the table. */
    public CreateTableRequest createTableRequest(String tableName) {
        return TableRequests.create(tableName, shape);
    }

    /**
     * The request that switches time to live on, once the table is active; empty if the table's interface has no
     * {@link dev.tempest.TimeToLive}.
     */
    public Optional<UpdateTimeToLiveRequest> updateTimeToLiveRequest(String tableName) {
        return Optional.ofNullable(TableRequests.timeToLive(tableName, shape));
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
        return "TableDefinition" + shape.key().attributes();
    }
}
