package dev.tempest.sdk2.internal.sync;

import dev.tempest.internal.observing.Listening;
import dev.tempest.internal.observing.Observation;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.sdk2.internal.request.Exchange;
import dev.tempest.sdk2.internal.request.Futures;
import dev.tempest.sdk2.internal.request.Pauses;
import dev.tempest.sdk2.internal.request.Requests;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Sends requests on the caller's thread, and waits for each.
 *
 * @param listening null without a listener
 * @param scheduler ends waits; null to sleep
 * @param observation of the operation whose requests are sent; none if each request is an operation of its own
 */
record SyncRequests(
        DynamoDbClient client,
        Workers workers,
        @Nullable Listening listening,
        @Nullable ScheduledExecutorService scheduler,
        Observation observation)
        implements Requests {

    /** The result of an operation of one request. */
    <T extends @Nullable Object> T run(Exchange<?, ?, T> exchange) {
        Listening known = listening;
        return known == null || observation != Observation.NONE || !exchange.isSent()
                ? exchange.run(client, observation)
                : known.observe(exchange.operation(), own -> exchange.run(client, own));
    }

    /** The result of an operation of several requests. */
    <T extends @Nullable Object> T call(OperationInfo operation, Function<SyncRequests, CompletableFuture<T>> work) {
        Listening known = listening;
        return known == null
                ? Futures.await(work.apply(this))
                : known.observe(
                        operation,
                        own -> Futures.await(work.apply(new SyncRequests(client, workers, known, scheduler, own))));
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
    public <T> CompletableFuture<T> part(OperationInfo part, Function<Requests, CompletableFuture<T>> work) {
        try {
            return CompletableFuture.completedFuture(call(part, work::apply));
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
        CompletableFuture<@Nullable Void> pause =
                scheduler == null ? new CompletableFuture<>() : Pauses.of(duration, scheduler);
        try {
            if (scheduler == null) {
                Thread.sleep(duration.toMillis());
                pause.complete(null);
            } else {
                pause.get();
            }
            return pause;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            pause.cancel(true);
            return CompletableFuture.failedFuture(
                    AbortedException.create("Interrupted while waiting to try again.", e));
        } catch (ExecutionException e) {
            return pause;
        }
    }

    @Override
    public <T extends @Nullable Object> @Nullable CompletableFuture<T> fork(Supplier<CompletableFuture<T>> work) {
        return workers.start(() -> Futures.await(work.get()));
    }
}
