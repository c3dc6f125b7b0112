package dev.tempest.tests.concurrency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.BeginsWith;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyEndpoint;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import dev.tempest.tests.faces.Media;
import dev.tempest.tests.faces.Media.Track;
import dev.tempest.tests.faces.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** How much a blocking database sends at once. */
class ParallelRequestsTest {
    @RegisterExtension
    final TestDb db = Media.tables();

    private final List<Track> tracks = Media.tracks("a", 120);
    private final List<Track.Key> keys =
            IntStream.range(0, 1_000).mapToObj(i -> Media.track("a", i).key()).toList();

    private Media.Db open(Gate gate, int maxParallelRequests) {
        return open(
                db.connection()
                        .clientBuilder()
                        .overrideConfiguration(config -> config.addExecutionInterceptor(gate))
                        .build(),
                maxParallelRequests);
    }

    private static Media.Db open(DynamoDbClient client, int maxParallelRequests) {
        return LogicalDb.builder(Media.Db.class)
                .enhancedClient(
                        DynamoDbEnhancedClient.builder().dynamoDbClient(client).build())
                .maxParallelRequests(maxParallelRequests)
                .build();
    }

    private void save() {
        db.logicalDb(Media.Db.class)
                .batchWrite(BatchWriteSet.builder().clobber(tracks).build());
    }

    @Test
    void callersShareTheRoomAndNeverWaitForIt() {
        save();
        Gate gate = new Gate("BatchGetItem", 3 + 4);
        Media.Db media = open(gate, 4);
        ExecutorService callers = Executors.newFixedThreadPool(3);

        List<CompletableFuture<Integer>> loads = IntStream.range(0, 3)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> media.batchLoad(keys).size(), callers))
                .toList();

        assertThat(loads).extracting(Waiting::result).containsOnly(tracks.size());
        assertThat(gate.peak()).isEqualTo(7);
        callers.shutdown();
    }

    @Test
    void oneCallerHasTenRequestsUnderWay() {
        Gate gate = new Gate("BatchGetItem", 10);

        assertThat(open(gate, 30).batchLoad(keys)).isEmpty();

        assertThat(gate.peak()).isEqualTo(10);
    }

    @Test
    void writesShareTheRoomToo() {
        Gate gate = new Gate("BatchWriteItem", 3);

        assertThat(open(gate, 2)
                        .batchWrite(BatchWriteSet.builder().clobber(tracks).build())
                        .isSuccessful())
                .isTrue();

        assertThat(gate.peak()).isEqualTo(3);
    }

    @Test
    void aParallelScanReadsAsManySegmentsAtOnceAsThereIsRoom() {
        save();
        Gate gate = new Gate("Scan", 2);

        assertThat(open(gate, 2)
                        .media()
                        .tracks()
                        .parallelScan(9, ScanConfig.builder().pageSize(3).build()))
                .containsExactlyInAnyOrderElementsOf(tracks);

        assertThat(gate.peak()).isEqualTo(2);
    }

    @Test
    void withoutRoomTheCallersThreadDoesAllOfItsRequests() {
        save();
        Gate gate = new Gate("", 1);
        Media.Db media = open(gate, 0);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();

        assertThat(media.batchLoad(keys)).hasSize(tracks.size());
        assertThat(media.media()
                        .tracks()
                        .parallelScan(
                                5,
                                ScanConfig.builder()
                                        .onUnreadableItem(row -> threads.add(Thread.currentThread()))
                                        .build()))
                .hasSize(tracks.size());
        assertThat(media.media()
                        .tracks()
                        .queryAllContents(
                                new BeginsWith<>(new Track.Key("a")),
                                QueryConfig.builder().pageSize(7).build()))
                .hasSize(tracks.size());

        assertThat(gate.peak()).isEqualTo(1);
    }

    @Test
    void aClientWithOneConnectionServesABatchAndAScan() {
        save();
        FaultyHttp slow = FaultyHttp.builder()
                .rate(1, Fault.delayed(Duration.ofMillis(60)), "BatchGetItem", "Scan", "Query")
                .build();
        try (FaultyEndpoint network = slow.proxyTo(db.connection().endpoint());
                DynamoDbClient client = db.connection()
                        .clientBuilder()
                        .endpointOverride(network.endpoint())
                        .httpClient(Apache5HttpClient.builder()
                                .maxConnections(1)
                                .connectionAcquisitionTimeout(Duration.ofMillis(10))
                                .build())
                        .overrideConfiguration(config -> config.retryStrategy(retries -> retries.maxAttempts(1)))
                        .build()) {
            Media.Db media = open(client, 30);

            assertThat(media.batchLoad(keys)).hasSize(tracks.size());
            assertThat(media.media()
                            .tracks()
                            .parallelScan(4, ScanConfig.builder().pageSize(20).build()))
                    .containsExactlyInAnyOrderElementsOf(tracks);
            assertThat(media.media()
                            .tracks()
                            .queryAllContents(
                                    new BeginsWith<>(new Track.Key("a")),
                                    QueryConfig.builder().pageSize(20).build()))
                    .containsExactlyElementsOf(tracks);
        }
    }

    @Test
    void refusesLessThanNothing() {
        assertThatThrownBy(() -> LogicalDb.builder(Media.Db.class).maxParallelRequests(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxParallelRequests must be 0 or more, not -1.");
    }
}
