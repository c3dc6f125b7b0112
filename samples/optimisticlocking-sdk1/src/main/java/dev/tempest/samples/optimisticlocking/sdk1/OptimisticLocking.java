package dev.tempest.samples.optimisticlocking.sdk1;

import static com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.ConsistentReads.CONSISTENT;
import static java.util.Objects.requireNonNull;

import com.amazonaws.SdkBaseException;
import dev.tempest.samples.contest.Contest;
import dev.tempest.samples.contest.Outcome;
import dev.tempest.samples.contest.Scoreboard;
import dev.tempest.samples.items.Playlist;
import dev.tempest.samples.terminal.HelpTexts;
import dev.tempest.samples.terminal.Options;
import dev.tempest.samples.terminal.Program;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.sdk1.DynamoDbConnection;
import dev.tempest.testing.sdk1.TestTable;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lets eight writers add tracks to one playlist, in six ways, on a network that loses a fifth of the responses to writes, and
 * counts what became of their changes.
 */
public final class OptimisticLocking {
    private static final double LOST_RESPONSES = 0.2;
    private static final String LOOKING = "a version, and a look before each try";
    private static final String TRANSACTIONAL = "a version, in a transaction";
    private static final Set<String> EXACT = Set.of(LOOKING, TRANSACTIONAL);

    private OptimisticLocking() {}

    /** Ends with status 1 if a way that is to be exact is not. */
    public static void main(String[] arguments) throws InterruptedException {
        // Or SDK 1.x tells each time that its support has ended.
        System.setProperty("aws.java.v1.disableDeprecationAnnouncement", "true");
        program(Contest.USUAL).runAndExit(arguments);
    }

    static Program program(Contest contest) {
        return new Program(
                HelpTexts.OPTIMISTIC_LOCKING,
                SdkBaseException.class,
                (options, out, err) -> run(options, out, contest));
    }

    private static boolean run(Options options, PrintStream out, Contest contest) throws InterruptedException {
        try (DynamoDbConnection connection = connect(options)) {
            connection.createTableIfAbsent(TestTable.create(PlaylistItem.class));
            FaultyHttp network = FaultyHttp.builder()
                    .seed(1)
                    .rate(LOST_RESPONSES, Fault.responseLost(), "PutItem", "TransactWriteItems")
                    .build();
            // AWS takes no request that was signed for another host, so that nothing can stand in between.
            boolean lossy = !(options instanceof Options.Aws);
            DynamoDbConnection writers = lossy ? connection.with(network) : connection;
            PlaylistDb db = LogicalDb.create(PlaylistDb.class, writers.mapper());
            PlaylistDb.Mapped mapped = LogicalDb.create(PlaylistDb.Mapped.class, writers.mapper());
            // What is stored in the end is read without losses.
            PlaylistDb calm = LogicalDb.create(PlaylistDb.class, connection.mapper());

            Map<String, Contest.Writer> ways = new LinkedHashMap<>();
            ways.put("last writer wins", Writers.unguarded(db));
            ways.put("a condition, and a loop by hand", Writers.guardedByHand(db));
            ways.put("the mapper's version, and a loop", Writers.versionedByTheMapper(mapped));
            ways.put("Tempest's @Version, and a loop", Writers.versioned(db));
            ways.put(LOOKING, Writers.looking(db));
            ways.put(TRANSACTIONAL, Writers.transactional(db));
            Scoreboard scoreboard = new Scoreboard(out);
            scoreboard.start(contest.writers(), contest.tracksEach(), lossy);
            boolean exact = true;
            for (Map.Entry<String, Contest.Writer> way : ways.entrySet()) {
                String token = way.getKey();
                calm.plain().playlists().save(new Playlist(token));
                long before = network.requests();
                Outcome outcome = contest.run(token, way.getValue(), name -> tracks(calm, name));
                scoreboard.line(token, outcome, network.requests() - before);
                exact &= !EXACT.contains(token) || outcome.isExact();
            }
            scoreboard.end("""
                    With a version, writers do not undo each other's work. But if a response is lost, the condition of the
                    retry fails because of the writer's own write, and the change is applied twice, unless the item shows
                    that it was applied, or DynamoDB recognises the write. SDK 1.x has no update() that does all of this.
                    """);
            return exact;
        }
    }

    private static DynamoDbConnection connect(Options options) {
        if (options instanceof Options.Endpoint endpoint) {
            return DynamoDbConnection.to(endpoint.uri());
        }
        return options instanceof Options.Aws ? DynamoDbConnection.aws() : DynamoDbConnection.embedded();
    }

    private static List<String> tracks(PlaylistDb db, String playlistToken) {
        return requireNonNull(db.plain().playlists().load(new Playlist.Key(playlistToken), CONSISTENT))
                .playlist_tracks();
    }
}
