package dev.tempest.tests.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.BeginsWith;
import dev.tempest.ItemSet;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import dev.tempest.tests.faces.Media;
import dev.tempest.tests.faces.Media.Track;
import dev.tempest.tests.faces.Waiting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.client.config.SdkAdvancedAsyncClientOption;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** The futures of the asynchronous interface: what they fail with, what cancels them, and on which threads they run. */
class FuturesTest {
    private static final BeginsWith<Track.Key> ALBUM = new BeginsWith<>(new Track.Key("a"));

    @RegisterExtension
    final TestDb db = Media.tables();

    private final Track track = Media.track("a", 1);

    /** A call of each kind that has one request. */
    private Map<String, Function<Media.AsyncDb, CompletableFuture<?>>> calls() {
        Map<String, Function<Media.AsyncDb, CompletableFuture<?>>> calls = new LinkedHashMap<>();
        calls.put("load", each -> each.media().tracks().loadAsync(track.key()));
        calls.put("save", each -> each.media().tracks().saveAsync(track));
        calls.put("create", each -> each.media().tracks().createAsync(track));
        calls.put("delete", each -> each.media().tracks().deleteAsync(track));
        calls.put("deleteKey", each -> each.media().tracks().deleteKeyAsync(track.key()));
        calls.put("query", each -> each.media().tracks().queryPageAsync(ALBUM));
        calls.put("scan", each -> each.media().tracks().scanPageAsync());
        calls.put("batchLoad", each -> each.batchLoadAsync(track.key()));
        calls.put(
                "batchWrite",
                each -> each.batchWriteAsync(
                        BatchWriteSet.builder().clobber(track).build()));
        calls.put("transactionLoad", each -> each.transactionLoadAsync(track.key()));
        calls.put(
                "transactionWrite",
                each -> each.transactionWriteAsync(
                        TransactionWriteSet.builder().save(track).build()));
        return calls;
    }

    @Test
    void cancellingAFutureCancelsItsRequest() {
        HangingClient client = new HangingClient();
        Media.AsyncDb hanging = AsyncLogicalDb.create(Media.AsyncDb.class, Enhanced.over(client.proxy()));
        calls().forEach((name, call) -> {
            CompletableFuture<?> future = call.apply(hanging);
            assertThat(client.requests()).as(name).hasSize(1);
            assertThat(client.requests().get(0)).as(name).isNotDone();

            future.cancel(true);

            assertThat(client.requests().get(0)).as(name).isCancelled();
            assertThat(future).as(name).isCancelled();
            client.forget();
        });
    }

    @Test
    void aTimeOutCancelsTheRequestToo() {
        HangingClient client = new HangingClient();
        Media.AsyncDb hanging = AsyncLogicalDb.create(Media.AsyncDb.class, Enhanced.over(client.proxy()));
        CompletableFuture<Track> future =
                hanging.media().tracks().loadAsync(track.key()).orTimeout(20, TimeUnit.MILLISECONDS);

        assertThatThrownBy(future::join).hasCauseInstanceOf(TimeoutException.class);
        assertThat(client.requests().get(0)).isCancelled();
    }

    @Test
    void cancellingABatchEndsAllOfItsRequestsAndSendsNoMore() {
        HangingClient client = new HangingClient();
        Media.AsyncDb hanging = AsyncLogicalDb.create(Media.AsyncDb.class, Enhanced.over(client.proxy()));
        List<Track> tracks = Media.tracks("a", 2_000);
        CompletableFuture<?> load =
                hanging.batchLoadAsync(tracks.stream().map(Track::key).toList());
        CompletableFuture<?> write =
                hanging.batchWriteAsync(BatchWriteSet.builder().clobber(tracks).build());
        assertThat(client.requests()).as("ten at a time").hasSize(20);

        load.cancel(true);
        write.cancel(false);

        assertThat(client.requests())
                .hasSize(20)
                .allSatisfy(request -> assertThat(request).isCancelled());
    }

