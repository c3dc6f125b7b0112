package dev.tempest.samples.contest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several writers, each in a thread of its own, who add their tracks to one playlist at the same time. */
public record Contest(int writers, int tracksEach) {
    /** Eight writers and 200 tracks: enough for all that can go wrong to go wrong. */
    public static final Contest USUAL = new Contest(8, 25);

    /** A way to add a track to a playlist. */
    @FunctionalInterface
    public interface Writer {
        void add(String playlistToken, String track);
    }

    /** Finds what is in a playlist once all are done. */
    @FunctionalInterface
    public interface Tracks {
        List<String> of(String playlistToken);
    }

    public Outcome run(String playlistToken, Writer writer, Tracks tracks) throws InterruptedException {
        long start = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 1; i <= writers; i++) {
                int number = i;
                running.add(threads.submit(() -> {
                    for (int j = 1; j <= tracksEach; j++) {
                        writer.add(playlistToken, track(number, j));
                    }
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A writer failed: " + e.getCause(), e.getCause());
        } finally {
            threads.shutdownNow();
        }
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        return Outcome.of(writers * tracksEach, tracks.of(playlistToken), time);
    }

    /** A writer's track, which no other has. */
    public static String track(int writer, int number) {
        return "writer " + writer + ", track " + number;
    }
}
