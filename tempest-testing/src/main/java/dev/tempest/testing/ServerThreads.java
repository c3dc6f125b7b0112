package dev.tempest.testing;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The threads of one server, DynamoDB Local's own included.
 *
 * <p>DynamoDB Local starts non-daemon threads, in the group of the thread that calls it, and gives no way to supply
 * others. All of them are therefore in one group, by which they can be told from the threads of the program: when the
 * program has none left, the JVM would have ended but for the server.
 */
final class ServerThreads {
    private static final long PATIENCE_MILLIS = 2_000;
    private static final String ENDING_JVM = "DestroyJavaVM";
    private static final String OF_SQLITE = "SQLiteQueue";

    private final ThreadGroup group = new ThreadGroup(rootGroup(), "dynamodb-local");
    private volatile @Nullable Thread watch;

    ThreadGroup group() {
        return group;
    }

    /** Calls {@code stop} once none but server threads keep the JVM alive. */
    void endWithTheJvm(Runnable stop) {
        // In the root group and not in this one, as it is this thread that will call end().
        Thread thread = new Thread(rootGroup(), () -> awaitOthers(stop), "dynamodb-local-watch");
        thread.setDaemon(true);
        watch = thread;
        thread.start();
    }

    /** Ends what sleeps, and waits for what works. */
    void end() {
        Thread watching = watch;
        if (watching != null && watching != Thread.currentThread()) {
            watching.interrupt();
        }
        for (Thread thread : threadsOf(group)) {
            // SQLite's has been told to end, and would log a warning if it were interrupted on its way.
            if (!thread.getName().startsWith(OF_SQLITE)) {
                thread.interrupt();
            }
        }
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        try {
            for (Thread thread : threadsOf(group)) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (thread != Thread.currentThread() && left > 0) {
                    thread.join(left);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitOthers(Runnable stop) {
        try {
            Thread other = anyOtherThread();
            while (other != null) {
                other.join();
                other = anyOtherThread();
            }
            stop.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static @Nullable Thread anyOtherThread() {
        for (Thread thread : threadsOf(rootGroup())) {
            if (!thread.isDaemon() && !isOfAServer(thread) && !thread.getName().equals(ENDING_JVM)) {
                return thread;
            }
        }
        return null;
    }

    /** Of any server, and not only of this one: two servers must not wait for each other. */
    private static boolean isOfAServer(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return group == null || group.getName().equals("dynamodb-local");
    }

    private static Thread[] threadsOf(ThreadGroup group) {
        Thread[] threads = new Thread[group.activeCount() + 16];
        int count = group.enumerate(threads);
        while (count == threads.length) {
            threads = new Thread[2 * threads.length];
            count = group.enumerate(threads);
        }
        return Arrays.copyOf(threads, count);
    }

    private static ThreadGroup rootGroup() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        for (ThreadGroup parent = group.getParent(); parent != null; parent = group.getParent()) {
            group = parent;
        }
        return group;
    }
}
