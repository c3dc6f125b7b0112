package dev.tempest.sdk2.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * Works off a queue in chunks, several at a time. What DynamoDB leaves of a chunk comes back into the queue; a lane that
 * gets nowhere waits longer each time, and gives up in the end.
 *
 * @param <E> the entries
 */
final class Lanes<E> {
    /** A thousand keys, or 250 writes, are under way at once: few enough for the SDK's pool of 50 connections. */
    private static final int MAX_LANES = 10;

    private static final int MAX_FRUITLESS = 10;

    private final Requests requests;
    private final int chunkSize;
    private final Function<List<E>, CompletableFuture<List<E>>> worker;
    private final Deque<E> queue;
    private boolean failed;

    /** @param attempts how often the chunk was sent, the SDK's own retries included */
    private record Round<E>(List<E> unprocessed, int attempts) {}

    /** @param worker sends a chunk, and gives what of it was left unprocessed */
    Lanes(
            Requests requests,
            Collection<E> entries,
            int chunkSize,
            Function<List<E>, CompletableFuture<List<E>>> worker) {
        this.requests = requests;
        this.chunkSize = chunkSize;
        this.worker = worker;
        this.queue = new ArrayDeque<>(entries);
    }

    /** Works until nothing is left, or nothing that DynamoDB takes; gives what is left. */
    CompletableFuture<List<E>> run() {
        int lanes = Math.min(MAX_LANES, (queue.size() + chunkSize - 1) / chunkSize);
        List<CompletableFuture<Boolean>> running = new ArrayList<>();
        for (int i = 1; i < lanes; i++) {
            running.add(requests.fork(this::lane));
        }
        // One lane is the caller's own thread, where there is one that blocks.
        running.add(lane());
        return CompletableFuture.allOf(running.toArray(new CompletableFuture<?>[0]))
                .thenApply(done -> left());
    }

    private CompletableFuture<Boolean> lane() {
        int[] fruitless = {0};
        CompletableFuture<Boolean> lane = Futures.untilResult(() -> {
            List<E> chunk = next();
            if (chunk.isEmpty()) {
                return CompletableFuture.completedFuture(true);
            }
            return round(chunk).thenCompose(round -> {
                if (round.unprocessed().isEmpty()) {
                    fruitless[0] = 0;
                    return CompletableFuture.completedFuture(null);
                }
                giveBack(round.unprocessed());
                fruitless[0] = round.unprocessed().size() < chunk.size() ? 1 : fruitless[0] + round.attempts();
                if (fruitless[0] > MAX_FRUITLESS) {
                    return CompletableFuture.completedFuture(true);
                }
                Duration pause = Backoff.after(fruitless[0]);
                return requests.pause(pause).thenApply(done -> null);
            });
        });
        return lane.whenComplete((done, failure) -> {
            if (failure != null) {
                stop();
            }
        });
    }

    /** DynamoDB leaves unprocessed what it has no capacity for, but refuses a request that it has none for at all. */
    private CompletableFuture<Round<E>> round(List<E> chunk) {
        CompletableFuture<Round<E>> round = worker.apply(chunk).thenApply(unprocessed -> new Round<>(unprocessed, 1));
        return round.exceptionally(failure -> {
            if (Futures.unwrap(failure) instanceof DynamoDbException e && e.isThrottlingException()) {
                Integer attempts = e.numAttempts();
                return new Round<>(chunk, attempts == null ? 1 : Math.max(1, attempts));
            }
            throw Futures.rethrow(failure);
        });
    }

    private synchronized List<E> next() {
        List<E> chunk = new ArrayList<>();
        while (!failed && chunk.size() < chunkSize && !queue.isEmpty()) {
            chunk.add(queue.remove());
        }
        return chunk;
    }

    private synchronized void giveBack(List<E> unprocessed) {
        queue.addAll(unprocessed);
    }

    private synchronized void stop() {
        failed = true;
    }

    private synchronized List<E> left() {
        return new ArrayList<>(queue);
    }
}
