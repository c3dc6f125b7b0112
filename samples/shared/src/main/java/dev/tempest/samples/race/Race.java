package dev.tempest.samples.race;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets several writers loose, each in a thread of its own. */
public final class Race {
    private Race() {}

    /** One who makes changes, one after another, and tells what came of each. */
    @FunctionalInterface
    public interface Writer {
        List<AcceptedChange> write(String name, List<Change> changes) throws InterruptedException;
    }

    /**
     * Waits for all writers.
     *
     * @param changesByWriter what each writer is to do, in that order
     */
    public static List<AcceptedChange> run(Map<String, List<Change>> changesByWriter, Writer writer)
            throws InterruptedException {
        List<Callable<List<AcceptedChange>>> writers = new ArrayList<>();
        changesByWriter.forEach((name, changes) -> writers.add(() -> writer.write(name, changes)));
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, writers.size()));
        try {
            List<AcceptedChange> accepted = new ArrayList<>();
            for (Future<List<AcceptedChange>> future : threads.invokeAll(writers)) {
                accepted.addAll(future.get());
            }
            return accepted;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A writer failed: " + e.getCause(), e);
        } finally {
            threads.shutdownNow();
        }
    }
}
