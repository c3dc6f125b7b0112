package dev.tempest.tests.regions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.OutcomeUnknownException;
import dev.tempest.docs.locking.Playlist;
import dev.tempest.docs.locking.PlaylistItem;
import dev.tempest.docs.locking.TracedDb;
import dev.tempest.sdk2.HomeRegions;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.WrongRegionException;
import dev.tempest.testing.DynamoDbConnection;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.LocalDynamoDb;
import dev.tempest.testing.TestRegions;
import dev.tempest.testing.TestTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Eight writers in three Regions add tracks to four playlists. A fifth of the responses to their writes is lost, and Regions are
 * cut off from each other and connected again, as a seed has it.
 */
class RegionSimulationTest {
    private static final int WRITERS = 8;
    private static final double LOST_RESPONSES = 0.2;
    private static final List<String> PLAYLISTS = List.of("P0", "P1", "P2", "P3");
    private static final List<String> USA = List.of("us-east-1", "us-east-2", "us-west-2");

    /** A database for each Region, by a network that loses responses, and one that loses none. */
    private static final class World implements AutoCloseable {
        final Map<String, TracedDb> lossy = new TreeMap<>();
        final TracedDb calm;
        final DynamoDbConnection connection;

        World(TestRegions regions, int seed, HomeRegions homes) {
            connection = DynamoDbConnection.embedded(LocalDynamoDb.shared());
            connection.createTable(TestTable.create("playlists", PlaylistItem.class), regions);
            for (String region : regions.replicas()) {
                FaultyHttp network = FaultyHttp.builder()
                        .seed(seed)
                        .rate(LOST_RESPONSES, Fault.responseLost(), "UpdateItem")
                        .build();
                lossy.put(
                        region,
                        LogicalDb.builder(TracedDb.class)
                                .enhancedClient(connection
                                        .with(network)
                                        .inRegion(region)
                                        .enhancedClient())
                                .homeRegions(homes)
                                .build());
            }
            calm = connection.inRegion(regions.first()).logicalDb(TracedDb.class);
            PLAYLISTS.forEach(token -> calm.music().playlists().create(new Playlist(token, "Night drive")));
            connection.regions().replicate();
        }

        void add(String region, String token, String track) {
            add(lossy.get(region), token, track);
        }

        /** As the page on optimistic locking has it: a writer that is told that it is not known looks, and begins again. */
        static void add(TracedDb db, String token, String track) {
            while (true) {
                try {
                    db.music()
                            .playlists()
                            .update(
                                    new Playlist.Key(token),
                                    playlist -> playlist.playlist_tracks().contains(track)
                                            ? playlist
                                            : playlist.with(track));
                    return;
                } catch (OutcomeUnknownException e) {
                    // The change looks whether it was made.
                }
            }
        }

        List<String> tracks(String token) {
            return calm.music().playlists().load(new Playlist.Key(token), true).playlist_tracks();
        }

        @Override
        public void close() {
            connection.close();
        }
    }

    private static HomeRegions anywhere() {
        return HomeRegions.builder().anywhere(Playlist.class).build();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void eventualConsistencyLosesExactlyWhatLastWriterWinsImplies(int seed) {
        Random random = new Random(seed);
        try (World world = new World(TestRegions.eventual(USA.get(0), USA.get(1), USA.get(2)), seed, anywhere())) {
            LastWriterWins oracle = new LastWriterWins(USA, Set.copyOf(PLAYLISTS));
            Set<Set<String>> cuts = new HashSet<>();
            List<String> all = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                int writer = random.nextInt(WRITERS);
                String token = PLAYLISTS.get(random.nextInt(PLAYLISTS.size()));
                String track = token + " " + i + " by writer " + writer;
                world.add(USA.get(writer % USA.size()), token, track);
                oracle.append(USA.get(writer % USA.size()), token, track);
                all.add(track);
                change(world, oracle, cuts, random);
            }
            world.connection.regions().heal();
            world.connection.regions().replicate();
            USA.forEach(from -> USA.forEach(to -> oracle.replicate(from, to)));

            List<LastWriterWins.Loss> losses = oracle.losses();
            Set<String> lost = new HashSet<>(all);
            for (String token : PLAYLISTS) {
                List<String> stored = world.tracks(token);
                assertThat(stored).as("seed %s, %s", seed, token).isEqualTo(oracle.tracks(USA.get(0), token));
                assertThat(stored).doesNotHaveDuplicates();
                lost.removeAll(stored);
            }
            assertThat(lost)
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(
                            losses.stream().map(LastWriterWins.Loss::track).toList());
            System.out.println("Eventual consistency, seed " + seed + ": of 200 changes " + lost.size()
                    + " are lost, each to a later write that had not seen it; such as "
                    + losses.get(0).track()
                    + " to the write " + losses.get(0).by().number() + " in "
                    + losses.get(0).by().region());
        }
    }

