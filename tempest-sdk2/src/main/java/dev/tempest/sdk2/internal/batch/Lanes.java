package dev.tempest.sdk2.internal.batch;

import dev.tempest.internal.batch.Parts;
import dev.tempest.internal.locking.Backoff;
import dev.tempest.sdk2.internal.request.Futures;
import dev.tempest.sdk2.internal.request.Requests;
import dev.tempest.sdk2.internal.request.Trouble;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Works off a queue in chunks, several at a time where the database has room for that. What DynamoDB leaves of a chunk comes
 * back into the queue; a lane that gets nowhere waits longer each time, and gives up in the end. A chunk that DynamoDB
 * refuses is sent again in parts, until it is known which entry is the cause; the others go on.
 *
 * @param <E> the entries
 */
final class Lanes<E> {
    /** A thousand keys, or 250 writes, are under way at once. */
    private static final int MAX_LANES = 10;

    private static final int MAX_FRUITLESS = 10;

    /** The SDK has tried several times already by then. */
    private static final int MAX_TRANSIENT = 2;

    private final Requests requests;
    private final Work<E> work;
    private final CompletableFuture<Outcome<E>> outcome = new CompletableFuture<>();

    // Guarded by this.
    private final Deque<E> queue;
    private final Deque<List<E>> again = new ArrayDeque<>();
    private final Parts parts = new Parts();
    private final List<Refused<E>> refused = new ArrayList<>();
    private int lanes;
    private boolean isAtItsWidest;
    private boolean stopped;
    private @Nullable RuntimeException cause;
    private int paused;
    private volatile @Nullable Throwable defect;
    private volatile boolean hostKnown;

    /**
     * How to send entries.
     *
     * @param chunkSize how many to a request
     * @param send sends a chunk, and gives what of it was left unprocessed
     * @param tableOf the DynamoDB table of an entry
     */
    record Work<E>(int chunkSize, Function<List<E>, CompletableFuture<List<E>>> send, Function<E, String> tableOf) {}

    /** An entry that DynamoDB refuses. */
    record Refused<E>(E entry, RuntimeException cause) {}

    /**
     * What was not done.
     *
     * @param left those that DynamoDB has not taken, or was not asked for
     * @param cause why they are left; null if DynamoDB had no capacity for them
     */
    record Outcome<E>(
            List<E> left,
            List<Refused<E>> refused,
            @Nullable RuntimeException cause) {}

    /** How a lane fares. */
    private static final class Progress {
        private int fruitless;
        private int failures;

        void reset() {
            fruitless = 0;
            failures = 0;
        }
    }

    Lanes(Requests requests, Collection<E> entries, Work<E> work) {
        this.requests = requests;
        this.work = work;
        this.queue = new ArrayDeque<>(entries);
    }

    /** Works until nothing is left, or nothing that DynamoDB takes. */
    CompletableFuture<Outcome<E>> run() {
        int wanted = Math.min(MAX_LANES, (queue.size() + work.chunkSize() - 1) / work.chunkSize());
        lanes = 1;
        for (int i = 1; i < wanted && fork(); i++) {
            // One after another, as long as there is room.
        }
        // One lane is the caller's own thread, where there is one that blocks: it needs no room.
        lane();
        return outcome;
    }

    private boolean fork() {
        synchronized (this) {
            lanes++;
        }
        try {
            if (requests.fork(this::lane) != null) {
                return true;
            }
            leave();
        } catch (RejectedExecutionException e) {
            abandon(e);
        }
        return false;
    }

    private CompletableFuture<Boolean> lane() {
        Progress progress = new Progress();
        CompletableFuture<Boolean> lane = Futures.untilResult(() -> {
            List<E> chunk = next();
            return chunk.isEmpty() ? CompletableFuture.completedFuture(true) : round(chunk, progress);
        });
        return lane.whenComplete((done, failure) -> {
            if (failure != null) {
                stop(failure);
            }
            Outcome<E> end = end();
            Throwable unexpected = defect;
            if (end != null && unexpected == null) {
                outcome.complete(end);
            } else if (end != null && unexpected != null) {
                outcome.completeExceptionally(unexpected);
            }
        });
    }

    private CompletableFuture<@Nullable Boolean> round(List<E> chunk, Progress progress) {
        return work.send()
                .apply(chunk)
                .handle((unprocessed, failure) -> {
                    if (failure == null) {
                        return answered(chunk, unprocessed, progress);
                    }
                    return failed(chunk, reason(failure), progress);
                })
                .thenCompose(next -> next);
    }

    /** What failed, unless it is the program's own decision, or an error of the JVM. */
    private static RuntimeException reason(Throwable failure) {
        Throwable unwrapped = Futures.unwrap(failure);
        if (unwrapped instanceof RuntimeException e && !(e instanceof CancellationException)) {
            return e;
        }
        throw Futures.rethrow(failure);
    }

