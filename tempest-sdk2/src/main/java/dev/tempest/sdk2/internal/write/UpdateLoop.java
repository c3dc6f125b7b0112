package dev.tempest.sdk2.internal.write;

import dev.tempest.OperationListener.Outcome;
import dev.tempest.UniqueValueTakenException;
import dev.tempest.UpdateConflictException;
import dev.tempest.internal.locking.Backoff;
import dev.tempest.internal.locking.TraceToken.Verdict;
import dev.tempest.internal.write.Expectation;
import dev.tempest.sdk2.internal.mapping.ItemMapper;
import dev.tempest.sdk2.internal.read.GetItemOperation;
import dev.tempest.sdk2.internal.request.Exchange;
import dev.tempest.sdk2.internal.request.FailureKind;
import dev.tempest.sdk2.internal.request.Futures;
import dev.tempest.sdk2.internal.request.Requests;
import dev.tempest.sdk2.internal.request.SdkOutcomes;
import dev.tempest.sdk2.internal.schema.value.SdkValues;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReplicatedWriteConflictException;

/**
 * One call of {@code update}, or of another write that is computed from what is stored: reads, changes and writes, until
 * nobody else wrote in between or its time is over. The steps follow one another, on whatever threads.
 *
 * <p>A write that may have been done is not computed again: the very same request is sent, until it is known what became
 * of it.
 *
 * @param <T> the result: of an update the item
 */
final class UpdateLoop<T> {
    /** A request that is given up at once may be executed all the same, and nobody would know. */
    private static final Duration SHORTEST_CALL = Duration.ofMillis(250);

    private final Requests requests;
    private final GetItemOperation<?, ?> get;
    private final ItemMapper<?> mapper;
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

    /**
     * Computes a write from what is stored; again, from what is stored then, if another writer came in between.
     *
     * @param <T> the result of the write
     */
    @FunctionalInterface
    interface Change<T> {
        /**
         * The write, which is done only on what it was computed from.
         *
         * @param base what is stored; null for nothing
         */
        Step<T> on(@Nullable Map<String, AttributeValue> base);

        /**
         * What a failed condition means that no other writer made fail.
         *
         * @param base what was read
         * @param found what is stored
         * @return null if there was another writer
         */
        default @Nullable RuntimeException failure(
                @Nullable Map<String, AttributeValue> base,
                @Nullable Map<String, AttributeValue> found,
                ConditionalCheckFailedException exception) {
            return null;
        }

        /** Whether the write may be computed again where it is not known whether an earlier try was done. */
        default boolean isRepeatable() {
            return false;
        }
    }

    /** What is to be done. */
    sealed interface Step<T> permits Nothing, Planned {}

    /** Nothing is to be written. */
    record Nothing<T>(T result) implements Step<T> {}

    private UpdateLoop(
            Requests requests,
            GetItemOperation<?, ?> get,
            ItemMapper<?> mapper,
            Map<String, AttributeValue> key,
            Change<T> change) {
        this.requests = requests;
        this.get = get;
        this.mapper = mapper;
        this.key = key;
        this.change = change;
        this.deadline = requests.nanoTime() + timeout().toNanos();
        this.callTimeout = requests.callTimeout();
    }

    /** Reads, changes and writes the item of a key. */
    static <T> CompletableFuture<T> run(
            Requests requests,
            GetItemOperation<?, ?> get,
            ItemMapper<?> mapper,
            Map<String, AttributeValue> key,
            Change<T> change) {
        UpdateLoop<T> update = new UpdateLoop<>(requests, get, mapper, key, change);
        return Futures.untilResult(update::step);
    }

    /** Writes an item that is expected not to be there, which is not read. */
    static <T> CompletableFuture<T> runOnNothing(
            Requests requests,
            GetItemOperation<?, ?> get,
            ItemMapper<?> mapper,
            Map<String, AttributeValue> key,
            Change<T> change) {
        return runOn(requests, get, mapper, key, null, change);
    }

