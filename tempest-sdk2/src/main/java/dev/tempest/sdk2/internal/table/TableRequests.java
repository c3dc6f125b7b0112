package dev.tempest.sdk2.internal.table;

import dev.tempest.internal.definition.TableShape;
import dev.tempest.internal.definition.TableShape.Capacity;
import dev.tempest.internal.definition.TableShape.IndexShape;
import dev.tempest.internal.schema.KeySchema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;

/** The requests that make a table as the model says. */
public final class TableRequests {
    private TableRequests() {}

    /** The request that creates a table. */
    public static CreateTableRequest create(String name, TableShape shape) {
        ProvisionedThroughput throughput = throughput(shape.capacity());
        CreateTableRequest.Builder request = CreateTableRequest.builder()
                .tableName(name)
                .billingMode(throughput == null ? BillingMode.PAY_PER_REQUEST : BillingMode.PROVISIONED)
                .keySchema(elements(shape.key()))
                .attributeDefinitions(shape.types().entrySet().stream()
                        .map(attribute -> AttributeDefinition.builder()
                                .attributeName(attribute.getKey())
                                .attributeType(attribute.getValue())
                                .build())
                        .toList());
        if (throughput != null) {
            request.provisionedThroughput(throughput);
        }
        if (shape.stream() != null) {
            request.streamSpecification(stream -> stream.streamEnabled(true).streamViewType(shape.stream()));
        }
        // DynamoDB refuses an empty list of indexes, which is not the same as none.
        if (!shape.indexes(true).isEmpty()) {
            request.localSecondaryIndexes(
                    shape.indexes(true).stream().map(TableRequests::localIndex).toList());
        }
        if (!shape.indexes(false).isEmpty()) {
            request.globalSecondaryIndexes(shape.indexes(false).stream()
                    .map(index -> globalIndex(index, throughput))
                    .toList());
        }
        return request.build();
    }

    /** The request that switches time to live on; null for a table without it. */
    public static @Nullable UpdateTimeToLiveRequest timeToLive(String name, TableShape shape) {
        return shape.timeToLive() == null
                ? null
                : UpdateTimeToLiveRequest.builder()
                        .tableName(name)
                        .timeToLiveSpecification(timeToLive ->
                                timeToLive.attributeName(shape.timeToLive()).enabled(true))
                        .build();
    }

    private static @Nullable ProvisionedThroughput throughput(@Nullable Capacity capacity) {
        return capacity == null
                ? null
                : ProvisionedThroughput.builder()
                        .readCapacityUnits(capacity.readUnits())
                        .writeCapacityUnits(capacity.writeUnits())
                        .build();
    }

    private static LocalSecondaryIndex localIndex(IndexShape index) {
        return LocalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(elements(index.key()))
                .projection(projection(index))
                .build();
    }

    private static GlobalSecondaryIndex globalIndex(IndexShape index, @Nullable ProvisionedThroughput throughput) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(elements(index.key()))
                .projection(projection(index))
                .provisionedThroughput(throughput)
                .build();
    }

    private static Projection projection(IndexShape index) {
        Projection.Builder projection = Projection.builder().projectionType(index.projectionType());
        List<String> projected = index.projected();
        if (projected != null && !projected.isEmpty()) {
            projection.nonKeyAttributes(projected);
        }
        return projection.build();
    }

    private static List<KeySchemaElement> elements(KeySchema key) {
        List<KeySchemaElement> elements = new ArrayList<>();
        key.partitionKeys().forEach(name -> elements.add(element(name, KeyType.HASH)));
        key.sortKeys().forEach(name -> elements.add(element(name, KeyType.RANGE)));
        return elements;
    }

    private static KeySchemaElement element(String attribute, KeyType role) {
        return KeySchemaElement.builder().attributeName(attribute).keyType(role).build();
    }
}
