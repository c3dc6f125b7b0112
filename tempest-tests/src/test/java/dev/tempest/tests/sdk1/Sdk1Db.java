package dev.tempest.tests.sdk1;

import com.amazonaws.handlers.RequestHandler2;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.BillingMode;
import com.amazonaws.services.dynamodbv2.model.CreateTableRequest;
import com.amazonaws.services.dynamodbv2.model.Projection;
import com.amazonaws.services.dynamodbv2.model.ProjectionType;
import com.amazonaws.services.dynamodbv2.model.ScanRequest;
import dev.tempest.testing.DynamoDbConnection;
import dev.tempest.tests.faces.MeasureRow;
import dev.tempest.tests.faces.Media;
import dev.tempest.tests.faces.MediaRow;
import dev.tempest.tests.faces.Sdk1Client;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Gives each test a database of its own, with a client and a mapper of SDK 1.x. */
public final class Sdk1Db implements BeforeEachCallback, AfterEachCallback {
    private final Map<String, Class<?>> tables = new LinkedHashMap<>();
    private final List<AmazonDynamoDB> clients = new ArrayList<>();
    private DynamoDbConnection connection;

    /** With the tables of {@link Media}. */
    static Sdk1Db media() {
        return new Sdk1Db()
                .table(Media.TABLE, MediaRow.class)
                .table(Media.ARCHIVE, MediaRow.class)
                .table(Media.MEASURES, MeasureRow.class);
    }

    public Sdk1Db table(String name, Class<?> rawType) {
        tables.put(name, rawType);
        return this;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        connection = DynamoDbConnection.embedded();
        AmazonDynamoDB client = client();
        tables.forEach((name, rawType) -> client.createTable(request(name, rawType)));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        clients.forEach(AmazonDynamoDB::shutdown);
        connection.close();
    }

    private static CreateTableRequest request(String name, Class<?> rawType) {
        // The mapper of a client that is never used: it only reads the class.
        CreateTableRequest request = new DynamoDBMapper(null)
                .generateCreateTableRequest(rawType)
                .withTableName(name)
                .withBillingMode(BillingMode.PAY_PER_REQUEST);
        Projection all = new Projection().withProjectionType(ProjectionType.ALL);
        if (request.getGlobalSecondaryIndexes() != null) {
            request.getGlobalSecondaryIndexes().forEach(index -> index.setProjection(all));
        }
        if (request.getLocalSecondaryIndexes() != null) {
            request.getLocalSecondaryIndexes().forEach(index -> index.setProjection(all));
        }
        return request;
    }

    /** The same database for SDK 2.x. */
    public DynamoDbConnection sdk2() {
        return connection;
    }

    public AmazonDynamoDB client(RequestHandler2... handlers) {
        AmazonDynamoDB client = Sdk1Client.of(connection, handlers);
        clients.add(client);
        return client;
    }

    public DynamoDBMapper mapper() {
        return new DynamoDBMapper(client());
    }

    /** The stored rows of a small table. */
    public List<Map<String, AttributeValue>> rows(String table) {
        return client().scan(new ScanRequest(table)).getItems();
    }

    /** Writes a row of strings past the library. */
    public void put(String table, String... namesAndValues) {
        Map<String, AttributeValue> row = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put(namesAndValues[i], new AttributeValue(namesAndValues[i + 1]));
        }
        clients.get(0).putItem(table, row);
    }
}
