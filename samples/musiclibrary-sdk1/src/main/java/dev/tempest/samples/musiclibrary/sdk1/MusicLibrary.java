package dev.tempest.samples.musiclibrary.sdk1;

import com.amazonaws.SdkBaseException;
import com.amazonaws.regions.DefaultAwsRegionProviderChain;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.model.CreateTableRequest;
import com.amazonaws.services.dynamodbv2.model.ResourceNotFoundException;
import com.amazonaws.services.dynamodbv2.model.TableDescription;
import dev.tempest.samples.discography.Discography;
import dev.tempest.samples.scenes.LoadingScene;
import dev.tempest.samples.scenes.RaceScene;
import dev.tempest.samples.scenes.Tour;
import dev.tempest.samples.terminal.HelpTexts;
import dev.tempest.samples.terminal.Options;
import dev.tempest.samples.terminal.Program;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.testing.sdk1.DynamoDbConnection;
import dev.tempest.testing.sdk1.TestTable;
import java.io.PrintStream;

/** The program: loads a discography, shows it, and lets several writers change one playlist at the same time. */
public final class MusicLibrary {
    static {
        // Before the first class of SDK 1.x, or it tells each time that its support has ended.
        System.setProperty("aws.java.v1.disableDeprecationAnnouncement", "true");
    }

    static final Program PROGRAM = new Program(HelpTexts.MUSIC_LIBRARY, SdkBaseException.class, MusicLibrary::run);

    private static final TestTable TABLE = TestTable.create(MusicItem.class);

    private MusicLibrary() {}

    public static void main(String[] args) throws InterruptedException {
        PROGRAM.runAndExit(args);
    }

    private static boolean run(Options options, PrintStream out, PrintStream err) throws InterruptedException {
        try (DynamoDbConnection connection = connect(options)) {
            out.println("Music library " + options.place(() -> new DefaultAwsRegionProviderChain().getRegion()));
            if (isThere(connection.client())) {
                out.printf("Uses the table %s, which is there already.%n", TABLE.name());
            } else {
                createTable(connection, out);
            }
            MusicDb db = LogicalDb.create(MusicDb.class, connection.mapper());

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

    /**
     * Looks whether there is a table, and whether it can be the program's own: somebody else's of the same name might well
     * take its rows, which would be a mess for both.
     */
    private static boolean isThere(AmazonDynamoDB client) {
        TableDescription found;
        try {
            found = client.describeTable(TABLE.name()).getTable();
        } catch (ResourceNotFoundException e) {
            return false;
        }
        if (!found.getKeySchema().equals(TABLE.request().getKeySchema())) {
            throw new IllegalStateException("There is a table %s already, with the key %s. Nothing was written to it."
                    .formatted(TABLE.name(), found.getKeySchema()));
        }
        return true;
    }

    private static void createTable(DynamoDbConnection connection, PrintStream out) {
        CreateTableRequest request = TABLE.request();
        out.printf(
                "Creates the table %s, billed on demand, with %d local and %d global indexes.%n",
                request.getTableName(),
                request.getLocalSecondaryIndexes().size(),
                request.getGlobalSecondaryIndexes().size());
        connection.createTableIfAbsent(TABLE);
    }
}