    /** The same for an item that was read a while ago. */
    static <T> CompletableFuture<T> runOn(
            Requests requests,
            GetItemOperation<?, ?> get,
            ItemMapper<?> mapper,
            Map<String, AttributeValue> row,
            Change<T> change) {
        return runOn(requests, get, mapper, mapper.table().schema().table().requireKey(row), row, change);
    }

    private static <T> CompletableFuture<T> runOn(
            Requests requests,
            GetItemOperation<?, ?> get,
            ItemMapper<?> mapper,
            Map<String, AttributeValue> key,
            @Nullable Map<String, AttributeValue> row,
            Change<T> change) {
        UpdateLoop<T> update = new UpdateLoop<>(requests, get, mapper, key, change);
        update.know(row);
        return Futures.untilResult(update::step);
    }

    private Duration timeout() {
        return mapper.table().settings().updateTimeout();
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
        long start = requests.nanoTime();
        return requests.send(
                        callTimeout == null || callTimeout.compareTo(limit) > 0 ? exchange.within(limit) : exchange)
                .thenApply(response -> {
                    if (!(response instanceof Write.Failed<?>)) {
                        responseTime = Duration.ofNanos(requests.nanoTime() - start);
                        failuresInARow = 0;
                    }
                    return response;
                });
    }

    private CompletableFuture<@Nullable T> read() {
        return ask(get.loadRow(key))
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
        Executor functions = requests.functions();
        return functions == null
                ? follow(change.on(base))
                : CompletableFuture.supplyAsync(() -> change.on(base), functions)
                        .thenCompose(this::follow);
    }

    private CompletableFuture<@Nullable T> follow(Step<T> step) {
        if (step instanceof Nothing<T> nothing) {
            return CompletableFuture.completedFuture(nothing.result());
        }
        Pending<T> computed = new Pending<>((Planned<T>) step);
        pending = computed;
        return send(computed);
    }

    private CompletableFuture<@Nullable T> send(Pending<T> sent) {
        return ask(sent.exchange).thenCompose(attempt -> {
            if (attempt instanceof Write.Done<T> done) {
                // The result that was expected is what a response means that brings none.
                return done.result() == sent.write.result()
                        ? result(sent)
                        : CompletableFuture.completedFuture(done.result());
            }
            if (attempt instanceof Write.ClaimsFailed<T> failed) {
                return claimsFailed(sent, failed);
            }
            return attempt instanceof Write.ConditionFailed<T> failed
                    ? conditionFailed(sent, failed)
                    : failed(sent, (Write.Failed<T>) attempt);
        });
    }

    /** The result of a write that was done, which must not fail any more. */
    private CompletableFuture<@Nullable T> result(Pending<T> done) {
        T expected = done.write.result();
        return done.reread == null
                ? CompletableFuture.completedFuture(expected)
                : ask(done.reread).handle((stored, failure) -> failure == null ? stored.orElse(expected) : expected);
    }

    private CompletableFuture<@Nullable T> conditionFailed(Pending<T> sent, Write.ConditionFailed<T> failed) {
        ConditionalCheckFailedException exception = failed.exception();
        Verdict verdict = sent.write.verdict(failed, sent.mayBeDone);
        if (verdict == Verdict.DONE) {
            requests.observation().decided(Outcome.OWN_WRITE_RECOGNISED);
            sent.write.release();
            return result(sent);
        }
        if (verdict == Verdict.UNKNOWN && !change.isRepeatable()) {
            requests.observation().decided(Outcome.UNKNOWN);
            throw sent.write.unknown(exception);
        }
        sent.write.release();
        // Without an item there is none, or the endpoint does not return it.
        Map<String, AttributeValue> found = mapper.table().present(Write.found(exception));
        RuntimeException failure = change.failure(base, found, exception);
        requests.observation().decided(failure == null ? Outcome.CONFLICT : Outcome.CONDITION_FAILED);
        if (failure != null) {
            throw failure;
        }
        return afterConflict(sent.write, found, exception);
    }

