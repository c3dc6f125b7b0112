package dev.tempest.sdk2.internal;

import dev.tempest.internal.Rethrow;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Sends requests on the caller's thread, and waits for each. */
record SyncRequests(DynamoDbClient client) implements Requests {
    private static final AtomicInteger THREADS = new AtomicInteger();

    /** Daemons that come and go: how many run is bounded by each call, not here. */
    private static final ExecutorService WORKERS =
            new ThreadPoolExecutor(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                Thread thread = new Thread(work, "tempest-" + THREADS.incrementAndGet());
                thread.setDaemon(true);
                return thread;
            });

    @Override
    public <T extends @Nullable Object> CompletableFuture<T> send(Exchange<?, ?, T> exchange) {
        try {
            return CompletableFuture.completedFuture(exchange.run(client));
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public @Nullable Duration callTimeout() {
        return Requests.callTimeout(client::serviceClientConfiguration);
    }

    @Override
    public CompletableFuture<@Nullable Void> pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
            return CompletableFuture.completedFuture(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CompletableFuture.failedFuture(
                    AbortedException.create("Interrupted while waiting to try again.", e));
        }
    }

    @Override
    public <T extends @Nullable Object> CompletableFuture<T> fork(Supplier<CompletableFuture<T>> work) {
        return CompletableFuture.supplyAsync(() -> await(work.get()), WORKERS);
    }

    /** The result of a future; what it failed with is thrown as it is. */
    static <T extends @Nullable Object> T await(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw Rethrow.unchecked(Futures.toUser(e));
        }
    }
}
