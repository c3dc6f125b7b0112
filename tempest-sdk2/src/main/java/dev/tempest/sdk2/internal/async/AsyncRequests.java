package dev.tempest.sdk2.internal.async;

import dev.tempest.sdk2.internal.request.Exchange;
import dev.tempest.sdk2.internal.request.Futures;
import dev.tempest.sdk2.internal.request.Pauses;
import dev.tempest.sdk2.internal.request.Requests;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** Sends the requests of one asynchronous call, and cancels those under way when the call's future is cancelled. */
@SuppressWarnings("CollectionUndefinedEquality") // Each request is a future of its own.
final class AsyncRequests implements Requests {
    private final DynamoDbAsyncClient client;
    private final Forks forks;
    private final Set<CompletableFuture<?>> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean cancelled;

    private AsyncRequests(DynamoDbAsyncClient client, Forks forks) {
        this.client = client;
        this.forks = forks;
    }

    /** Makes the requests of the calls of one database. */
    record Source(DynamoDbAsyncClient client, Forks forks) {
        AsyncRequests open() {
            return new AsyncRequests(client, forks);
        }

        /** The future of a call of one request; it fails, too, if the request cannot be made. */
        <T extends @Nullable Object> CompletableFuture<T> send(Supplier<Exchange<?, ?, T>> exchange) {
            return call(requests -> requests.send(exchange.get()));
        }

        /** The future of a call of several requests; it fails, too, if they cannot be made. */
        <T extends @Nullable Object> CompletableFuture<T> call(Function<AsyncRequests, CompletableFuture<T>> work) {
            AsyncRequests requests = open();
            try {
                return requests.result(work.apply(requests));
            } catch (RuntimeException e) {
                return CompletableFuture.failedFuture(Futures.toUser(e));
            }
        }
    }

    @Override
    public <T extends @Nullable Object> CompletableFuture<T> send(Exchange<?, ?, T> exchange) {
        return start(exchange);
    }

    private <Q, R, T extends @Nullable Object> CompletableFuture<T> start(Exchange<Q, R, T> exchange) {
        CompletableFuture<T> result = new CompletableFuture<>();
        attempt(exchange, new Exchange.Resends(), result);
        return result;
    }

    private <Q, R, T extends @Nullable Object> void attempt(
            Exchange<Q, R, T> exchange, Exchange.Resends resends, CompletableFuture<T> result) {
        if (cancelled) {
            result.completeExceptionally(new CancellationException());
            return;
        }
        CompletableFuture<R> response;
        try {
            response = exchange.command().async().send(client, exchange.request());
        } catch (RuntimeException e) {
            response = CompletableFuture.failedFuture(e);
        }
        CompletableFuture<R> sent = response;
        underWay.add(sent);
        sent.whenComplete((received, failure) -> {
            underWay.remove(sent);
            Throwable cause = failure == null ? null : Futures.unwrap(failure);
            if (cause != null && resends.isWorthwhile(cause)) {
                attempt(exchange, resends, result);
                return;
            }
            try {
                if (cause == null) {
                    result.complete(exchange.onResponse().apply(received));
                } else if (cause instanceof RuntimeException e && !cancelled) {
                    result.complete(exchange.onFailure().apply(resends.counted(e)));
                } else {
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
        return Requests.callTimeout(client::serviceClientConfiguration);
    }

    @Override
    public CompletableFuture<@Nullable Void> pause(Duration duration) {
        CompletableFuture<@Nullable Void> pause = Pauses.of(duration);
        underWay.add(pause);
        pause.whenComplete((done, failure) -> underWay.remove(pause));
        if (cancelled) {
            pause.cancel(true);
        }
        return pause;
    }

    @Override
    public <T extends @Nullable Object> @Nullable CompletableFuture<T> fork(Supplier<CompletableFuture<T>> work) {
        if (!forks.take()) {
            return null;
        }
        CompletableFuture<T> forked;
        try {
            forked = work.get();
        } catch (RuntimeException | Error e) {
            forked = CompletableFuture.failedFuture(e);
        }
        return forked.whenComplete((value, failure) -> forks.giveBack());
    }

    /**
     * The future to hand to the user. When it ends before the work does (cancelled, or by a time-out), the requests under
     * way are cancelled and no further one is sent.
     */
    <T extends @Nullable Object> CompletableFuture<T> result(CompletableFuture<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        work.whenComplete((value, failure) -> {
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
