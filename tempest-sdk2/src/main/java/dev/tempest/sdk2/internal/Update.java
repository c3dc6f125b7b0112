package dev.tempest.sdk2.internal;

import dev.tempest.UpdateConflictException;
import dev.tempest.internal.TraceToken.Verdict;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.core.retry.RetryUtils;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReplicatedWriteConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

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
    private static final int SERVER_ERROR = 500;

    private final Requests requests;
    private final ItemOperations<?, ?> items;
    private final Map<String, AttributeValue> key;
    private final Change<T> change;
    private final long deadline;

    private boolean isBaseKnown;
    private @Nullable Map<String, AttributeValue> base;
    private @Nullable Pending<T> pending;
    private int failuresInARow;
    private int conflicts;

    /** A write that was computed. */
    private static final class Pending<T> {
        private final Write<T> write;
        private final Exchange<?, ?, Attempt<T>> exchange;
        private final boolean isTransaction;
        private boolean mayBeDone;

        Pending(Change.Planned<T> planned) {
            this.write = planned.write();
            this.exchange = planned.exchange();
            this.isTransaction = planned.isTransaction();
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

    private CompletableFuture<@Nullable T> read() {
        return requests.send(items.loadRow(key))
                .handle((row, failure) -> {
                    if (failure == null) {
                        know(row.orElse(null));
                        return Futures.<T>anotherRound();
                    }
                    Throwable cause = Futures.unwrap(failure);
                    if (cause instanceof SdkException e && isTransient(e) && hasTime()) {
                        return afterPause();
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
        return requests.send(sent.exchange).thenCompose(attempt -> {
            if (attempt instanceof Attempt.Done<T> done) {
                return CompletableFuture.completedFuture(done.result());
            }
            Settlement<T> settlement = new Settlement<>(items, change.action(), sent.write);
            return attempt instanceof Attempt.Refused<T> refused
                    ? refused(sent, refused, settlement)
                    : failed(sent, (Attempt.Failed<T>) attempt, settlement);
        });
    }

    private CompletableFuture<@Nullable T> refused(
            Pending<T> sent, Attempt.Refused<T> refused, Settlement<T> settlement) {
        // DynamoDB knows a transaction again, whoever sends it again.
        boolean sentBefore = sent.mayBeDone && !sent.isTransaction;
        ConditionalCheckFailedException refusal = refused.refusal();
        Verdict verdict = settlement.verdict(refused, sentBefore);
        if (verdict == Verdict.DONE) {
            settlement.release();
            return CompletableFuture.completedFuture(sent.write.result());
        }
        if (verdict == Verdict.UNKNOWN) {
            throw settlement.unknown(refusal);
        }
        settlement.release();
        Map<String, AttributeValue> found = Settlement.found(refusal);
        RuntimeException failure = change.failure(base, found, refusal);
        if (failure != null) {
            throw failure;
        }
        pending = null;
        conflicts++;
        base = found;
        // Without an item there is none, or the endpoint does not know how to return it.
        isBaseKnown = found != null;
        if (!hasTime()) {
            throw conflict(sent.write.expectation(), found, refusal);
        }
        return afterPause();
    }

    private CompletableFuture<@Nullable T> failed(Pending<T> sent, Attempt.Failed<T> failed, Settlement<T> settlement) {
        SdkException e = failed.failure();
        sent.mayBeDone |= !failed.certain();
        if (e instanceof ReplicatedWriteConflictException && !sent.mayBeDone) {
            // A conflict, met in another Region; what stands there is not told.
            settlement.release();
            pending = null;
            isBaseKnown = false;
            conflicts++;
            if (!hasTime()) {
                throw conflict(sent.write.expectation(), null, e);
            }
            return afterPause();
        }
        if (isTransient(e) && hasTime()) {
            return afterPause();
        }
        if (sent.mayBeDone) {
            throw settlement.unknown(e);
        }
        settlement.release();
        throw settlement.failure(e);
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

    /** Whether the same request may go through later. */
    private static boolean isTransient(SdkException e) {
        if (e instanceof AbortedException) {
            return false;
        }
        return e instanceof SdkClientException
                || e instanceof TransactionConflictException
                || e instanceof TransactionInProgressException
                || e instanceof ReplicatedWriteConflictException
                || RetryUtils.isThrottlingException(e)
                || (e instanceof SdkServiceException refusal && refusal.statusCode() >= SERVER_ERROR);
    }

    private boolean hasTime() {
        return deadline - System.nanoTime() > 0;
    }

    private CompletableFuture<@Nullable T> afterPause() {
        Duration pause = Backoff.after(++failuresInARow);
        Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
        return requests.pause(pause.compareTo(left) < 0 ? pause : left).handle((waited, failure) -> {
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
