package dev.tempest.sdk2.internal.request;

import dev.tempest.internal.Rethrow;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What {@link CompletableFuture} leaves out. */
public final class Futures {
    private Futures() {}

    /** What a user's own code threw, kept apart so that it comes through as it was, even if it is a wrapper itself. */
    public static final class Thrown extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final Throwable thrown;

        public Thrown(Throwable thrown) {
            super(null, thrown, false, false);
            this.thrown = thrown;
        }
    }

    /** What a future failed with, out of the wrappers that dependent futures put around it. */
    public static Throwable unwrap(Throwable failure) {
        Throwable unwrapped = failure;
        while (unwrapped instanceof CompletionException && unwrapped.getCause() != null) {
            unwrapped = unwrapped.getCause();
        }
        return unwrapped;
    }

    /** What to fail the user's own call with. */
    public static Throwable toUser(Throwable failure) {
        Throwable unwrapped = unwrap(failure);
        return unwrapped instanceof Thrown users ? users.thrown : unwrapped;
    }

    /** The result of a future; what it failed with is thrown as it is. */
    public static <T extends @Nullable Object> T await(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw Rethrow.unchecked(toUser(e));
        }
    }

    /** What a step of {@link #untilResult} returns that is to be followed by another. */
    public static <T> CompletableFuture<@Nullable T> anotherRound() {
        return CompletableFuture.completedFuture(null);
    }

    /** A failure as a stage may throw it; whoever waits for the stage sees it unwrapped. */
    public static CompletionException rethrow(Throwable failure) {
        return failure instanceof CompletionException wrapped ? wrapped : new CompletionException(failure);
    }

    /**
     * Repeats a step until it yields a result; null asks for another round. Rounds whose futures are complete already run
     * in a loop, so that many of them do not pile up on the stack.
     */
    public static <T> CompletableFuture<T> untilResult(Supplier<CompletableFuture<@Nullable T>> step) {
        CompletableFuture<T> result = new CompletableFuture<>();
        advance(step, result);
        return result;
    }

    private static <T> void advance(Supplier<CompletableFuture<@Nullable T>> step, CompletableFuture<T> result) {
        try {
            while (!result.isDone()) {
                CompletableFuture<@Nullable T> round = step.get();
                if (!round.isDone()) {
                    round.whenComplete((value, failure) -> {
                        if (failure != null) {
                            result.completeExceptionally(unwrap(failure));
                        } else if (value != null) {
                            result.complete(value);
                        } else {
                            advance(step, result);
                        }
                    });
                    return;
                }
                T value = round.join();
                if (value != null) {
                    result.complete(value);
                }
            }
        } catch (Throwable e) {
            result.completeExceptionally(unwrap(e));
        }
    }
}
