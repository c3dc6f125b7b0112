package dev.tempest.samples.optimisticlocking;

import static java.util.Objects.requireNonNull;

import dev.tempest.sdk2.LogicalDb;
import dev.tempest.testing.DynamoDbConnection;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestTable;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Lets eight writers add tracks to one playlist, in four ways, on a network that loses a fifth of the answers to writes, and
 * counts what became of their changes.
 */
public final class OptimisticLocking {
    private static final double LOST_ANSWERS = 0.2;
    private static final Contest CONTEST = new Contest(8, 25);

    private OptimisticLocking() {}

    /** Ends with status 1 if a way that is to be exact is not. */
    public static void main(String[] arguments) throws InterruptedException {
        if (!run(System.out, CONTEST)) {
            System.exit(1);
        }
    }

    static boolean run(PrintStream out, Contest contest) throws InterruptedException {
        try (DynamoDbConnection connection = DynamoDbConnection.embedded()) {
            connection.createTable(TestTable.create(PlaylistDb.TABLE, PlaylistItem.class));
            FaultyHttp network = FaultyHttp.builder()
                    .seed(1)
                    .rate(LOST_ANSWERS, Fault.responseLost(), "PutItem", "TransactWriteItems")
                    .build();
            DynamoDbConnection lossy = connection.with(network);
            PlaylistDb db = LogicalDb.create(PlaylistDb.class, lossy.enhancedClient());
            PlaylistDb.Traced traced = LogicalDb.create(PlaylistDb.Traced.class, lossy.enhancedClient());
            // What is stored in the end is read without losses.
            PlaylistDb calm = LogicalDb.create(PlaylistDb.class, connection.enhancedClient());
            PlaylistDb.Traced calmTraced = LogicalDb.create(PlaylistDb.Traced.class, connection.enhancedClient());

            out.printf(
                    "%d writers add %d tracks each to one playlist. A fifth of the answers to their writes is lost.%n%n",
                    contest.writers(), contest.tracksEach());
            out.printf("%-44s %8s %6s %6s %9s %8s%n", "", "changes", "lost", "twice", "requests", "seconds");
            Map<String, Writer> ways = new LinkedHashMap<>();
            ways.put("last writer wins", Writer.unguarded(db));
            ways.put("a condition, and a loop by hand", Writer.guardedByHand(db));
            ways.put("update, with a write token", Writer.traced(traced));
            ways.put("update, as transactions", Writer.transactional(db));
            boolean exact = true;
            for (Map.Entry<String, Writer> way : ways.entrySet()) {
                String token = way.getKey();
                boolean versioned = token.startsWith("update");
                if (versioned) {
                    calmTraced.traced().versioned().save(new VersionedPlaylist(token));
                } else {
                    calm.plain().playlists().save(new Playlist(token));
                }
                long before = network.requests();
                Contest.Result result = contest.run(token, way.getValue(), name -> tracks(calm, name));
                print(out, way.getKey(), result, network.requests() - before);
                exact &= !versioned || result.isExact();
            }
            out.printf(
                    "%nA condition keeps writers from undoing each other's work. But a writer whose answer was lost is refused%n"
                            + "because of its own write, and does its change once more. Those that know their own writes are exact.%n");
            return exact;
        }
    }

    private static List<String> tracks(PlaylistDb db, String playlistToken) {
        return requireNonNull(db.plain().playlists().load(new Playlist.Key(playlistToken), true))
                .playlist_tracks();
    }

    private static void print(PrintStream out, String way, Contest.Result result, long requests) {
        out.printf(
                Locale.ROOT,
                "%-44s %8d %6d %6d %9d %8.1f%n",
                way,
                result.changes(),
                result.lost(),
                result.twice(),
                requests,
                result.time().toMillis() / 1000.0);
    }
}
