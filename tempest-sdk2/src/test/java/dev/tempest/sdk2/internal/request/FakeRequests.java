package dev.tempest.sdk2.internal.request;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sends nothing: the test says what the response of each request is, when a pause is over, and what time it is. */
public final class FakeRequests implements Requests {
    private final List<Object> sent = new ArrayList<>();
    private final Deque<Sent<?>> underWay = new ArrayDeque<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final Deque<CompletableFuture<@Nullable Void>> pausing = new ArrayDeque<>();
    private long nanoTime;

    private record Sent<T extends @Nullable Object>(Exchange<?, ?, T> exchange, CompletableFuture<T> result) {
        void respond(Object response) {
            try {
                result.complete(onResponse(exchange, response));
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        }

        void fail(RuntimeException failure) {
            try {
                result.complete(exchange.onFailure().apply(failure));
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        }

        @SuppressWarnings("unchecked") // The test gives the response that belongs to the request.
        private static <R, T extends @Nullable Object> T onResponse(Exchange<?, R, T> exchange, Object response) {
            return exchange.onResponse().apply((R) response);
        }
    }

    @Override
    public <T extends @Nullable Object> CompletableFuture<T> send(Exchange<?, ?, T> exchange) {
        Sent<T> one = new Sent<>(exchange, new CompletableFuture<>());
        sent.add(exchange.request());
        underWay.add(one);
        return one.result();
    }

    @Override
    public @Nullable Duration callTimeout() {
        return null;
    }

    @Override
    public long nanoTime() {
        return nanoTime;
    }

    @Override
    public CompletableFuture<@Nullable Void> pause(Duration duration) {
        CompletableFuture<@Nullable Void> pause = new CompletableFuture<>();
        pauses.add(duration);
        pausing.add(pause);
        return pause;
    }

    @Override
    public <T extends @Nullable Object> @Nullable CompletableFuture<T> fork(Supplier<CompletableFuture<T>> work) {
        return null;
    }

    /** All requests, in the order in which they were sent. */
    public List<Object> sent() {
        return sent;
    }

    /** The request that was sent last. */
    public Object lastSent() {
        return sent.get(sent.size() - 1);
    }

    /** Whether a request waits for its response. */
    public boolean isUnderWay() {
        return !underWay.isEmpty();
    }

    /** Answers the oldest request that has no response. */
    public void respond(Object response) {
        underWay.remove().respond(response);
    }

    /** Lets the oldest request that has no response fail. */
    public void fail(RuntimeException failure) {
        underWay.remove().fail(failure);
    }

    /** How long each pause was to be. */
    public List<Duration> pauses() {
        return pauses;
    }

    /** Ends the oldest pause. */
    public void resume() {
        pausing.remove().complete(null);
    }

    /** Lets the oldest pause fail, as if its thread were interrupted. */
    public void interrupt(RuntimeException failure) {
        pausing.remove().completeExceptionally(failure);
    }

    /** Moves the clock on. */
    public void elapse(Duration time) {
        nanoTime += time.toNanos();
    }
}
