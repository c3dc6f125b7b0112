package dev.tempest.samples.optimisticlocking;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several writers who add their tracks to one playlist at the same time. */
record Contest(int writers, int tracksEach) {
    /**
     * What became of it.
     *
     * @param changes how many tracks were added, as the writers believe
     * @param lost how many of these are not in the playlist
     * @param twice how many are there more than once
     */
    record Result(int changes, int lost, int twice, Duration time) {
        boolean isExact() {
            return lost == 0 && twice == 0;
        }
    }

    /** Finds what is in a playlist once all are done. */
    interface Tracks {
        List<String> of(String playlistToken);
    }

    Result run(String playlistToken, Writer writer, Tracks tracks) throws InterruptedException {
        long start = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                String name = "writer " + (i + 1);
                running.add(threads.submit(() -> {
                    for (int j = 1; j <= tracksEach; j++) {
                        writer.add(playlistToken, name + ", track " + j);
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
        Map<String, Integer> stored = new HashMap<>();
        tracks.of(playlistToken).forEach(track -> stored.merge(track, 1, Integer::sum));
        int twice = (int) stored.values().stream().filter(count -> count > 1).count();
        return new Result(writers * tracksEach, writers * tracksEach - stored.size(), twice, time);
    }
}
