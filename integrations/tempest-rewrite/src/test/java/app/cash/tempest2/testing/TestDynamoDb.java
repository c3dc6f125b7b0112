package app.cash.tempest2.testing;

import app.cash.tempest2.LogicalDb;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The signatures of a class of Cash App's Tempest for JUnit 5, which the programs of the tests name. It does nothing. */
public abstract class TestDynamoDb implements BeforeEachCallback, AfterEachCallback {
    private TestDynamoDb() {}

    public abstract <D extends LogicalDb> D logicalDb(Class<D> type);

    public abstract DynamoDbClient getDynamoDb();

    public abstract DynamoDbAsyncClient getAsyncDynamoDb();

    public abstract DynamoDbStreamsClient getDynamoDbStreams();

    @Override
    public void beforeEach(ExtensionContext context) {}

    @Override
    public void afterEach(ExtensionContext context) {}

    /** Its builder. */
    public static class Builder {
        public Builder(TestDynamoDbServer.Factory<?> factory) {}

        public Builder addTable(TestTable table) {
            return this;
        }

        public Builder addTables(List<TestTable> tables) {
            return this;
        }

        public TestDynamoDb build() {
            throw new UnsupportedOperationException();
        }
    }
}
