package dev.tempest.tests.locking;

import dev.tempest.ItemSet;
import dev.tempest.Table;
import dev.tempest.WriteToken;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncLogicalTable;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.DynamoDbConnection;
import dev.tempest.tests.faces.AsyncItems;
import dev.tempest.tests.faces.Items;
import dev.tempest.tests.faces.Retries;
import dev.tempest.tests.faces.SyncItems;
import dev.tempest.tests.faces.Waiting;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The accounts, through clients that block or through those that do not: tests are written once. Each item type has a
 * database of its own, as the rows of several would not be told apart; transactions and batches go through the one of
 * the type that was asked for last.
 */
interface Store extends AutoCloseable {
    /** How a test calls the library. */
    enum Way {
        SYNC,
        ASYNC,
        /** As {@link #SYNC}, of a table without a raw item type. */
        DECLARED;

        /** Whether the raw item type has a version of the SDK's. */
        boolean hasSdkVersions() {
            return this != DECLARED;
        }
    }

    /** What a test may choose of a database, besides the defaults. */
    record Settings(int sdkTries, Duration updateTimeout, ConditionalWrites conditionalWrites) {
        static final Settings DEFAULT = new Settings(9, Duration.ofSeconds(30), ConditionalWrites.STANDARD);

        Settings sdkTries(int count) {
            return new Settings(count, updateTimeout, conditionalWrites);
        }

        Settings updateTimeout(Duration timeout) {
            return new Settings(sdkTries, timeout, conditionalWrites);
        }

        Settings conditionalWrites(ConditionalWrites mode) {
            return new Settings(sdkTries, updateTimeout, mode);
        }

        private ClientOverrideConfiguration retries() {
            return ClientOverrideConfiguration.builder()
                    .retryStrategy(Retries.quick(sdkTries))
                    .build();
        }
    }

    String TABLE = "accounts";

    interface Plain extends LogicalTable<Account> {}

    interface AsyncPlain extends AsyncLogicalTable<Account> {}

    @WriteToken("write_token")
    interface Traced extends LogicalTable<Account> {}

    @WriteToken("write_token")
    interface AsyncTraced extends AsyncLogicalTable<Account> {}

    @Table(partitionKey = "id")
    interface DeclaredPlain extends LogicalTable<Map<String, AttributeValue>> {}

    @Table(partitionKey = "id")
    @WriteToken("write_token")
    interface DeclaredTraced extends LogicalTable<Map<String, AttributeValue>> {}

    /** Items in a table without write tokens. */
    <K, I> Items<K, I> plain(Class<K> keyType, Class<I> itemType);

    /** Items in a table with write tokens. */
    <K, I> Items<K, I> traced(Class<K> keyType, Class<I> itemType);

    default <K, I> Items<K, I> items(boolean isTraced, Class<K> keyType, Class<I> itemType) {
        return isTraced ? traced(keyType, itemType) : plain(keyType, itemType);
    }

    ItemSet transactionWrite(TransactionWriteSet set);

    ItemSet transactionLoad(Object... keys);

    void batchWrite(BatchWriteSet set);

    @Override
    void close();

    static Store open(Way way, DynamoDbConnection connection, Settings settings) {
        return switch (way) {
            case SYNC -> new SyncStore(connection, settings, Plain.class, Traced.class);
            case ASYNC -> new AsyncStore(connection, settings);
            case DECLARED -> new SyncStore(connection, settings, DeclaredPlain.class, DeclaredTraced.class);
        };
    }

    /** Through views that block. */
    final class SyncStore implements Store {
        private final DynamoDbClient client;
        private final Settings settings;
        private final Class<? extends LogicalTable<?>> plain;
        private final Class<? extends LogicalTable<?>> traced;
        private LogicalDb db;

        SyncStore(
                DynamoDbConnection connection,
                Settings settings,
                Class<? extends LogicalTable<?>> plain,
                Class<? extends LogicalTable<?>> traced) {
            client = connection
                    .clientBuilder()
                    .overrideConfiguration(settings.retries())
                    .build();
            this.settings = settings;
            this.plain = plain;
            this.traced = traced;
        }

        private LogicalDb newDb() {
            db = LogicalDb.builder(LogicalDb.class)
                    .enhancedClient(DynamoDbEnhancedClient.builder()
                            .dynamoDbClient(client)
                            .build())
                    .updateTimeout(settings.updateTimeout())
                    .conditionalWrites(settings.conditionalWrites())
                    .build();
            return db;
        }

        @Override
        public <K, I> Items<K, I> plain(Class<K> keyType, Class<I> itemType) {
            return new SyncItems<>(newDb().logicalTable(TABLE, plain).inlineView(keyType, itemType));
        }

        @Override
        public <K, I> Items<K, I> traced(Class<K> keyType, Class<I> itemType) {
            return new SyncItems<>(newDb().logicalTable(TABLE, traced).inlineView(keyType, itemType));
        }

        @Override
        public ItemSet transactionWrite(TransactionWriteSet set) {
            return db.transactionWrite(set);
        }

        @Override
        public ItemSet transactionLoad(Object... keys) {
            return db.transactionLoad(keys);
        }

        @Override
        public void batchWrite(BatchWriteSet set) {
            db.batchWrite(set);
        }

        @Override
        public void close() {
            client.close();
        }
    }

    /** Through views that do not, waiting for each future. */
    final class AsyncStore implements Store {
        private final DynamoDbAsyncClient client;
        private final Settings settings;
        private AsyncLogicalDb db;

        AsyncStore(DynamoDbConnection connection, Settings settings) {
            client = connection
                    .asyncClientBuilder()
                    .overrideConfiguration(settings.retries())
                    .build();
            this.settings = settings;
        }

        private AsyncLogicalDb newDb() {
            db = AsyncLogicalDb.builder(AsyncLogicalDb.class)
                    .enhancedClient(DynamoDbEnhancedAsyncClient.builder()
                            .dynamoDbClient(client)
                            .build())
                    .updateTimeout(settings.updateTimeout())
                    .conditionalWrites(settings.conditionalWrites())
                    .build();
            return db;
        }

        @Override
        public <K, I> Items<K, I> plain(Class<K> keyType, Class<I> itemType) {
            return new AsyncItems<>(
                    newDb().logicalTable(TABLE, AsyncPlain.class).inlineView(keyType, itemType));
        }

        @Override
        public <K, I> Items<K, I> traced(Class<K> keyType, Class<I> itemType) {
            return new AsyncItems<>(
                    newDb().logicalTable(TABLE, AsyncTraced.class).inlineView(keyType, itemType));
        }

        @Override
        public ItemSet transactionWrite(TransactionWriteSet set) {
            return Waiting.result(db.transactionWriteAsync(set));
        }

        @Override
        public ItemSet transactionLoad(Object... keys) {
            return Waiting.result(db.transactionLoadAsync(keys));
        }

        @Override
        public void batchWrite(BatchWriteSet set) {
            Waiting.result(db.batchWriteAsync(set));
        }

        @Override
        public void close() {
            client.close();
        }
    }
}
