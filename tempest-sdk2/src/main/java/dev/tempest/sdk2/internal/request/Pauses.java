package dev.tempest.sdk2.internal.request;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Waits without a thread for each wait, and without the common pool, which the program may keep busy. What follows a pause
 * starts on the scheduler's thread, and so must send a request and return.
 */
public final class Pauses {
    private Pauses() {}

    /** Made when something waits for the first time. */
    private static final class Shared {
        static final ScheduledExecutorService SCHEDULER = scheduler();

        private static ScheduledExecutorService scheduler() {
            ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1, work -> {
                Thread thread = new Thread(work, "tempest-scheduler");
                thread.setDaemon(true);
                return thread;
            });
            scheduler.setRemoveOnCancelPolicy(true);
            scheduler.setKeepAliveTime(10, TimeUnit.SECONDS);
            scheduler.allowCoreThreadTimeOut(true);
            return scheduler;
        }
    }

    /** Completes after a while. Cancelling the future ends the wait. */
    public static CompletableFuture<@Nullable Void> of(Duration duration) {
        CompletableFuture<@Nullable Void> pause = new CompletableFuture<>();
        var timer = Shared.SCHEDULER.schedule(() -> pause.complete(null), duration.toNanos(), TimeUnit.NANOSECONDS);
        pause.whenComplete((done, failure) -> timer.cancel(false));
        return pause;
    }
}
