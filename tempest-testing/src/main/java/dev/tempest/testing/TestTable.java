package dev.tempest.testing;

import dev.tempest.sdk2.TableDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import software.amazon.awssdk.enhanced.dynamodb.IndexMetadata;
import software.amazon.awssdk.enhanced.dynamodb.KeyAttributeMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * A table to be created, with its keys and indexes as a raw item class or a table's interface declares them.
 *
 * <p>Billing is on demand, and every index projects all attributes. An index that has the table's own partition key and
 * a sort key is a local one, any other a global one. Whatever should be otherwise, or is not known to the class, such as
 * a stream, can be changed in the request:
 *
 * <pre>{@code
 * TestTable.create("music_items", MusicItem.class, request -> request.streamSpecification(
 *         stream -> stream.streamEnabled(true).streamViewType(StreamViewType.NEW_AND_OLD_IMAGES)))
 * }</pre>
 *
 * <p>Instances are immutable.
 */
public final class TestTable {
    private final CreateTableRequest request;
    private final Class<?> rawItemClass;

    private TestTable(CreateTableRequest request, Class<?> rawItemClass) {
        this.request = request;
        this.rawItemClass = rawItemClass;
    }

    /**
     * A table for a raw item class, or for a table's interface.
     *
     * @param rawItemClass a class with {@code @DynamoDbBean} or {@code @DynamoDbImmutable}, or an interface that extends
     *     {@code LogicalTable} or {@code AsyncLogicalTable}
     */
    public static TestTable create(String name, Class<?> rawItemClass) {
        return create(name, rawItemClass, UnaryOperator.identity());
    }

    /**
     * A table for a raw item class, or for a table's interface, created by a request that {@code change} has the last word
     * on.
     *
     * @param rawItemClass a class with {@code @DynamoDbBean} or {@code @DynamoDbImmutable}, or an interface that extends
     *     {@code LogicalTable} or {@code AsyncLogicalTable}
     */
    public static TestTable create(
            String name, Class<?> rawItemClass, UnaryOperator<CreateTableRequest.Builder> change) {
        CreateTableRequest.Builder request = request(name, rawItemClass).toBuilder();
        return new TestTable(change.apply(request).build(), rawItemClass);
    }

    /** The table's name in DynamoDB. */
    public String name() {
        return request.tableName();
    }

    /** The class or interface that declares the table's keys and indexes. */
    public Class<?> rawItemClass() {
        return rawItemClass;
    }

    /** The request that creates the table. */
    public CreateTableRequest request() {
        return request;
    }

    /** Whether a table has the keys and the indexes that are asked for. */
    boolean isAs(TableDescription found) {
        CreateTableRequest wanted = request();
        return wanted.keySchema().equals(found.keySchema())
                && Set.copyOf(wanted.attributeDefinitions()).equals(Set.copyOf(found.attributeDefinitions()))
                && keys(
                                wanted.globalSecondaryIndexes(),
                                GlobalSecondaryIndex::indexName,
                                GlobalSecondaryIndex::keySchema)
                        .equals(keys(
                                found.globalSecondaryIndexes(),
                                GlobalSecondaryIndexDescription::indexName,
                                GlobalSecondaryIndexDescription::keySchema))
                && keys(wanted.localSecondaryIndexes(), LocalSecondaryIndex::indexName, LocalSecondaryIndex::keySchema)
                        .equals(keys(
                                found.localSecondaryIndexes(),
                                LocalSecondaryIndexDescription::indexName,
                                LocalSecondaryIndexDescription::keySchema));
    }

    private static <I> Map<String, List<KeySchemaElement>> keys(
            List<I> indexes, Function<I, String> name, Function<I, List<KeySchemaElement>> keys) {
        return indexes.stream().collect(Collectors.toMap(name, keys));
    }

    @Override
    public String toString() {
        return "TestTable[" + name() + " of " + rawItemClass.getSimpleName() + "]";
    }

    private static CreateTableRequest request(String name, Class<?> rawItemClass) {
        if (rawItemClass.isInterface()) {
            return TableDefinition.of(rawItemClass).createTableRequest(name);
        }
        TableMetadata metadata = TableSchema.fromClass(rawItemClass).tableMetadata();
        List<LocalSecondaryIndex> local = new ArrayList<>();
        List<GlobalSecondaryIndex> global = new ArrayList<>();
        for (IndexMetadata index : metadata.indices()) {
            if (index.name().equals(TableMetadata.primaryIndexName())) {
                continue;
            }
            List<KeySchemaElement> keys = keys(metadata, index.name());
            if (isLocal(metadata, index)) {
                local.add(LocalSecondaryIndex.builder()
                        .indexName(index.name())
                        .keySchema(keys)
                        .projection(allAttributes())
                        .build());
            } else {
                global.add(GlobalSecondaryIndex.builder()
                        .indexName(index.name())
                        .keySchema(keys)
                        .projection(allAttributes())
                        .build());
            }
        }
        CreateTableRequest.Builder request = CreateTableRequest.builder()
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(keys(metadata, TableMetadata.primaryIndexName()))
                .attributeDefinitions(definitions(metadata));
        // DynamoDB refuses an empty list of indexes, which is not the same as none.
        if (!local.isEmpty()) {
            request.localSecondaryIndexes(local);
        }
        if (!global.isEmpty()) {
            request.globalSecondaryIndexes(global);
        }
        return request.build();
    }

    private static boolean isLocal(TableMetadata metadata, IndexMetadata index) {
        return !metadata.indexSortKeys(index.name()).isEmpty()
                && metadata.indexPartitionKeys(index.name())
                        .equals(metadata.indexPartitionKeys(TableMetadata.primaryIndexName()));
    }

    private static List<KeySchemaElement> keys(TableMetadata metadata, String indexName) {
        List<KeySchemaElement> keys = new ArrayList<>();
        metadata.indexPartitionKeys(indexName).forEach(key -> keys.add(key(key, KeyType.HASH)));
        metadata.indexSortKeys(indexName).forEach(key -> keys.add(key(key, KeyType.RANGE)));
        return keys;
    }

    private static KeySchemaElement key(String attribute, KeyType type) {
        return KeySchemaElement.builder().attributeName(attribute).keyType(type).build();
    }

    private static Collection<AttributeDefinition> definitions(TableMetadata metadata) {
        // The SDK counts a version attribute among the keys, but DynamoDB takes definitions of true keys only.
        Set<String> keys = new HashSet<>();
        metadata.indices().forEach(index -> keys.addAll(metadata.indexKeys(index.name())));
        // An attribute that is a key of several indexes is to be defined once.
        Map<String, AttributeDefinition> definitions = new LinkedHashMap<>();
        for (KeyAttributeMetadata key : metadata.keyAttributes()) {
            if (!keys.contains(key.name())) {
                continue;
            }
            definitions.put(
                    key.name(),
                    AttributeDefinition.builder()
                            .attributeName(key.name())
                            .attributeType(key.attributeValueType().scalarAttributeType())
                            .build());
        }
        return definitions.values();
    }

    private static Projection allAttributes() {
        return Projection.builder().projectionType(ProjectionType.ALL).build();
    }
}