    private CompletableFuture<@Nullable Boolean> answered(List<E> chunk, List<E> unprocessed, Progress progress) {
        hostKnown = true;
        progress.failures = 0;
        if (unprocessed.isEmpty()) {
            progress.fruitless = 0;
            if (mayGrow()) {
                fork();
            }
            return Futures.anotherRound();
        }
        giveBack(unprocessed);
        progress.fruitless = unprocessed.size() < chunk.size() ? 1 : progress.fruitless + 1;
        return later(progress, null);
    }

    private CompletableFuture<@Nullable Boolean> failed(List<E> chunk, RuntimeException e, Progress progress) {
        Trouble trouble = Trouble.of(e, hostKnown);
        switch (trouble) {
            case OF_AN_ITEM, OF_A_TABLE -> {
                refused(chunk, trouble == Trouble.OF_AN_ITEM, e);
                progress.reset();
                return Futures.anotherRound();
            }
            case HOPELESS -> {
                giveBack(chunk);
                return giveUp(e, true);
            }
            case NO_CONNECTION -> {
                if (handOver(chunk)) {
                    return CompletableFuture.completedFuture(true);
                }
                giveBack(chunk);
            }
            default -> giveBack(chunk);
        }
        progress.fruitless += attempts(e);
        // DynamoDB refuses a request that it has no capacity for at all; of others it leaves a part unprocessed.
        if (trouble == Trouble.THROTTLED) {
            return later(progress, null);
        }
        progress.failures++;
        return progress.failures < MAX_TRANSIENT ? later(progress, e) : giveUp(e, false);
    }

    private static int attempts(RuntimeException failure) {
        Integer attempts = failure instanceof SdkException e ? e.numAttempts() : null;
        return attempts == null ? 1 : Math.max(1, attempts);
    }

    private CompletableFuture<@Nullable Boolean> later(Progress progress, @Nullable RuntimeException e) {
        if (progress.fruitless > MAX_FRUITLESS) {
            return giveUp(e, false);
        }
        Duration pause = Backoff.after(progress.fruitless);
        pausing(1);
        return requests.pause(pause)
                .handle((waited, failure) -> {
                    pausing(-1);
                    return failure == null ? Futures.<Boolean>anotherRound() : giveUp(reason(failure), true);
                })
                .thenCompose(next -> next);
    }

    private synchronized void refused(List<E> chunk, boolean isOfAnItem, RuntimeException e) {
        List<List<E>> smaller = parts.of(chunk, isOfAnItem, work.tableOf());
        again.addAll(smaller);
        if (smaller.isEmpty()) {
            for (E entry : chunk) {
                refused.add(new Refused<>(entry, e));
            }
        }
    }

    /** The next chunk; without one, the lane has left. */
    private synchronized List<E> next() {
        if (stopped) {
            leave();
            return List.of();
        }
        List<E> part = again.poll();
        if (part != null) {
            return part;
        }
        List<E> chunk = new ArrayList<>(Math.min(work.chunkSize(), queue.size()));
        while (chunk.size() < work.chunkSize() && !queue.isEmpty()) {
            chunk.add(queue.remove());
        }
        if (chunk.isEmpty()) {
            leave();
        }
        return chunk;
    }

    /** Whether there was no room for all lanes at first, and there is work for one more. */
    private synchronized boolean mayGrow() {
        return !stopped && !isAtItsWidest && lanes < MAX_LANES && queue.size() > work.chunkSize();
    }

    private synchronized void giveBack(List<E> unprocessed) {
        queue.addAll(unprocessed);
    }

    /** Leaves a chunk to the other lanes, and ends this one; not if there is no other. */
    private synchronized boolean handOver(List<E> chunk) {
        isAtItsWidest = true;
        if (lanes == 1) {
            return false;
        }
        queue.addAll(chunk);
        leave();
        return true;
    }

    /** @param forAll whether no other lane would fare better */
    private synchronized CompletableFuture<@Nullable Boolean> giveUp(@Nullable RuntimeException e, boolean forAll) {
        isAtItsWidest = true;
        stopped |= forAll;
        if (cause == null || forAll) {
            cause = e;
        }
        leave();
        return CompletableFuture.completedFuture(true);
    }

    /** Ends a lane that did not start, and the others after what they have under way. */
    private synchronized void abandon(RejectedExecutionException e) {
        isAtItsWidest = true;
        stopped = true;
        cause = e;
        leave();
    }

    private synchronized void stop(Throwable failure) {
        stopped = true;
        defect = failure;
        leave();
    }

    private synchronized void leave() {
        lanes--;
    }

    private synchronized void pausing(int change) {
        paused += change;
    }

    /**
     * The outcome, if nobody will add to it. Lanes that pause have nothing to do when all is done: so the outcome is known to
     * a thread that has received a response, and not to one that others wait for.
     */
    private synchronized @Nullable Outcome<E> end() {
        boolean isDone = lanes == paused && queue.isEmpty() && again.isEmpty();
        if (lanes > 0 && !isDone) {
            return null;
        }
        List<E> left = new ArrayList<>(queue);
        again.forEach(left::addAll);
        return new Outcome<>(left, refused, cause);
    }
}
