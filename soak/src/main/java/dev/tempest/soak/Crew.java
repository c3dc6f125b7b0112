package dev.tempest.soak;

import dev.tempest.soak.history.Journal;
import dev.tempest.soak.work.Worker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The worker processes: gives them operations to do, starts again those that were killed. */
final class Crew {
    private static final int BATCH = 40;

    private final Soak.Settings settings;
    private final URI proxy;
    private final URI server;
    private final List<Path> journals = Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> posts = new ArrayList<>();
    private final @Nullable Process[] processes;
    private int next = 1;
    private int left;
    private volatile @Nullable String failure;

    Crew(Soak.Settings settings, URI proxy, URI server) {
        this.settings = settings;
        this.proxy = proxy;
        this.server = server;
        left = settings.operations();
        processes = new Process[settings.workers()];
    }

    void start() {
        for (int i = 0; i < settings.workers(); i++) {
            int number = i;
            Thread post = new Thread(() -> keep(number), "worker-" + i);
            posts.add(post);
            post.start();
        }
    }

    /** Kills one of the processes; returns whether there was one. */
    synchronized boolean kill(int number) {
        Process process = processes[number];
        if (process == null || left <= 0) {
            return false;
        }
        process.destroyForcibly();
        return true;
    }

    boolean isDone() {
        return posts.stream().noneMatch(Thread::isAlive);
    }

    /** What went wrong with a process that nobody killed; null for nothing. */
    @Nullable String failure() {
        return failure;
    }

    List<Path> journals() {
        return journals;
    }

    /** How many operations are not given out yet. */
    synchronized int left() {
        return left;
    }

    private void keep(int number) {
        while (left() > 0 && failure == null) {
            Path journal = settings.directory().resolve("journal-" + number + "-" + journals.size() + ".txt");
            journals.add(journal);
            AtomicInteger given = new AtomicInteger();
            Process process = launch(number, journal);
            try {
                serve(process, given);
                int status = process.waitFor();
                putBack(given.get() - begun(journal));
                // 128 and the signal: killed.
                if (status != 0 && status != 137 && status != 143) {
                    failure = "A worker ended with status " + status + ".";
                }
            } catch (IOException | InterruptedException e) {
                failure = "A worker was lost: " + e;
            }
        }
    }

    private synchronized Process launch(int number, Path journal) {
        Process process = ChildProcess.start(
                Worker.class,
                settings.workerOptions(),
                List.of(
                        proxy.toString(),
                        server.toString(),
                        Long.toString(settings.seed()),
                        Integer.toString(settings.lanes()),
                        journal.toString()));
        processes[number] = process;
        return process;
    }

    private void serve(Process process, AtomicInteger given) throws IOException {
        try (BufferedReader asked = ChildProcess.reader(process);
                OutputStream answer = process.getOutputStream()) {
            for (String line = asked.readLine(); line != null; line = asked.readLine()) {
                if (!line.equals(Worker.MORE)) {
                    System.out.println(line);
                    continue;
                }
                answer.write((batch(given) + "\n").getBytes(StandardCharsets.UTF_8));
                answer.flush();
            }
        } catch (IOException e) {
            if (process.isAlive()) {
                throw e;
            }
            // It was killed.
        }
    }

    /** The first operation of a batch and the one after the last; empty if there is nothing left to do. */
    private synchronized String batch(AtomicInteger given) {
        int count = Math.min(BATCH, left);
        if (count == 0) {
            return "";
        }
        int first = next;
        next += count;
        left -= count;
        given.addAndGet(count);
        return first + " " + next;
    }

    private synchronized void putBack(int notBegun) {
        left += notBegun;
    }

    private static int begun(Path journal) {
        if (!Files.exists(journal)) {
            return 0;
        }
        AtomicInteger begun = new AtomicInteger();
        try {
            Journal.read(journal, intent -> begun.incrementAndGet(), ending -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return begun.get();
    }
}
