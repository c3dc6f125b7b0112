package dev.tempest.testing.sdk1;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMappingException;
import com.amazonaws.services.dynamodbv2.model.BillingMode;
import com.amazonaws.services.dynamodbv2.model.CreateTableRequest;
import com.amazonaws.services.dynamodbv2.model.GlobalSecondaryIndex;
import com.amazonaws.services.dynamodbv2.model.GlobalSecondaryIndexDescription;
import com.amazonaws.services.dynamodbv2.model.KeySchemaElement;
import com.amazonaws.services.dynamodbv2.model.LocalSecondaryIndex;
import com.amazonaws.services.dynamodbv2.model.LocalSecondaryIndexDescription;
import com.amazonaws.services.dynamodbv2.model.Projection;
import com.amazonaws.services.dynamodbv2.model.ProjectionType;
import com.amazonaws.services.dynamodbv2.model.TableDescription;
import dev.tempest.sdk1.TableDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table to be created, with its keys and indexes as a class with the mapper's annotations or a table's interface declares them.
 *
 * <p>Billing is on demand, and every index projects all attributes. Whatever should be otherwise, or is not known to the
 * class, such as a stream, can be changed in the request:
 *
 * <pre>{@code
 * TestTable.create("music_items", MusicItem.class, request -> request.withStreamSpecification(
 *         new StreamSpecification().withStreamEnabled(true).withStreamViewType(StreamViewType.NEW_AND_OLD_IMAGES)))
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
     * A table for a raw item class, under the name that its {@code @DynamoDBTable} says.
     *
     * @param rawItemClass a class with {@code @DynamoDBTable}
     * @throws IllegalArgumentException if the mapper cannot read the class
     */
    public static TestTable create(Class<?> rawItemClass) {
        return new TestTable(request(null, rawItemClass), rawItemClass);
    }

    /**
     * A table for a raw item class, or for a table's interface.
     *
     * @param rawItemClass a class with {@code @DynamoDBTable}, whose name gives way to {@code name}, or an interface that
     *     extends {@code LogicalTable}
     * @throws IllegalArgumentException if the mapper cannot read the class, or the interface's model is
     *     wrong
     */
    public static TestTable create(String name, Class<?> rawItemClass) {
        return create(name, rawItemClass, UnaryOperator.identity());
    }

    /**
     * A table for a raw item class, or for a table's interface, created by a request that {@code change} has the last word
     * on.
     *
     * @param rawItemClass a class with {@code @DynamoDBTable}, whose name gives way to {@code name}, or an interface that
     *     extends {@code LogicalTable}
     * @param change gets a request that it may change, and returns the one to send
     * @throws IllegalArgumentException if the mapper cannot read the class, or the interface's model is
     *     wrong
     */
    public static TestTable create(String name, Class<?> rawItemClass, UnaryOperator<CreateTableRequest> change) {
        return new TestTable(change.apply(request(name, rawItemClass)).clone(), rawItemClass);
    }

    /** The table's name in DynamoDB. */
    public String name() {
        return request.getTableName();
    }

    /** The class or interface that declares the table's keys and indexes. */
    public Class<?> rawItemClass() {
        return rawItemClass;
    }

    /** The request that creates the table: a copy, which may be changed. */
    public CreateTableRequest request() {
        return request.clone();
    }

    /** Whether a table has the keys and the indexes that are asked for. */
    boolean isAs(TableDescription found) {
        CreateTableRequest wanted = request();
        return wanted.getKeySchema().equals(found.getKeySchema())
                && Set.copyOf(wanted.getAttributeDefinitions()).equals(Set.copyOf(found.getAttributeDefinitions()))
                && keys(
                                wanted.getGlobalSecondaryIndexes(),
                                GlobalSecondaryIndex::getIndexName,
                                GlobalSecondaryIndex::getKeySchema)
                        .equals(keys(
                                found.getGlobalSecondaryIndexes(),
                                GlobalSecondaryIndexDescription::getIndexName,
                                GlobalSecondaryIndexDescription::getKeySchema))
                && keys(
                                wanted.getLocalSecondaryIndexes(),
                                LocalSecondaryIndex::getIndexName,
                                LocalSecondaryIndex::getKeySchema)
                        .equals(keys(
                                found.getLocalSecondaryIndexes(),
                                LocalSecondaryIndexDescription::getIndexName,
                                LocalSecondaryIndexDescription::getKeySchema));
    }

    private static <I> Map<String, List<KeySchemaElement>> keys(
            @Nullable List<I> indexes, Function<I, String> name, Function<I, List<KeySchemaElement>> keys) {
        return indexes == null ? Map.of() : indexes.stream().collect(Collectors.toMap(name, keys));
    }

    @Override
    public String toString() {
        return "TestTable[" + name() + " of " + rawItemClass.getSimpleName() + "]";
    }

    private static CreateTableRequest request(@Nullable String name, Class<?> rawItemClass) {
        if (rawItemClass.isInterface()) {
            if (name == null) {
                throw new IllegalArgumentException(
                        rawItemClass.getName() + " is an interface, which has no table name: call create(name, ...).");
            }
            return TableDefinition.of(rawItemClass).createTableRequest(name);
        }
        CreateTableRequest request;
        try {
            // The mapper of a client that is never used: it only reads the class.
            request = new DynamoDBMapper(null).generateCreateTableRequest(rawItemClass);
        } catch (DynamoDBMappingException e) {
            throw new IllegalArgumentException(
                    "Not a class that the mapper can read: " + rawItemClass.getName() + ": " + e.getMessage(), e);
        }
        request.setBillingMode(BillingMode.PAY_PER_REQUEST.toString());
        if (name != null) {
            request.setTableName(name);
        }
        if (request.getGlobalSecondaryIndexes() != null) {
            request.getGlobalSecondaryIndexes().forEach(index -> index.setProjection(allAttributes()));
        }
        if (request.getLocalSecondaryIndexes() != null) {
            request.getLocalSecondaryIndexes().forEach(index -> index.setProjection(allAttributes()));
        }
        return request;
    }

    private static Projection allAttributes() {
        return new Projection().withProjectionType(ProjectionType.ALL);
    }
}
