package dev.tempest.testing;

import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.LogicalDb;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * A JUnit 5 extension that gives each test a DynamoDB of its own, with empty tables.
 *
 * <pre>{@code
 * class PlaylistTest {
 *     @RegisterExtension
 *     TestDb db = TestDb.of(TestTable.create("music_items", MusicItem.class));
 *
 *     @Test
 *     void savesAPlaylist() {
 *         DynamoDbEnhancedClient client = db.enhancedClient();
 *     }
 * }
 * }</pre>
 *
 * <p>All tests of a JVM share one embedded server, yet no test sees the tables of another, even though they bear the
 * same names and the tests run at the same time. Nothing has to be cleaned up.
 *
 * <p>The field may be static or not. Where the tests of one class object run at the same time (a static field, or the
 * {@code PER_CLASS} life cycle, with parallel execution), a thread that a test starts cannot be told from one that
 * another test starts: let the test's own thread get the clients, or take them as parameters of the test method. A test
 * method can have a {@link DynamoDbConnection} and each of the clients below as a parameter.
 */
public final class TestDb implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(TestDb.class);
    private static final Map<Class<?>, Function<DynamoDbConnection, Object>> PARAMETERS = Map.of(
            DynamoDbConnection.class, connection -> connection,
            DynamoDbClient.class, DynamoDbConnection::client,
            DynamoDbAsyncClient.class, DynamoDbConnection::asyncClient,
            DynamoDbEnhancedClient.class, DynamoDbConnection::enhancedClient,
            DynamoDbEnhancedAsyncClient.class, DynamoDbConnection::enhancedAsyncClient,
            DynamoDbStreamsClient.class, DynamoDbConnection::streamsClient);

    private final List<TestTable> tables;
    private final Supplier<DynamoDbConnection> opener;
    private final boolean foreign;
    private final Set<DynamoDbConnection> running = ConcurrentHashMap.newKeySet();
    // Two extensions of one test class have each their own connection on the same thread.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable DynamoDbConnection> onThisThread = new ThreadLocal<>();

    private TestDb(Builder builder) {
        tables = List.copyOf(builder.tables);
        opener = builder.opener;
        foreign = builder.foreign;
    }

    /** Tests with the given tables on the {@linkplain LocalDynamoDb#shared() shared embedded server}. */
    public static TestDb of(TestTable... tables) {
        return builder().tables(tables).build();
    }

    /** Tests whose tables, and whose server, are said one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /** The running test's connection, for all that has no short cut here. */
    public DynamoDbConnection connection() {
        DynamoDbConnection connection = onThisThread.get();
        if (connection != null) {
            return connection;
        }
        Collection<DynamoDbConnection> candidates = List.copyOf(running);
        if (candidates.size() == 1) {
            return candidates.iterator().next();
        }
        throw new IllegalStateException(
                candidates.isEmpty()
                        ? "No test is running: a TestDb has its tables from before each test until after it, and must be"
                                + " the value of a field with @RegisterExtension"
                        : candidates.size() + " tests use this TestDb at once, and this thread belongs to none of them:"
                                + " make its field non-static, or get the clients on the test's own thread");
    }

    /** The running test's tables, through a network that fails. */
    public DynamoDbConnection with(FaultyHttp network) {
        return connection().with(network);
    }

    /** The running test's client. */
    public DynamoDbClient client() {
        return connection().client();
    }

    /** The running test's asynchronous client. */
    public DynamoDbAsyncClient asyncClient() {
        return connection().asyncClient();
    }

    /** The running test's enhanced client. */
    public DynamoDbEnhancedClient enhancedClient() {
        return connection().enhancedClient();
    }

    /** The running test's asynchronous enhanced client. */
    public DynamoDbEnhancedAsyncClient enhancedAsyncClient() {
        return connection().enhancedAsyncClient();
    }

    /** The user's database over {@link #enhancedClient()}. */
    public <D extends LogicalDb> D logicalDb(Class<D> dbType) {
        return connection().logicalDb(dbType);
    }

    /** The user's asynchronous database over {@link #enhancedAsyncClient()}. */
    public <D extends AsyncLogicalDb> D asyncLogicalDb(Class<D> dbType) {
        return connection().asyncLogicalDb(dbType);
    }

    /** The running test's client for DynamoDB Streams. */
    public DynamoDbStreamsClient streamsClient() {
        return connection().streamsClient();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        DynamoDbConnection connection = opener.get();
        context.getStore(NAMESPACE).put(this, connection);
        running.add(connection);
        onThisThread.set(connection);
        tables.forEach(foreign ? connection::recreateTable : connection::createTable);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        onThisThread.remove();
        DynamoDbConnection connection = connectionOf(context);
        if (connection == null) {
            return;
        }
        running.remove(connection);
        try (connection) {
            if (foreign) {
                tables.forEach(connection::deleteTable);
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return connectionOf(context) != null
                && PARAMETERS.containsKey(parameter.getParameter().getType());
    }

    @Override
    public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Function<DynamoDbConnection, Object> resolver =
                PARAMETERS.get(parameter.getParameter().getType());
        DynamoDbConnection connection = connectionOf(context);
        return resolver == null || connection == null ? null : resolver.apply(connection);
    }

    private @Nullable DynamoDbConnection connectionOf(ExtensionContext context) {
        return context.getStore(NAMESPACE).get(this, DynamoDbConnection.class);
    }

    /** Says which tables the tests have, and on which server. */
    public static final class Builder {
        private final List<TestTable> tables = new ArrayList<>();
        private Supplier<DynamoDbConnection> opener = DynamoDbConnection::embedded;
        private boolean foreign;

        /** A builder for no tables, on the shared embedded server. */
        public Builder() {}

        /** Adds a table. */
        public Builder table(TestTable table) {
            tables.add(table);
            return this;
        }

        /** Adds a table with the keys and indexes that {@code rawItemClass} declares. */
        public Builder table(String name, Class<?> rawItemClass) {
            return table(TestTable.create(name, rawItemClass));
        }

        /** Adds tables. */
        public Builder tables(TestTable... more) {
            tables.addAll(List.of(more));
            return this;
        }

        /** Runs the tests on this server in place of the shared one. The caller closes it. */
        public Builder server(LocalDynamoDb server) {
            opener = () -> DynamoDbConnection.embedded(server);
            foreign = false;
            return this;
        }

        /**
         * Runs the tests on whatever speaks DynamoDB at this endpoint. The tables are deleted and created anew before
         * each test, and deleted after it. Each test has an access key id of its own; where the endpoint does not keep
         * them apart, tests must not run at the same time.
         */
        public Builder endpoint(URI endpoint) {
            opener = () -> DynamoDbConnection.apartAt(endpoint);
            foreign = true;
            return this;
        }

        /** The extension. */
        public TestDb build() {
            return new TestDb(this);
        }
    }
}
