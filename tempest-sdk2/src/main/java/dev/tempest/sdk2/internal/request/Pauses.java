package dev.tempest.sdk2.internal.request;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Waits without a thread for each wait, and without the common pool, which the program may keep busy. What follows a pause
 * starts on the scheduler's thread, and so must send a request and return.
 */
public final class Pauses {
    private static final String THREAD = "tempest-scheduler";

    /** Takes work off the scheduler's thread, where the SDK responds so fast that it goes on there. */
    public static final Executor FUNCTIONS = work -> {
        Thread thread = new Thread(work, "tempest-function");
        thread.setDaemon(true);
        thread.start();
    };

    private Pauses() {}

    /** Made when something waits for the first time. */
    private static final class Shared {
        static final ScheduledExecutorService SCHEDULER = scheduler();

        private static ScheduledExecutorService scheduler() {
            ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1, work -> {
                Thread thread = new Thread(work, THREAD);
                thread.setDaemon(true);
                return thread;
            });
            scheduler.setRemoveOnCancelPolicy(true);
            scheduler.setKeepAliveTime(10, TimeUnit.SECONDS);
            scheduler.allowCoreThreadTimeOut(true);
            return scheduler;
        }
    }

    /**
     * Completes after a while, or fails if the scheduler takes no work. Cancelling the future ends the wait.
     *
     * @param scheduler the user's; null for the library's own
     */
    public static CompletableFuture<@Nullable Void> of(
            Duration duration, @Nullable ScheduledExecutorService scheduler) {
        CompletableFuture<@Nullable Void> pause = new CompletableFuture<>();
        try {
            var timer = (scheduler == null ? Shared.SCHEDULER : scheduler)
                    .schedule(() -> pause.complete(null), duration.toNanos(), TimeUnit.NANOSECONDS);
            pause.whenComplete((done, failure) -> timer.cancel(false));
        } catch (RejectedExecutionException e) {
            pause.completeExceptionally(e);
        }
        return pause;
    }

    /** Whether the current thread ends the waits of the whole program, and so must not run what may take long. */
    public static boolean isOwnThread() {
        return Thread.currentThread().getName().equals(THREAD);
    }
}