    /** Throws if another item has a unique value; else makes a transaction of the write that can be executed. */
    private CompletableFuture<@Nullable T> claimsFailed(Pending<T> sent, Write.ClaimsFailed<T> failed) {
        Planned.Claimed claimed = sent.claimed;
        if (claimed == null || !failed.sentOnce() || sent.mayBeDone) {
            requests.observation().decided(Outcome.UNKNOWN);
            throw sent.write.unknown(failed.exception());
        }
        conflicts++;
        return claimed.moves()
                .resolve(requests, failed.reasons(), failed.exception())
                .handle((resolved, failure) -> {
                    boolean isTaken = failure != null && Futures.unwrap(failure) instanceof UniqueValueTakenException;
                    requests.observation().decided(isTaken ? Outcome.CONDITION_FAILED : Outcome.CONFLICT);
                    if (failure != null || !hasTime(2)) {
                        sent.write.release();
                        throw failure == null
                                ? conflict(sent.write, base, failed.exception())
                                : Futures.rethrow(failure);
                    }
                    sent.exchange = claimed.exchange(sent.write);
                    return pause(Backoff.afterConflict(conflicts), 2);
                })
                .thenCompose(next -> next);
    }

    private CompletableFuture<@Nullable T> failed(Pending<T> sent, Write.Failed<T> failed) {
        RuntimeException e = failed.failure();
        sent.mayBeDone |= !failed.certain();
        requests.observation().decided(SdkOutcomes.INSTANCE.of(e, true));
        if (e instanceof ReplicatedWriteConflictException conflict && !sent.mayBeDone) {
            // A conflict with a write in another Region, which does not say what is stored there.
            sent.write.release();
            return afterConflict(sent.write, null, conflict);
        }
        if (mayPass(e) && hasTime(1)) {
            return afterFailure();
        }
        if (sent.mayBeDone) {
            throw sent.write.unknown(e);
        }
        sent.write.release();
        throw sent.write.failure(e);
    }

    /** Computes the change from what was found at once, or waits for the others and reads again. */
    private CompletableFuture<@Nullable T> afterConflict(
            Write<T> write, @Nullable Map<String, AttributeValue> found, SdkException failure) {
        pending = null;
        conflicts++;
        Duration pause = Backoff.afterConflict(conflicts);
        // What was found has taken half of a response's time to come. After a longer pause it is out of date.
        isBaseKnown = found != null && pause.compareTo(responseTime()) <= 0;
        base = isBaseKnown ? found : null;
        if (!hasTime(isBaseKnown ? 1 : 2)) {
            throw conflict(write, found, failure);
        }
        if (isBaseKnown) {
            return Futures.anotherRound();
        }
        lastConflict = conflict(write, found, failure);
        return pause(pause, 2);
    }

    private UpdateConflictException conflict(
            Write<T> write, @Nullable Map<String, AttributeValue> found, SdkException failure) {
        Expectation<AttributeValue> expectation = write.expectation();
        return new UpdateConflictException(
                mapper.table().name(),
                mapper.table().schema().table().keyValues(key),
                mapper.type(),
                "The " + write.operation().name() + " of " + mapper.describe(key) + " conflicted with other writers "
                        + conflicts + " times within " + timeout().toMillis() + " ms: "
                        + expectation.describe(found, SdkValues.INSTANCE) + ".",
                conflicts,
                expectation.version() == null ? null : SdkValues.INSTANCE.describe(expectation.version()),
                expectation.versionOf(found, SdkValues.INSTANCE),
                failure);
    }

    private boolean mayPass(Throwable failure) {
        return FailureKind.of(failure).mayPass(responseTime != null);
    }

    private Duration responseTime() {
        return responseTime == null ? Duration.ZERO : responseTime;
    }

    private Duration left() {
        return Duration.ofNanos(Math.max(0, deadline - requests.nanoTime()));
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
                    && Futures.unwrap(failure) instanceof RuntimeException e
                    && !(e instanceof CancellationException)) {
                throw sent.write.unknown(e);
            }
            if (failure != null) {
                throw Futures.rethrow(failure);
            }
            return null;
        });
    }
}