    /** Something happens to the network, or not. */
    private static void change(World world, LastWriterWins oracle, Set<Set<String>> cuts, Random random) {
        String one = USA.get(random.nextInt(3));
        String other = USA.get(random.nextInt(3));
        if (one.equals(other)) {
            return;
        }
        int dice = random.nextInt(10);
        if (dice == 0) {
            world.connection.regions().partition(one, other);
            cuts.add(Set.of(one, other));
        } else if (dice == 1) {
            world.connection.regions().heal(one, other);
            cuts.remove(Set.of(one, other));
        } else if (dice < 7) {
            world.connection.regions().replicate(one, other);
            if (!cuts.contains(Set.of(one, other))) {
                oracle.replicate(one, other);
            }
        }
    }

    @Test
    void strongConsistencyLosesNothingAndDoesNothingTwice() {
        ScheduledExecutorService healer = Executors.newSingleThreadScheduledExecutor();
        try (World world = new World(TestRegions.strong(USA.get(0), USA.get(1), USA.get(2)), 1, anywhere())) {
            // The last writers may be those of the isolated Region, and wait for somebody else.
            var healing = healer.scheduleWithFixedDelay(
                    () -> world.connection.regions().heal(), 200, 200, TimeUnit.MILLISECONDS);
            runTogether(world, (random, region, token, track) -> {
                int dice = random.nextInt(10);
                if (dice == 0) {
                    isolateOne(world, USA.get(random.nextInt(3)));
                } else if (dice < 6) {
                    world.connection.regions().heal();
                }
                world.add(region, token, track);
            });
            healing.cancel(false);
        } finally {
            healer.shutdownNow();
        }
    }

    /** Never two: then no Region would have a majority, and all writers would wait. */
    private static synchronized void isolateOne(World world, String region) {
        world.connection.regions().heal();
        world.connection.regions().isolate(region);
    }

    @Test
    void homeRegionsLoseNothingAndDoNothingTwice() {
        HomeRegions homes = HomeRegions.builder()
                .home(
                        Playlist.class,
                        Playlist.Key.class,
                        key -> USA.get(PLAYLISTS.indexOf(key.playlist_token()) % USA.size()))
                .build();
        try (World world = new World(TestRegions.eventual(USA.get(0), USA.get(1), USA.get(2)), 1, homes)) {
            runTogether(world, (random, region, token, track) -> {
                int dice = random.nextInt(10);
                if (dice == 0) {
                    world.connection.regions().isolate(USA.get(random.nextInt(3)));
                } else if (dice == 1) {
                    world.connection.regions().heal();
                } else {
                    world.connection.regions().replicateNext();
                }
                try {
                    world.add(region, token, track);
                } catch (WrongRegionException e) {
                    world.add(e.homeRegion(), token, track);
                }
            });
        }
    }

    private interface Change {
        void make(Random random, String region, String token, String track);
    }

    private static void runTogether(World world, Change change) {
        Map<String, List<String>> made = new HashMap<>();
        PLAYLISTS.forEach(token -> made.put(token, new ArrayList<>()));
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<CompletableFuture<Void>> writers = new ArrayList<>();
            IntStream.range(0, WRITERS).forEach(writer -> {
                List<String> tokens = new ArrayList<>();
                Random random = new Random(writer);
                for (int i = 0; i < 25; i++) {
                    String token = PLAYLISTS.get(random.nextInt(PLAYLISTS.size()));
                    tokens.add(token);
                    made.get(token).add("track " + i + " of writer " + writer);
                }
                writers.add(CompletableFuture.runAsync(
                        () -> {
                            for (int i = 0; i < tokens.size(); i++) {
                                change.make(
                                        random,
                                        USA.get(writer % USA.size()),
                                        tokens.get(i),
                                        "track " + i + " of writer " + writer);
                            }
                            world.connection.regions().heal();
                        },
                        threads));
            });
            CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new)).join();
        } finally {
            threads.shutdownNow();
        }
        world.connection.regions().heal();
        world.connection.regions().replicate();
        made.forEach((token, tracks) -> assertThat(world.tracks(token)).containsExactlyInAnyOrderElementsOf(tracks));
    }
}
