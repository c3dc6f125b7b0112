package dev.tempest.tests.sdk1;

import com.amazonaws.handlers.RequestHandler2;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.ScanRequest;
import dev.tempest.testing.DynamoDbConnection;
import dev.tempest.testing.sdk1.TestDb;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The test kit's database for SDK 1.x, with what these tests want besides. */
public final class Sdk1Db implements BeforeEachCallback, AfterEachCallback {
    private final TestDb.Builder tables = TestDb.builder();
    private final List<AmazonDynamoDB> clients = new ArrayList<>();
    private TestDb testDb;
    private DynamoDbConnection sdk2;

    public Sdk1Db table(String name, Class<?> rawType) {
        tables.table(name, rawType);
        return this;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        testDb = tables.build();
        testDb.beforeEach(context);
        sdk2 = DynamoDbConnection.to(
                testDb.connection().endpoint(), testDb.connection().accessKeyId());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        clients.forEach(AmazonDynamoDB::shutdown);
        sdk2.close();
        testDb.afterEach(context);
    }

    /** The same database for SDK 2.x. */
    public DynamoDbConnection sdk2() {
        return sdk2;
    }

    public AmazonDynamoDB client(RequestHandler2... handlers) {
        AmazonDynamoDB client = testDb.connection()
                .clientBuilder()
                .withRequestHandlers(handlers)
                .build();
        clients.add(client);
        return client;
    }

    public DynamoDBMapper mapper() {
        return testDb.mapper();
    }

    /** The stored rows of a small table. */
    public List<Map<String, AttributeValue>> rows(String table) {
        return testDb.client().scan(new ScanRequest(table)).getItems();
    }

    /** Writes a row of strings past the library. */
    public void put(String table, String... namesAndValues) {
        Map<String, AttributeValue> row = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put(namesAndValues[i], new AttributeValue(namesAndValues[i + 1]));
        }
        testDb.client().putItem(table, row);
    }
}
