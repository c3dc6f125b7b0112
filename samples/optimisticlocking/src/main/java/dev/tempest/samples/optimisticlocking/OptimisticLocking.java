package dev.tempest.samples.optimisticlocking;

import static java.util.Objects.requireNonNull;

import dev.tempest.samples.contest.Contest;
import dev.tempest.samples.contest.Outcome;
import dev.tempest.samples.contest.Scoreboard;
import dev.tempest.samples.items.Playlist;
import dev.tempest.samples.items.VersionedPlaylist;
import dev.tempest.samples.terminal.HelpTexts;
import dev.tempest.samples.terminal.Options;
import dev.tempest.samples.terminal.Program;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.testing.DynamoDbConnection;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestTable;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Lets eight writers add tracks to one playlist, in four ways, on a network that loses a fifth of the responses to writes, and
 * counts what became of their changes.
 */
public final class OptimisticLocking {
    private static final double LOST_RESPONSES = 0.2;

    private OptimisticLocking() {}

    /** Ends with status 1 if a way that is to be exact is not. */
    public static void main(String[] arguments) throws InterruptedException {
        program(Contest.USUAL).runAndExit(arguments);
    }

    static Program program(Contest contest) {
        return new Program(
                HelpTexts.OPTIMISTIC_LOCKING, SdkException.class, (options, out, err) -> run(options, out, contest));
    }

    private static boolean run(Options options, PrintStream out, Contest contest) throws InterruptedException {
        try (DynamoDbConnection connection = connect(options)) {
            connection.createTableIfAbsent(TestTable.create(PlaylistDb.TABLE, PlaylistDb.PlainTable.class));
            FaultyHttp network = FaultyHttp.builder()
                    .seed(1)
                    .rate(LOST_RESPONSES, Fault.responseLost(), "PutItem", "UpdateItem", "TransactWriteItems")
                    .build();
            DynamoDbConnection lossy = connection.with(network);
            PlaylistDb db = LogicalDb.create(PlaylistDb.class, lossy.enhancedClient());
            PlaylistDb.Traced traced = LogicalDb.create(PlaylistDb.Traced.class, lossy.enhancedClient());
            // What is stored in the end is read without losses.
            PlaylistDb calm = LogicalDb.create(PlaylistDb.class, connection.enhancedClient());
            PlaylistDb.Traced calmTraced = LogicalDb.create(PlaylistDb.Traced.class, connection.enhancedClient());
            calm.checkTables().orThrow();

            Map<String, Contest.Writer> ways = new LinkedHashMap<>();
            ways.put("last writer wins", Writers.unguarded(db));
            ways.put("a condition, and a loop by hand", Writers.guardedByHand(db));
            ways.put("update, with a write token", Writers.traced(traced));
            ways.put("update, as transactions", Writers.transactional(db));
            Scoreboard scoreboard = new Scoreboard(out);
            scoreboard.start(contest.writers(), contest.tracksEach(), true);
            boolean exact = true;
            for (Map.Entry<String, Contest.Writer> way : ways.entrySet()) {
                String token = way.getKey();
                boolean knowsItsWrites = token.startsWith("update");
                if (knowsItsWrites) {
                    calmTraced.traced().versioned().deleteKey(new VersionedPlaylist.Key(token));
                    calmTraced.traced().versioned().save(new VersionedPlaylist(token));
                } else {
                    calm.plain().playlists().save(new Playlist(token));
                }
                long before = network.requests();
                Outcome outcome = contest.run(token, way.getValue(), name -> tracks(calm, name));
                scoreboard.line(token, outcome, network.requests() - before);
                exact &= !knowsItsWrites || outcome.isExact();
            }
            scoreboard.end("""
                    With a condition, writers do not undo each other's work. But if a response is lost, the condition of the
                    retry fails because of the writer's own write, and the loop by hand applies its change twice. update
                    recognises its own writes: nothing is lost, and nothing is there twice.
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
        return requireNonNull(db.plain().playlists().load(new Playlist.Key(playlistToken), true))
                .playlist_tracks();
    }
}
