package dev.tempest.sdk2.internal.sync;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The threads of one blocking database. They bound what it sends beside the requests that its callers wait for: work for
 * which there is no thread is not queued but declined, and whoever wants it done does it.
 */
final class Workers {
    private static final AtomicInteger THREADS = new AtomicInteger();
    private static final int IDLE_SECONDS = 10;

    private final int most;
    private final @Nullable Executor executor;
    private final AtomicInteger busy = new AtomicInteger();
    private @Nullable ThreadPoolExecutor threads;

    /**
     * @param most how much work there may be at once
     * @param executor runs it; null for threads of our own
     */
    Workers(int most, @Nullable Executor executor) {
        this.most = most;
        this.executor = executor;
    }

    /**
     * Starts work, or returns null if as much is under way as there may be.
     *
     * @throws RejectedExecutionException if the user's executor takes no work
     */
    <T extends @Nullable Object> @Nullable CompletableFuture<T> start(Supplier<T> work) {
        if (most == 0) {
            return null;
        }
        if (executor != null) {
            return start(work, executor);
        }
        Task<T> task = new Task<>(work);
        threads().execute(task);
        return task.declined ? null : task.result;
    }

    private <T extends @Nullable Object> @Nullable CompletableFuture<T> start(Supplier<T> work, Executor on) {
        if (busy.getAndUpdate(count -> Math.min(most, count + 1)) >= most) {
            return null;
        }
        Task<T> task = new Task<>(() -> {
            try {
                return work.get();
            } finally {
                busy.decrementAndGet();
            }
        });
        try {
            on.execute(task);
        } catch (RejectedExecutionException e) {
            busy.decrementAndGet();
            throw e;
        }
        return task.result;
    }

    private synchronized ThreadPoolExecutor threads() {
        ThreadPoolExecutor known = threads;
        if (known == null) {
            known = new ThreadPoolExecutor(
                    0,
                    most,
                    IDLE_SECONDS,
                    TimeUnit.SECONDS,
                    new SynchronousQueue<>(),
                    work -> {
                        Thread thread = new Thread(work, "tempest-" + THREADS.incrementAndGet());
                        thread.setDaemon(true);
                        return thread;
                    },
                    (task, pool) -> ((Task<?>) task).declined = true);
            threads = known;
        }
        return known;
    }

    private static final class Task<T extends @Nullable Object> implements Runnable {
        private final Supplier<T> work;
        private final CompletableFuture<T> result = new CompletableFuture<>();
        /** Only the thread that starts the task reads and writes it. */
        private boolean declined;

        Task(Supplier<T> work) {
            this.work = work;
        }

        @Override
        public void run() {
            try {
                result.complete(work.get());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        }
    }
}
