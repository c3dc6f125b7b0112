package dev.tempest.sdk2.internal.sync;

import dev.tempest.internal.Rethrow;
import dev.tempest.sdk2.internal.request.Exchange;
import dev.tempest.sdk2.internal.request.Futures;
import dev.tempest.sdk2.internal.request.Requests;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Sends requests on the caller's thread, and waits for each. */
record SyncRequests(DynamoDbClient client, Workers workers) implements Requests {
    /** The result of one request. */
    <T extends @Nullable Object> T run(Exchange<?, ?, T> exchange) {
        return exchange.run(client);
    }

    @Override
    public <T extends @Nullable Object> CompletableFuture<T> send(Exchange<?, ?, T> exchange) {
        try {
            return CompletableFuture.completedFuture(run(exchange));
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
    public <T extends @Nullable Object> @Nullable CompletableFuture<T> fork(Supplier<CompletableFuture<T>> work) {
        return workers.start(() -> await(work.get()));
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
