package dev.tempest.tests.async;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.tests.faces.Media;
import dev.tempest.tests.faces.Media.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** How much an asynchronous database sends at once. */
class ParallelRequestsTest {
    private final HangingClient client = new HangingClient();
    private final List<Track.Key> keys =
            IntStream.range(0, 1_000).mapToObj(i -> Media.track("a", i).key()).toList();

    private Media.AsyncDb open(int maxParallelRequests) {
        return AsyncLogicalDb.builder(Media.AsyncDb.class)
                .enhancedClient(Enhanced.over(client.proxy()))
                .maxParallelRequests(maxParallelRequests)
                .build();
    }

    /** Answers all requests, one by one, and returns how many were under way at most. */
    @SuppressWarnings("unchecked")
    private int answer(Object response) {
        int peak = 0;
        for (int answered = 0; answered < client.requests().size(); answered++) {
            peak = Math.max(peak, client.requests().size() - answered);
            ((CompletableFuture<Object>) client.requests().get(answered)).complete(response);
        }
        return peak;
    }

    @Test
    void callersShareTheRoomAndNeverWaitForIt() {
        Media.AsyncDb media = open(4);

        List<CompletableFuture<?>> loads = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            loads.add(media.batchLoadAsync(keys));
        }

        assertThat(client.requests()).hasSize(3 + 4);
        assertThat(answer(BatchGetItemResponse.builder().build())).isEqualTo(7);
        assertThat(client.requests()).hasSize(30);
        assertThat(loads).allSatisfy(load -> assertThat(load).isCompleted());
    }

    @Test
    void aParallelScanReadsAsManySegmentsAtOnceAsThereIsRoom() {
        List<Track> found = new ArrayList<>();

        CompletableFuture<Void> scan =
                open(4).media().tracks().parallelScanAsync(20).subscribe(found::add);

        assertThat(client.requests()).hasSize(5);
        assertThat(answer(ScanResponse.builder().items(List.of()).build())).isEqualTo(5);
        assertThat(client.requests()).hasSize(20);
        assertThat(scan).isCompleted();
    }

    @Test
    @SuppressWarnings("unchecked")
    void whatFoundNoConnectionIsSentAgainWhenTheOthersAreThrough() {
        Throwable busy = SdkClientException.create(
                "Unable to execute HTTP request: Acquire operation took longer than the configured maximum time.");
        CompletableFuture<?> load = open(30).batchLoadAsync(keys);
        CompletableFuture<Void> scan =
                open(30).media().tracks().parallelScanAsync(4).subscribe(item -> {});
        List<CompletableFuture<?>> first = client.requests();
        assertThat(first).hasSize(10 + 4);
        for (int i : new int[] {0, 3, 9, 10, 12, 13}) {
            ((CompletableFuture<Object>) first.get(i)).completeExceptionally(busy);
        }
        assertThat(client.requests()).as("nothing more at once").hasSize(14);

        for (int i : new int[] {1, 2, 4, 5, 6, 7, 8}) {
            ((CompletableFuture<Object>) first.get(i))
                    .complete(BatchGetItemResponse.builder().build());
        }
        ((CompletableFuture<Object>) first.get(11))
                .complete(ScanResponse.builder().items(List.of()).build());

        for (CompletableFuture<?> request :
                client.requests().subList(14, client.requests().size())) {
            assertThat(request).isNotDone();
        }
        int i = 14;
        while (!load.isDone()) {
            ((CompletableFuture<Object>) client.requests().get(i++))
                    .complete(BatchGetItemResponse.builder().build());
        }
        assertThat(load).isCompleted();
        assertThat(scan).isNotCompletedExceptionally();
    }
}
