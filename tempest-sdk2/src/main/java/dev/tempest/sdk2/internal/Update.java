package dev.tempest.sdk2.internal;

import dev.tempest.UpdateConflictException;
import dev.tempest.internal.locking.TraceToken.Verdict;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReplicatedWriteConflictException;

/**
 * One call of {@code update}, or of another write that is computed from what is stored: reads, changes and writes, until
 * nobody else wrote in between or its time is over. The steps follow one another, on whatever threads.
 *
 * <p>A write that may have been done is never computed anew: the very same request is sent again, until it is known what
 * became of it.
 *
 * @param <T> the result: of an update the item
 */
final class Update<T> {
    /** A request that is given up at once may be executed all the same, and nobody would know. */
    private static final Duration SHORTEST_CALL = Duration.ofMillis(250);

    private final Requests requests;
    private final ItemOperations<?, ?> items;
    private final Map<String, AttributeValue> key;
    private final Change<T> change;
    private final long deadline;
    private final @Nullable Duration callTimeout;

    private boolean isBaseKnown;
    private @Nullable Map<String, AttributeValue> base;
    private @Nullable Pending<T> pending;
    private int failuresInARow;
    private int conflicts;
    private @Nullable UpdateConflictException lastConflict;
    /** How long the last response took; null before the first. */
    private @Nullable Duration responseTime;

    /** A write that was computed. */
    private static final class Pending<T> {
        private final Write<T> write;
        private final Exchange<?, ?, Attempt<T>> exchange;
        private final @Nullable Exchange<?, ?, Optional<T>> reread;
        private boolean mayBeDone;

        Pending(Change.Planned<T> planned) {
            this.write = planned.write();
            this.exchange = planned.exchange();
            this.reread = planned.reread();
        }
    }

    private Update(
            Requests requests,
            ItemOperations<?, ?> items,
            Map<String, AttributeValue> key,
            Change<T> change,
            Duration timeout) {
        this.requests = requests;
        this.items = items;
        this.key = key;
        this.change = change;
        this.deadline = System.nanoTime() + timeout.toNanos();
        this.callTimeout = requests.callTimeout();
    }

    /** Reads, changes and writes the item of a key. */
    static <T> CompletableFuture<T> run(
            Requests requests, ItemOperations<?, ?> items, Map<String, AttributeValue> key, Change<T> change) {
        Update<T> update =
                new Update<>(requests, items, key, change, items.table().updateTimeout());
        return Futures.untilResult(update::step);
    }

    private CompletableFuture<@Nullable T> step() {
        Pending<T> write = pending;
        if (write != null) {
            return send(write);
        }
        return isBaseKnown ? compute() : read();
    }

    /** Sends a request that is given up when the update's time is over. */
    private <R extends @Nullable Object> CompletableFuture<R> ask(Exchange<?, ?, R> exchange) {
        Duration left = left();
        Duration limit = left.compareTo(SHORTEST_CALL) < 0 ? SHORTEST_CALL : left;
        long start = System.nanoTime();
        return requests.send(
                        callTimeout == null || callTimeout.compareTo(limit) > 0 ? exchange.within(limit) : exchange)
                .thenApply(response -> {
                    if (!(response instanceof Attempt.Failed<?>)) {
                        responseTime = Duration.ofNanos(System.nanoTime() - start);
                        failuresInARow = 0;
                    }
                    return response;
                });
    }

    private CompletableFuture<@Nullable T> read() {
        return ask(items.loadRow(key))
                .handle((row, failure) -> {
                    if (failure == null) {
                        know(row.orElse(null));
                        return Futures.<T>anotherRound();
                    }
                    Throwable cause = Futures.unwrap(failure);
                    if (mayPass(cause) && hasTime(1)) {
                        return afterFailure();
                    }
                    UpdateConflictException conflict = lastConflict;
                    if (conflict != null && mayPass(cause)) {
                        conflict.addSuppressed(cause);
                        return CompletableFuture.<@Nullable T>failedFuture(conflict);
                    }
                    return CompletableFuture.<@Nullable T>failedFuture(cause);
                })
                .thenCompose(next -> next);
    }

    private void know(@Nullable Map<String, AttributeValue> row) {
        base = row;
        isBaseKnown = true;
    }

    private CompletableFuture<@Nullable T> compute() {
        Change.Step<T> step = change.on(base);
        if (step instanceof Change.Nothing<T> nothing) {
            return CompletableFuture.completedFuture(nothing.result());
        }
        Pending<T> computed = new Pending<>((Change.Planned<T>) step);
        pending = computed;
        return send(computed);
    }

