package dev.tempest.samples.musiclibrary;

import dev.tempest.samples.discography.Discography;
import dev.tempest.samples.scenes.LoadingScene;
import dev.tempest.samples.scenes.RaceScene;
import dev.tempest.samples.scenes.Tour;
import dev.tempest.samples.terminal.HelpTexts;
import dev.tempest.samples.terminal.Options;
import dev.tempest.samples.terminal.Program;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.testing.DynamoDbConnection;
import dev.tempest.testing.TestTable;
import java.io.PrintStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** The program: loads a discography, shows it, and lets several writers change one playlist at the same time. */
public final class MusicLibrary {
    static final Program PROGRAM = new Program(HelpTexts.MUSIC_LIBRARY, SdkException.class, MusicLibrary::run);

    private static final TestTable TABLE = TestTable.create(MusicDb.MUSIC_TABLE_NAME, MusicTable.class);

    private MusicLibrary() {}

    public static void main(String[] args) throws InterruptedException {
        PROGRAM.runAndExit(args);
    }

    private static boolean run(Options options, PrintStream out, PrintStream err) throws InterruptedException {
        try (DynamoDbConnection connection = connect(options)) {
            out.println("Music library "
                    + options.place(() ->
                            connection.client().serviceClientConfiguration().region()));
            MusicDb db = LogicalDb.create(MusicDb.class, connection.enhancedClient());
            if (isThere(connection)) {
                // Somebody else's of the same name might well take the program's rows, which would be a mess for both.
                db.checkTables().orThrow();
                out.printf("Uses the table %s, which is there already.%n", TABLE.name());
            } else {
                createTable(connection, out);
            }

            Discography discography = Discography.bundled();
            StoredAlbums albums = new StoredAlbums(db.music());
            boolean complete = new LoadingScene(albums).play(discography, out, err);
            new Tour(albums, out).show(discography);
            boolean exact = new RaceScene(new StoredPlaylists(db.music()), out).play(discography);
            return complete && exact;
        }
    }

    private static DynamoDbConnection connect(Options options) {
        if (options instanceof Options.Endpoint endpoint) {
            return DynamoDbConnection.to(endpoint.uri());
        }
        return options instanceof Options.Aws ? DynamoDbConnection.aws() : DynamoDbConnection.embedded();
    }

    private static boolean isThere(DynamoDbConnection connection) {
        try {
            connection.client().describeTable(request -> request.tableName(TABLE.name()));
            return true;
        } catch (ResourceNotFoundException e) {
            return false;
        }
    }

    private static void createTable(DynamoDbConnection connection, PrintStream out) {
        CreateTableRequest request = TABLE.request();
        out.printf(
                "Creates the table %s, billed on demand, with %d local and %d global indexes.%n",
                request.tableName(),
                request.localSecondaryIndexes().size(),
                request.globalSecondaryIndexes().size());
        connection.createTableIfAbsent(TABLE);
    }
}
