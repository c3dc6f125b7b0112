package dev.tempest.samples.optimisticlocking;

import static java.util.Objects.requireNonNull;

import dev.tempest.samples.items.VersionedPlaylist;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.HomeRegions;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.WrongRegionException;
import dev.tempest.testing.DynamoDbConnection;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestRegions;
import dev.tempest.testing.TestTable;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** Two Regions add a track each to one playlist, with optimistic locking in both: on both kinds of global tables. */
public final class TwoRegions {
    private static final VersionedPlaylist.Key KEY = new VersionedPlaylist.Key("PLAYLIST_1");
    private static final String ONE = "So What";
    private static final String OTHER = "Blue Train";

    private final PrintStream out;

    private TwoRegions(PrintStream out) {
        this.out = out;
    }

    /** Runs the scenes on an embedded DynamoDB. */
    public static void main(String[] arguments) {
        run(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    static void run(PrintStream out) {
        TwoRegions scenes = new TwoRegions(out);
        out.println("Two Regions add a track each to one playlist, with optimistic locking in both.");
        scenes.eventual();
        scenes.strong();
        scenes.homeRegion();
    }

    /** Each Region finds the version that it has read, and the later write wins. */
    private void eventual() {
        out.println("\nEventual consistency");
        try (DynamoDbConnection connection = connect(TestRegions.eventual("us-east-1", "eu-west-1"))) {
            add(connection, "us-east-1", ONE);
            add(connection, "eu-west-1", OTHER);
            connection.regions().replicate();
            result(connection);
        }
    }

    /** The write in Ohio comes while that in Virginia is under way. */
    private void strong() {
        out.println("\nStrong consistency");
        try (DynamoDbConnection connection = connect(TestRegions.strong("us-east-1", "us-east-2", "us-west-2"))) {
            CountDownLatch conflict = new CountDownLatch(1);
            FaultyHttp network = FaultyHttp.builder()
                    .when(
                            request -> {
                                if (request.operation().equals("UpdateItem") && request.number() == 2) {
                                    // The first one was rejected.
                                    conflict.countDown();
                                }
                                return false;
                            },
                            Fault.throttled())
                    .build();
            PlaylistDb.Async ohio = AsyncLogicalDb.create(
                    PlaylistDb.Async.class,
                    connection.inRegion("us-east-2").with(network).enhancedAsyncClient());
            AtomicReference<CompletableFuture<VersionedPlaylist>> update = new AtomicReference<>();
            connection.regions().duringNextWrite("us-east-1", () -> {
                update.set(ohio.plain().versioned().updateAsync(KEY, playlist -> playlist.with(OTHER)));
                await(conflict);
            });
            add(connection, "us-east-1", ONE);
            out.println("  us-east-2 met that write: ReplicatedWriteConflictException");
            added("us-east-2", OTHER, requireNonNull(update.get()).join());
            result(connection);
        }
    }

    /** One Region writes the item, and the other one sends its change there. */
    private void homeRegion() {
        out.println("\nEventual consistency, and us-east-1 as the home of the playlist");
        try (DynamoDbConnection connection = connect(TestRegions.eventual("us-east-1", "eu-west-1"))) {
            add(connection, "us-east-1", ONE);
            HomeRegions homes = HomeRegions.allIn(() -> "us-east-1");
            PlaylistDb europe = LogicalDb.builder(PlaylistDb.class)
                    .enhancedClient(connection.inRegion("eu-west-1").enhancedClient())
                    .homeRegions(homes)
                    .build();
            try {
                europe.plain().versioned().update(KEY, playlist -> playlist.with(OTHER));
            } catch (WrongRegionException e) {
                out.println("  eu-west-1 sends its change home: WrongRegionException");
                add(connection, e.homeRegion(), OTHER);
            }
            connection.regions().replicate();
            result(connection);
        }
    }

    private static DynamoDbConnection connect(TestRegions regions) {
        DynamoDbConnection connection = DynamoDbConnection.embedded();
        connection.createTable(TestTable.create(PlaylistDb.TABLE, PlaylistDb.PlainTable.class), regions);
        playlists(connection, regions.first()).save(new VersionedPlaylist("PLAYLIST_1"));
        connection.regions().replicate();
        return connection;
    }

    private static InlineView<VersionedPlaylist.Key, VersionedPlaylist> playlists(
            DynamoDbConnection connection, String region) {
        return connection.inRegion(region).logicalDb(PlaylistDb.class).plain().versioned();
    }

    private void add(DynamoDbConnection connection, String region, String track) {
        added(region, track, playlists(connection, region).update(KEY, playlist -> playlist.with(track)));
    }

    private void added(String region, String track, VersionedPlaylist playlist) {
        out.println("  " + region + " added \"" + track + "\": version " + playlist.playlist_version());
    }

    private void result(DynamoDbConnection connection) {
        List<String> stored = requireNonNull(playlists(connection, "us-east-1").load(KEY, true))
                .playlist_tracks();
        List<String> lost = List.of(ONE, OTHER).stream()
                .filter(track -> !stored.contains(track))
                .toList();
        out.println("  stored in the end: " + stored + ", lost: " + (lost.isEmpty() ? "nothing" : lost));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
