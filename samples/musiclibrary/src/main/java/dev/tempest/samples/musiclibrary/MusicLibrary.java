package dev.tempest.samples.musiclibrary;

import dev.tempest.samples.musiclibrary.discography.Discography;
import dev.tempest.samples.musiclibrary.discography.DiscographyLoader;
import dev.tempest.samples.musiclibrary.discography.LoadReport;
import dev.tempest.samples.musiclibrary.discography.StoredLibrary;
import dev.tempest.samples.musiclibrary.model.MusicTable;
import dev.tempest.samples.musiclibrary.playlists.Playlists;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** The program: loads a discography, shows it, and lets several writers change one playlist at the same time. */
public final class MusicLibrary {
    private static final int SUCCESS = 0;
    private static final int FAILURE = 1;
    private static final int WRONG_USAGE = 2;

    private final PrintStream out;
    private final PrintStream err;

    MusicLibrary(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) throws InterruptedException {
        // Titles come in many scripts. Java 17 would write them in the platform's charset, and that is often ASCII.
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int status = new MusicLibrary(out, err).run(List.of(args));
        if (status != SUCCESS) {
            System.exit(status);
        }
    }

    /**
     * Runs the program.
     *
     * @return its exit status
     */
    int run(List<String> arguments) throws InterruptedException {
        try {
            Options options = Options.parse(arguments);
            if (options instanceof Options.Help) {
                out.print(Options.HELP);
                return SUCCESS;
            }
            try (Database database = open(options)) {
                return run(database) ? SUCCESS : FAILURE;
            }
        } catch (Options.WrongOptionException e) {
            err.println(e.getMessage() + " See --help.");
            return WRONG_USAGE;
        } catch (SdkException | IllegalStateException e) {
            // No credentials, no region, no answer, no such rights: the message says it, a stack trace would hide it.
            err.println("Failed: " + e.getMessage());
            return FAILURE;
        }
    }

    private static Database open(Options options) {
        if (options instanceof Options.Endpoint endpoint) {
            return Database.at(endpoint.uri());
        }
        return options instanceof Options.Aws ? Database.aws() : Database.embedded();
    }

    /** Whether all that the program checks is as it should be. */
    private boolean run(Database database) throws InterruptedException {
        out.println("Music library " + database.place());
        prepareTable(database);
        MusicTable table = database.musicTable();
        Discography discography = Discography.bundled();

        boolean complete = load(new DiscographyLoader(table), discography);
        new Tour(table, out).show(discography);
        boolean exact = new RaceScene(new Playlists(table), out).play(discography);
        return complete && exact;
    }

    private void prepareTable(Database database) {
        Optional<TableDescription> found = database.findTable();
        if (found.isPresent()) {
            database.checkTable(found.get());
            out.printf(
                    "Uses the table %s, which is there already.%n", found.get().tableName());
            return;
        }
        CreateTableRequest request = database.tableToCreate();
        out.printf(
                "Creates the table %s, billed on demand, with %d local and %d global indexes.%n",
                request.tableName(),
                request.localSecondaryIndexes().size(),
                request.globalSecondaryIndexes().size());
        database.createTable();
    }

    private boolean load(DiscographyLoader loader, Discography discography) {
        LoadReport report = loader.load(discography);
        out.printf(
                "Loaded %d releases by %d artists, %d tracks.%n",
                report.albumsCreated() + report.albumsFound(),
                discography.artistCount(),
                report.tracksCreated() + report.tracksFound());
        out.printf(
                "  new: %d releases, %d tracks; already there: %d releases, %d tracks%n",
                report.albumsCreated(), report.tracksCreated(), report.albumsFound(), report.tracksFound());

        StoredLibrary stored = loader.readBack(discography);
        out.printf("  read back, and just as in the file: %d releases, %d tracks%n", stored.albums(), stored.tracks());
        stored.problems().forEach(problem -> err.println("Not as in the file: " + problem));
        return stored.holdsAllOf(discography);
    }
}
