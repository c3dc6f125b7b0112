package dev.tempest.testing.sdk1;

import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBStreams;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.testing.DynamoDbServer;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.LocalDynamoDb;
import dev.tempest.testing.internal.Ports;
import dev.tempest.testing.internal.TestRuns;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A database for tests, whatever runs them. */
abstract class TestDatabase {
    final TestRuns<DynamoDbConnection> runs;

    TestDatabase(String annotation, Builder<?> builder) {
        List<TestTable> tables = List.copyOf(builder.tables);
        boolean foreign = builder.foreign;
        runs = new TestRuns<>(
                getClass().getSimpleName(),
                annotation,
                builder.opener,
                connection -> tables.forEach(foreign ? connection::recreateTable : connection::createTable),
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

    /** The running test's client. */
    public AmazonDynamoDB client() {
        return connection().client();
    }

    /** A mapper over {@link #client()}. */
    public DynamoDBMapper mapper() {
        return connection().mapper();
    }

    /** The user's database over {@link #mapper()}. */
    public <D extends LogicalDb> D logicalDb(Class<D> dbType) {
        return connection().logicalDb(dbType);
    }

    /** The user's database of the type that the compiler infers; see {@link DynamoDbConnection#logicalDb(LogicalDb[])}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // It is only handed on.
    public final <D extends LogicalDb> D logicalDb(D... inferred) {
        return connection().logicalDb(inferred);
    }

    /** The running test's client for DynamoDB Streams. */
    public AmazonDynamoDBStreams streamsClient() {
        return connection().streamsClient();
    }

    /** Says which tables the tests have, and on which server. */
    abstract static class Builder<B extends Builder<B>> {
        private final List<TestTable> tables = new ArrayList<>();
        private Supplier<DynamoDbConnection> opener = DynamoDbConnection::embedded;
        private boolean foreign;

        Builder() {}

        abstract B self();

        /** Adds a table. */
        public B table(TestTable table) {
            tables.add(table);
            return self();
        }

        /**
         * Adds a table for a raw item class, under the name that its {@code @DynamoDBTable} says.
         *
         * @throws IllegalArgumentException if the mapper cannot read the class
         */
        public B table(Class<?> rawItemClass) {
            return table(TestTable.create(rawItemClass));
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
            if (server instanceof LocalDynamoDb local) {
                opener = () -> DynamoDbConnection.embedded(local);
                foreign = false;
                return self();
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
            opener = () -> DynamoDbConnection.embedded(LocalDynamoDb.sharedOn(port));
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
