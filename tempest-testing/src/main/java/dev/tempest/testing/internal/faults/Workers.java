package dev.tempest.testing.internal.faults;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** Threads on which a faulty network may wait. They do not keep the JVM from ending. */
final class Workers {
    static final Executor EXECUTOR = Executors.newCachedThreadPool(Workers::newThread);

    private Workers() {}

    private static Thread newThread(Runnable work) {
        Thread thread = new Thread(work, "tempest-faulty-http");
        thread.setDaemon(true);
        return thread;
    }
}
