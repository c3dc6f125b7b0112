package dev.tempest.samples.urlshortener;

import dev.tempest.samples.urlshortener.model.LinkDb;
import dev.tempest.samples.urlshortener.model.LinkTable;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.testing.DynamoDbConnection;
import dev.tempest.testing.TestTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;

/** The connection to whichever DynamoDB the user chose, and the one table that the program has in it. */
final class Database implements AutoCloseable {
    private static final TestTable TABLE = TestTable.create(LinkDb.LINK_TABLE_NAME, LinkTable.class);

    private final DynamoDbConnection connection;
    private final String place;

    private Database(DynamoDbConnection connection, String place) {
        this.connection = connection;
        this.place = place;
    }

    static Database open(Options.Place place) {
        if (place instanceof Options.Place.Endpoint endpoint) {
            return new Database(DynamoDbConnection.to(endpoint.uri()), "at " + endpoint.uri());
        }
        if (place instanceof Options.Place.Aws) {
            DynamoDbConnection connection = DynamoDbConnection.aws();
            String region = String.valueOf(
                    connection.client().serviceClientConfiguration().region());
            return new Database(connection, "in AWS, region " + region);
        }
        return new Database(DynamoDbConnection.embedded(), "in an embedded DynamoDB, in memory");
    }

    /** Where this is, in words that follow on "the links are ...". */
    String place() {
        return place;
    }

    /**
     * The database, with its table created if there is none.
     *
     * @param offsetSecret signs the page tokens in addresses
     * @throws IllegalStateException if there is a table of that name, but not as the model needs it
     */
    LinkDb links(byte[] offsetSecret) {
        LinkDb db = LogicalDb.builder(LinkDb.class)
                .enhancedClient(connection.enhancedClient())
                .offsetSecret(offsetSecret)
                .build();
        createTable();
        db.checkTables().orThrow();
        return db;
    }

    /** Creates the table, unless there is one: that is then left as it is. */
    private void createTable() {
        try {
            connection.createTable(TABLE);
        } catch (ResourceInUseException e) {
            return;
        }
        DynamoDbClient client = connection.client();
        client.updateTimeToLive(request -> request.tableName(TABLE.name())
                .timeToLiveSpecification(spec -> spec.enabled(true).attributeName("expires_at")));
    }

    @Override
    public void close() {
        connection.close();
    }
}
