package dev.tempest.samples.musiclibrary;

import dev.tempest.samples.musiclibrary.model.MusicDb;
import dev.tempest.samples.musiclibrary.model.MusicItem;
import dev.tempest.samples.musiclibrary.model.MusicTable;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.testing.DynamoDbConnection;
import dev.tempest.testing.TestTable;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** The connection to whichever DynamoDB the user chose, and the one table that the program has in it. */
final class Database implements AutoCloseable {
    private static final TestTable MUSIC_TABLE = TestTable.create(MusicDb.MUSIC_TABLE_NAME, MusicItem.class);

    private final DynamoDbConnection connection;
    private final String place;

    private Database(DynamoDbConnection connection, String place) {
        this.connection = connection;
        this.place = place;
    }

    static Database embedded() {
        return new Database(DynamoDbConnection.embedded(), "on an embedded DynamoDB Local");
    }

    static Database at(URI endpoint) {
        return new Database(DynamoDbConnection.to(endpoint), "at " + endpoint);
    }

    static Database aws() {
        DynamoDbConnection connection = DynamoDbConnection.aws();
        return new Database(
                connection,
                "in AWS, region "
                        + connection.client().serviceClientConfiguration().region());
    }

    /** Where this is, in words that follow on "the library is ...". */
    String place() {
        return place;
    }

    MusicTable musicTable() {
        return LogicalDb.create(MusicDb.class, connection.enhancedClient()).music();
    }

    /** The table, if there is one already. */
    Optional<TableDescription> findTable() {
        try {
            return Optional.of(connection
                    .client()
                    .describeTable(request -> request.tableName(MUSIC_TABLE.name()))
                    .table());
        } catch (ResourceNotFoundException e) {
            return Optional.empty();
        }
    }

    /** What {@link #createTable} would create. */
    CreateTableRequest tableToCreate() {
        return MUSIC_TABLE.request();
    }

    /** Creates the table, unless another run of the program is faster. */
    void createTable() {
        connection.createTableIfAbsent(MUSIC_TABLE);
    }

    /**
     * Looks whether a table can be the program's own. Somebody else's of the same name might well take the program's rows,
     * which would be a mess for both.
     *
     * @throws IllegalStateException if it cannot
     */
    void checkTable(TableDescription found) {
        Set<String> missing = TableLayout.of(found).missing(TableLayout.of(MUSIC_TABLE.request()));
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "There is a table \"%s\" already, but it is none of ours: it lacks %s. Nothing was written to it."
                            .formatted(MUSIC_TABLE.name(), String.join(", ", missing)));
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