    private CompletableFuture<@Nullable T> send(Pending<T> sent) {
        return ask(sent.exchange).thenCompose(attempt -> {
            if (attempt instanceof Attempt.Done<T> done) {
                // The result that was expected is what a response means that brings none.
                return done.result() == sent.write.result()
                        ? result(sent)
                        : CompletableFuture.completedFuture(done.result());
            }
            Settlement<T> settlement = new Settlement<>(items, change.action(), sent.write);
            return attempt instanceof Attempt.Refused<T> refused
                    ? refused(sent, refused, settlement)
                    : failed(sent, (Attempt.Failed<T>) attempt, settlement);
        });
    }

    /** The result of a write that was done, which must not fail any more. */
    private CompletableFuture<@Nullable T> result(Pending<T> done) {
        T expected = done.write.result();
        return done.reread == null
                ? CompletableFuture.completedFuture(expected)
                : ask(done.reread).handle((stored, failure) -> failure == null ? stored.orElse(expected) : expected);
    }

    private CompletableFuture<@Nullable T> refused(
            Pending<T> sent, Attempt.Refused<T> refused, Settlement<T> settlement) {
        ConditionalCheckFailedException refusal = refused.refusal();
        Verdict verdict = settlement.verdict(refused, sent.mayBeDone);
        if (verdict == Verdict.DONE) {
            settlement.release();
            return result(sent);
        }
        if (verdict == Verdict.UNKNOWN) {
            throw settlement.unknown(refusal);
        }
        settlement.release();
        // Without an item there is none, or the endpoint does not return it.
        Map<String, AttributeValue> found = Settlement.found(refusal);
        RuntimeException failure = change.failure(base, found, refusal);
        if (failure != null) {
            throw failure;
        }
        return afterConflict(sent.write.expectation(), found, refusal);
    }

    private CompletableFuture<@Nullable T> failed(Pending<T> sent, Attempt.Failed<T> failed, Settlement<T> settlement) {
        RuntimeException e = failed.failure();
        sent.mayBeDone |= !failed.certain();
        if (e instanceof ReplicatedWriteConflictException conflict && !sent.mayBeDone) {
            // A conflict with a write in another Region, which does not say what is stored there.
            settlement.release();
            return afterConflict(sent.write.expectation(), null, conflict);
        }
        if (mayPass(e) && hasTime(1)) {
            return afterFailure();
        }
        if (sent.mayBeDone) {
            throw settlement.unknown(e);
        }
        settlement.release();
        throw settlement.failure(e);
    }

    /** Computes the change from what was found at once, or waits for the others and reads again. */
    private CompletableFuture<@Nullable T> afterConflict(
            Expectation expectation, @Nullable Map<String, AttributeValue> found, SdkException failure) {
        pending = null;
        conflicts++;
        Duration pause = Backoff.afterConflict(conflicts);
        // What was found has taken half of a response's time to come. After a longer pause it is out of date.
        isBaseKnown = found != null && pause.compareTo(responseTime()) <= 0;
        base = isBaseKnown ? found : null;
        if (!hasTime(isBaseKnown ? 1 : 2)) {
            throw conflict(expectation, found, failure);
        }
        if (isBaseKnown) {
            return Futures.anotherRound();
        }
        lastConflict = conflict(expectation, found, failure);
        return pause(pause, 2);
    }

    private UpdateConflictException conflict(
            Expectation expectation, @Nullable Map<String, AttributeValue> found, SdkException refusal) {
        return new UpdateConflictException(
                items.type(),
                "The " + change.action() + " of " + items.describe(key) + " met other writers " + conflicts
                        + " times until its "
                        + items.table().updateTimeout().toMillis() + " ms were over: "
                        + expectation.describe(found) + ".",
                conflicts,
                expectation.version() == null ? null : SdkValues.INSTANCE.describe(expectation.version()),
                expectation.versionOf(found),
                refusal);
    }

    private boolean mayPass(Throwable failure) {
        return FailureKind.of(failure).mayPass(responseTime != null);
    }

    private Duration responseTime() {
        return responseTime == null ? Duration.ZERO : responseTime;
    }

    private Duration left() {
        return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }

    /** Whether there is time for more requests. */
    private boolean hasTime(int more) {
        return left().compareTo(responseTime().multipliedBy(more)) > 0;
    }

    private CompletableFuture<@Nullable T> afterFailure() {
        return pause(Backoff.after(++failuresInARow), 1);
    }

    /** Waits, and leaves time for more requests. */
    private CompletableFuture<@Nullable T> pause(Duration pause, int more) {
        Duration most = left().minus(responseTime().multipliedBy(more));
        Duration bounded = pause.compareTo(most) < 0 ? pause : most;
        return requests.pause(bounded.isNegative() ? Duration.ZERO : bounded).handle((waited, failure) -> {
            Pending<T> sent = pending;
            if (failure != null
                    && sent != null
                    && sent.mayBeDone
                    && Futures.unwrap(failure) instanceof SdkException e) {
                throw new Settlement<>(items, change.action(), sent.write).unknown(e);
            }
            if (failure != null) {
                throw Futures.rethrow(failure);
            }
            return null;
        });
    }
}
