package dev.tempest.samples.urlshortener;

import dev.tempest.samples.urlshortener.model.LinkDb;
import dev.tempest.samples.urlshortener.model.LinkTable;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.testing.DynamoDbConnection;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.nio.charset.StandardCharsets;

/** The table of links, for tests. */
public final class LinkTables {
    private static final TestTable TABLE = TestTable.create(LinkDb.LINK_TABLE_NAME, LinkTable.class);
    private static final byte[] OFFSET_SECRET = "a secret of the tests".getBytes(StandardCharsets.UTF_8);

    private LinkTables() {}

    /** Gives each test a database of its own, with an empty table of links. */
    public static TestDb testDb() {
        return TestDb.of(TABLE);
    }

    /** As {@link #testDb}, for the tests of a class that share one. */
    public static DynamoDbConnection open() {
        DynamoDbConnection connection = DynamoDbConnection.embedded();
        connection.createTable(TABLE);
        return connection;
    }

    public static LinkDb linkDb(DynamoDbConnection connection) {
        return LogicalDb.builder(LinkDb.class)
                .enhancedClient(connection.enhancedClient())
                .offsetSecret(OFFSET_SECRET)
                .build();
    }
}
