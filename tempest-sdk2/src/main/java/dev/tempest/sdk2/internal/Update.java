package dev.tempest.sdk2.internal;

import dev.tempest.UpdateConflictException;
import dev.tempest.internal.TraceToken.Verdict;
import dev.tempest.sdk2.GuardedWrites;
import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
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
 * One call of {@code update}: reads, changes and writes, until nobody else wrote in between or its time is over. The steps
 * follow one another, on whatever threads.
 *
 * <p>A write that may have been done is never computed anew: the very same request is sent again, until it is known what
 * became of it.
 *
 * @param <I> the item type
 */
final class Update<I> {
    private static final int SERVER_ERROR = 500;

    private final Requests requests;
    private final ItemOperations<?, I> items;
    private final Map<String, AttributeValue> key;
    private final Function<@Nullable I, I> change;
    private final boolean create;
    private final GuardedWrites mode;
    private final long deadline;

    private boolean isBaseKnown;
    private @Nullable Map<String, AttributeValue> base;
    private @Nullable Pending<I> pending;
    private int failuresInARow;
    private int conflicts;

    /** A write that was computed. */
    private static final class Pending<I> {
        private final Write<I> write;
        private final Exchange<?, ?, Attempt<I>> exchange;
        private boolean mayBeDone;

        Pending(Write<I> write, Exchange<?, ?, Attempt<I>> exchange) {
            this.write = write;
            this.exchange = exchange;
        }
    }

    private Update(
            Requests requests,
            ItemOperations<?, I> items,
            Map<String, AttributeValue> key,
            Function<@Nullable I, I> change,
            boolean create,
            GuardedWrites mode,
            Duration timeout) {
        this.requests = requests;
        this.items = items;
        this.key = key;
        this.change = change;
        this.create = create;
        this.mode = mode;
        this.deadline = System.nanoTime() + timeout.toNanos();
    }

    /**
     * @param change gets the stored item, or null where there is none
     * @param create whether {@code change} makes an item where there is none
     */
    static <K, I> CompletableFuture<I> run(
            Requests requests,
            ItemOperations<K, I> items,
            K key,
            Function<@Nullable I, I> change,
            boolean create,
            GuardedWrites mode) {
        if (items.encoder().versionAttribute() == null && items.encoder().tokens() == null) {
            throw new IllegalArgumentException(items.typeName()
                    + " has nothing to tell that another writer was there, which an update needs. Put @Version on a"
                    + " property of it, or @WriteToken on the interface of its table.");
        }
        Update<I> update = new Update<>(
                requests,
                items,
                items.encodeKey(key),
                change,
                create,
                mode,
                items.table().updateTimeout());
        return Futures.untilResult(update::step);
    }

    private CompletableFuture<@Nullable I> step() {
        Pending<I> write = pending;
        if (write != null) {
            return send(write);
        }
        return isBaseKnown ? compute() : read();
    }

    private CompletableFuture<@Nullable I> read() {
        return requests.send(items.loadRow(key))
                .handle((row, failure) -> {
                    if (failure == null) {
                        know(row.orElse(null));
                        return Futures.<I>anotherRound();
                    }
                    Throwable cause = Futures.unwrap(failure);
                    if (cause instanceof SdkException e && isTransient(e) && hasTime()) {
                        return afterPause();
                    }
                    return CompletableFuture.<@Nullable I>failedFuture(cause);
                })
                .thenCompose(next -> next);
    }

    private void know(@Nullable Map<String, AttributeValue> row) {
        base = row;
        isBaseKnown = true;
    }

    private CompletableFuture<@Nullable I> compute() {
        I item = base == null ? null : items.read(base);
        if (item == null && !create) {
            return CompletableFuture.failedFuture(new NoSuchElementException(
                    "There is no " + items.describe(key) + " to update. updateOrCreate makes one."));
        }
        I changed;
        try {
            changed = change.apply(item);
        } catch (Throwable e) {
            throw new Futures.Thrown(e);
        }
        if (changed == null) {
            throw new IllegalArgumentException("The change of " + items.describe(key) + " made null of it. Return an"
                    + " item, or the very item that was given to write nothing.");
        }
        if (changed == item) {
            return CompletableFuture.completedFuture(item);
        }
        Write<I> write = items.encoder().replace(base, changed);
        if (!items.table().schema().table().requireKey(write.row()).equals(key)) {
            throw new IllegalArgumentException("The change of " + items.describe(key) + " made "
                    + items.describe(write.row()) + " of it. An update cannot change the key: save the new item, and"
                    + " delete the old one, in a transaction.");
        }
        Pending<I> computed = new Pending<>(write, items.writes().put(write, mode));
        pending = computed;
        return send(computed);
    }

    private CompletableFuture<@Nullable I> send(Pending<I> sent) {
        return requests.send(sent.exchange).thenCompose(attempt -> {
            if (attempt instanceof Attempt.Done<I> done) {
                return CompletableFuture.completedFuture(done.result());
            }
            Settlement<I> settlement = new Settlement<>(items, "update", sent.write);
            return attempt instanceof Attempt.Refused<I> refused
                    ? refused(sent, refused, settlement)
                    : failed(sent, (Attempt.Failed<I>) attempt, settlement);
        });
    }

    private CompletableFuture<@Nullable I> refused(
            Pending<I> sent, Attempt.Refused<I> refused, Settlement<I> settlement) {
        // DynamoDB knows a transaction again, whoever sends it again.
        boolean sentBefore = sent.mayBeDone && mode != GuardedWrites.TRANSACTIONAL;
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
        pending = null;
        conflicts++;
        Map<String, AttributeValue> found = Settlement.found(refusal);
        base = found;
        // Without an item there is none, or the endpoint does not know how to return it.
        isBaseKnown = found != null;
        if (!hasTime()) {
            throw conflict(sent.write.expectation(), found, refusal);
        }
        return afterPause();
    }

    private CompletableFuture<@Nullable I> failed(Pending<I> sent, Attempt.Failed<I> failed, Settlement<I> settlement) {
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
                "The update of " + items.describe(key) + " met other writers " + conflicts + " times until its "
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

    private CompletableFuture<@Nullable I> afterPause() {
        Duration pause = Backoff.after(++failuresInARow);
        Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
        return requests.pause(pause.compareTo(left) < 0 ? pause : left).handle((waited, failure) -> {
            Pending<I> sent = pending;
            if (failure != null
                    && sent != null
                    && sent.mayBeDone
                    && Futures.unwrap(failure) instanceof SdkException e) {
                throw new Settlement<>(items, "update", sent.write).unknown(e);
            }
            if (failure != null) {
                throw Futures.rethrow(failure);
            }
            return null;
        });
    }
}