    @Test
    void cancellingWhileABatchPausesSendsNoMore() {
        FaultyHttp network = FaultyHttp.builder()
                .rate(1, Fault.unprocessed(1), "BatchWriteItem")
                .build();
        Media.AsyncDb async = db.with(network).asyncLogicalDb(Media.AsyncDb.class);
        CompletableFuture<?> write = async.batchWriteAsync(
                BatchWriteSet.builder().clobber(Media.tracks("a", 25)).build());
        Waiting.until(() -> network.requests() >= 2);
        write.cancel(true);

        assertThat(write).isCancelled();
        assertThat(network.requests()).isLessThan(20);
    }

    @Test
    void whatCannotBeSentFailsTheFutureAndIsNotThrown() {
        Media.AsyncDb async = db.asyncLogicalDb(Media.AsyncDb.class);
        for (CompletableFuture<?> future : List.of(
                async.media().tracks().loadAsync(null),
                async.media().tracks().saveAsync(null),
                async.media().tracks().queryPageAsync(null),
                async.batchLoadAsync("text"),
                async.batchWriteAsync(BatchWriteSet.builder().clobber("text").build()),
                async.transactionLoadAsync("text"),
                async.transactionWriteAsync(
                        TransactionWriteSet.builder().save("text").build()))) {
            assertThat(future).isCompletedExceptionally();
            assertThat(failureOf(future)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void failuresComeWithoutAWrapper() {
        Media.AsyncDb failing = db.with(FaultyHttp.builder()
                        .rate(1, Fault.error(400, "ValidationException", "injected"))
                        .build())
                .asyncLogicalDb(Media.AsyncDb.class);
        calls().forEach((name, call) -> {
            Throwable failure = failureOf(call.apply(failing));
            assertThat(failure)
                    .as(name)
                    .isNotInstanceOf(CompletionException.class)
                    .hasStackTraceContaining("injected");
        });
    }

    private static Throwable failureOf(CompletableFuture<?> future) {
        AtomicReference<Throwable> seen = new AtomicReference<>();
        Throwable handled = future.whenComplete((value, failure) -> seen.set(failure))
                .handle((value, failure) -> failure)
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
        // The future of whenComplete is a dependent one, whose failure is wrapped by CompletableFuture itself.
        assertThat(handled).hasCause(seen.get());
        return seen.get();
    }

    @Test
    void oneCompletionThreadIsEnough() throws InterruptedException {
        FaultyHttp network = FaultyHttp.builder()
                .seed(3)
                .rate(0.25, Fault.unprocessed(0.5), "BatchWriteItem", "BatchGetItem")
                .build();
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try (DynamoDbAsyncClient client = db.with(network)
                .asyncClientBuilder()
                .asyncConfiguration(configuration ->
                        configuration.advancedOption(SdkAdvancedAsyncClientOption.FUTURE_COMPLETION_EXECUTOR, executor))
                .build()) {
            Media.AsyncDb async = AsyncLogicalDb.create(Media.AsyncDb.class, Enhanced.over(client));
            List<Track> tracks = Media.tracks("a", 1_000);
            List<Track.Key> keys = tracks.stream().map(Track::key).toList();

            // Everything runs on the one thread: a wait for another answer there would never end.
            CompletableFuture<ItemSet> loaded = async.batchWriteAsync(
                            BatchWriteSet.builder().clobber(tracks).build())
                    .thenCompose(done -> async.batchLoadAsync(keys));

            assertThat(Waiting.result(loaded)).containsExactlyElementsOf(tracks);
            assertThat(Waiting.all(async.media().tracks().queryAllContentsAsync(ALBUM)))
                    .isEqualTo(tracks);
            assertThat(Waiting.all(async.media().tracks().parallelScanAsync(4)))
                    .containsExactlyInAnyOrderElementsOf(tracks);
        } finally {
            executor.shutdown();
            assertThat(executor.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
