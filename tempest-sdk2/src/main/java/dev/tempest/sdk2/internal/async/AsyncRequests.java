package dev.tempest.sdk2.internal.async;

import dev.tempest.internal.observing.Listening;
import dev.tempest.internal.observing.Observation;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.sdk2.internal.request.Exchange;
import dev.tempest.sdk2.internal.request.Futures;
import dev.tempest.sdk2.internal.request.Pauses;
import dev.tempest.sdk2.internal.request.Requests;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** Sends the requests of one asynchronous call, and cancels those under way when the call's future is cancelled. */
@SuppressWarnings("CollectionUndefinedEquality") // Each request is a future of its own.
final class AsyncRequests implements Requests {
    private final Source source;
    private final Observation observation;
    private final Set<CompletableFuture<?>> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean cancelled;

    private AsyncRequests(Source source, Observation observation) {
        this.source = source;
        this.observation = observation;
    }

    /**
     * Makes the requests of the calls of one database.
     *
     * @param listening null without a listener
     * @param executor runs the functions of users, and what is done beside a call; null for the threads of the SDK
     * @param scheduler ends waits; null for the library's own
     */
    record Source(
            DynamoDbAsyncClient client,
            Forks forks,
            @Nullable Listening listening,
            @Nullable Executor executor,
            @Nullable ScheduledExecutorService scheduler) {
        /** Requests each of which is an operation of its own. */
        AsyncRequests open() {
            return new AsyncRequests(this, Observation.NONE);
        }

        /** The future of a call of one request; it fails, too, if the request cannot be made. */
        <T extends @Nullable Object> CompletableFuture<T> send(Supplier<Exchange<?, ?, T>> exchange) {
            return call(open(), call -> call.send(exchange.get()));
        }

        /** The future of a call of several requests; it fails, too, if they cannot be made. */
        <T extends @Nullable Object> CompletableFuture<T> call(
                OperationInfo operation, Function<AsyncRequests, CompletableFuture<T>> work) {
            return call(
                    new AsyncRequests(this, listening == null ? Observation.NONE : listening.start(operation)), work);
        }

        private static <T extends @Nullable Object> CompletableFuture<T> call(
                AsyncRequests requests, Function<AsyncRequests, CompletableFuture<T>> work) {
            try {
                return requests.result(work.apply(requests));
            } catch (RuntimeException e) {
                requests.observation.ended(null, e);
                return CompletableFuture.failedFuture(Futures.toUser(e));
            }
        }
    }

    @Override
    public Observation observation() {
        return observation;
    }

    @Override
    public <T extends @Nullable Object> CompletableFuture<T> send(Exchange<?, ?, T> exchange) {
        Listening listening = source.listening();
        if (listening == null || observation != Observation.NONE || !exchange.isSent()) {
            return start(exchange, observation);
        }
        Observation own = listening.start(exchange.operation());
        CompletableFuture<T> result = start(exchange, own);
        // What the caller does with the result comes after.
        return result.whenComplete(own::ended);
    }

    private <Q, R, T extends @Nullable Object> CompletableFuture<T> start(
            Exchange<Q, R, T> exchange, Observation observed) {
        CompletableFuture<T> result = new CompletableFuture<>();
        attempt(exchange, observed, new Exchange.Resends(), result);
        return result;
    }

    private <Q, R, T extends @Nullable Object> void attempt(
            Exchange<Q, R, T> exchange, Observation observed, Exchange.Resends resends, CompletableFuture<T> result) {
        if (cancelled) {
            result.completeExceptionally(new CancellationException());
            return;
        }
        Observation.Sent<Q, R> request = observed.sending(exchange.command());
        CompletableFuture<R> response;
        try {
            response = exchange.command().async().send(source.client(), request.prepare(exchange.request()));
        } catch (RuntimeException e) {
            response = CompletableFuture.failedFuture(e);
        } finally {
            request.handedOver();
        }
        CompletableFuture<R> sent = response;
        underWay.add(sent);
        sent.whenComplete((received, failure) -> {
            underWay.remove(sent);
            Throwable cause = failure == null ? null : Futures.unwrap(failure);
            if (cause != null && resends.isWorthwhile(cause)) {
                request.failed(cause, null);
                attempt(exchange, observed, resends, result);
                return;
            }
            try {
                if (cause == null) {
                    request.received(received);
                    result.complete(exchange.onResponse().apply(received));
                } else if (cause instanceof RuntimeException e && !cancelled) {
                    result.complete(exchange.resolve(e, resends, request));
                } else {
                    request.failed(cause, null);
                    result.completeExceptionally(cause);
                }
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        if (cancelled) {
            sent.cancel(true);
        }
    }

    @Override
    public @Nullable Duration callTimeout() {
        return Requests.callTimeout(source.client()::serviceClientConfiguration);
    }

    @Override
    public CompletableFuture<@Nullable Void> pause(Duration duration) {
        CompletableFuture<@Nullable Void> pause = Pauses.of(duration, source.scheduler());
        underWay.add(pause);
        pause.whenComplete((done, failure) -> underWay.remove(pause));
        if (cancelled) {
            pause.cancel(true);
        }
        return pause;
    }

    @Override
    public @Nullable Executor functions() {
        Executor executor = source.executor();
        return executor == null && Pauses.isOwnThread() ? Pauses.FUNCTIONS : executor;
    }

    @Override
    public <T extends @Nullable Object> @Nullable CompletableFuture<T> fork(Supplier<CompletableFuture<T>> work) {
        if (!source.forks().take()) {
            return null;
        }
        CompletableFuture<T> forked;
        try {
            Executor executor = source.executor();
            forked = executor == null
                    ? work.get()
                    : CompletableFuture.supplyAsync(work, executor).thenCompose(started -> started);
        } catch (RejectedExecutionException e) {
            source.forks().giveBack();
            throw e;
        } catch (RuntimeException | Error e) {
            forked = CompletableFuture.failedFuture(e);
        }
        return forked.whenComplete((value, failure) -> source.forks().giveBack());
    }

    /**
     * The future to hand to the user. When it ends before the work does (cancelled, or by a time-out), the requests under
     * way are cancelled and no further one is sent.
     */
    private <T extends @Nullable Object> CompletableFuture<T> result(CompletableFuture<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        work.whenComplete((value, failure) -> {
            observation.ended(value, failure);
            if (failure == null) {
                result.complete(value);
            } else {
                result.completeExceptionally(Futures.toUser(failure));
            }
        });
        result.whenComplete((value, failure) -> {
            if (!work.isDone()) {
                cancel();
            }
        });
        return result;
    }

    void cancel() {
        cancelled = true;
        for (CompletableFuture<?> request : underWay) {
            request.cancel(true);
        }
    }
}
