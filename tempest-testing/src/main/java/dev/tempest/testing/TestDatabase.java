package dev.tempest.testing;

import dev.tempest.local.LocalRegions;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.testing.internal.Ports;
import dev.tempest.testing.internal.TestRuns;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** A database for tests, whatever runs them. */
abstract class TestDatabase {
    final TestRuns<DynamoDbConnection> runs;

    TestDatabase(String annotation, Builder<?> builder) {
        List<TestTable> tables = List.copyOf(builder.tables);
        boolean foreign = builder.foreign;
        TestRegions regions = builder.regions;
        runs = new TestRuns<>(
                getClass().getSimpleName(),
                annotation,
                builder.opener(),
                connection -> tables.forEach(
                        regions != null
                                ? table -> connection.createTable(table, regions)
                                : foreign ? connection::recreateTable : connection::createTable),
                connection -> {
                    try (connection) {
                        if (foreign) {
                            tables.forEach(connection::deleteTable);
                        }
                    }
                });
    }

    /** The running test's connection, for all that has no short cut here. */
    public DynamoDbConnection connection() {
        return runs.current();
    }

    /** The running test's tables, through a network that fails. */
    public DynamoDbConnection with(FaultyHttp network) {
        return connection().with(network);
    }

    /** The running test's tables in another Region; see {@link Builder#regions}. */
    public DynamoDbConnection inRegion(String region) {
        return connection().inRegion(region);
    }

    /** What passes between the Regions of the running test's tables. */
    public LocalRegions regions() {
        return connection().regions();
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

    /** The user's database of the type that the compiler infers; see {@link DynamoDbConnection#logicalDb(LogicalDb[])}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // It is only handed on.
    public final <D extends LogicalDb> D logicalDb(D... inferred) {
        return connection().logicalDb(inferred);
    }

    /** The user's asynchronous database over {@link #enhancedAsyncClient()}. */
    public <D extends AsyncLogicalDb> D asyncLogicalDb(Class<D> dbType) {
        return connection().asyncLogicalDb(dbType);
    }

    /** The user's asynchronous database of the type that the compiler infers; see {@link DynamoDbConnection#asyncLogicalDb(AsyncLogicalDb[])}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // It is only handed on.
    public final <D extends AsyncLogicalDb> D asyncLogicalDb(D... inferred) {
        return connection().asyncLogicalDb(inferred);
    }

    /** The running test's client for DynamoDB Streams. */
    public DynamoDbStreamsClient streamsClient() {
        return connection().streamsClient();
    }

    /** Says which tables the tests have, and on which server. */
    abstract static class Builder<B extends Builder<B>> {
        private final List<TestTable> tables = new ArrayList<>();
        private @Nullable Supplier<DynamoDbConnection> opener;
        private Supplier<LocalDynamoDb> local = LocalDynamoDb::shared;
        private @Nullable TestRegions regions;
        private boolean foreign;

        Builder() {}

        abstract B self();

        private Supplier<DynamoDbConnection> opener() {
            TestRegions wanted = regions;
            if (wanted == null) {
                return opener == null ? DynamoDbConnection::embedded : opener;
            }
            if (foreign) {
                throw new IllegalStateException("Regions need a server in this JVM: " + wanted);
            }
            Supplier<LocalDynamoDb> server = local;
            return () -> DynamoDbConnection.embedded(server.get(), wanted.first());
        }

        /**
         * Gives each table replicas in these Regions. The test's clients lead to the first one; {@link TestDatabase#inRegion} leads
         * to another, and {@link TestDatabase#regions} lets writes pass between them. Needs a server in this JVM, as it is by
         * default.
         */
        public B regions(TestRegions wanted) {
            regions = wanted;
            return self();
        }

        /** Adds a table. */
        public B table(TestTable table) {
            tables.add(table);
            return self();
        }

        /** Adds a table with the keys and indexes that {@code rawItemClass} declares. */
        public B table(String name, Class<?> rawItemClass) {
            return table(TestTable.create(name, rawItemClass));
        }

        /** Adds tables. */
        public B tables(TestTable... more) {
            tables.addAll(List.of(more));
            return self();
        }

        /**
         * Runs the tests on this server in place of the shared one: one that listens on a port of its own, or one in a
         * container. It is started by the first test, unless it is running by then. Tests are skipped where it cannot
         * run.
         */
        public B server(DynamoDbServer server) {
            if (server instanceof LocalDynamoDb embedded) {
                return local(() -> embedded);
            }
            opener = () -> DynamoDbConnection.apartAt(server.endpoint());
            foreign = true;
            return self();
        }

        /**
         * Runs the tests on an embedded server that listens on this port. All tests of the JVM that ask for the same
         * port share one server; no two JVMs can have it at the same time. Other programs find the running test's tables
         * there under its {@linkplain DynamoDbConnection#accessKeyId() access key id}.
         *
         * @param port between 1 and 65535
         * @see LocalDynamoDb#sharedOn(int)
         */
        public B port(int port) {
            Ports.check(port);
            return local(() -> LocalDynamoDb.sharedOn(port));
        }

        private B local(Supplier<LocalDynamoDb> server) {
            local = server;
            opener = () -> DynamoDbConnection.embedded(server.get());
            foreign = false;
            return self();
        }

        /**
         * Runs the tests on whatever speaks DynamoDB at this endpoint. The tables are deleted and created again before
         * each test, and deleted after it. Each test has an access key id of its own; where the endpoint does not keep
         * them apart, tests must not run at the same time.
         */
        public B endpoint(URI endpoint) {
            return server(() -> endpoint);
        }
    }
}
