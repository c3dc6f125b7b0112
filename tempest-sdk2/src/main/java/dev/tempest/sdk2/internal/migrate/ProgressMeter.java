package dev.tempest.sdk2.internal.migrate;

import dev.tempest.sdk2.internal.request.Requests;
import dev.tempest.sdk2.migration.MigrationCounts;
import dev.tempest.sdk2.migration.MigrationProgress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Adds up what the workers of a run do, and tells the user after each page. */
final class ProgressMeter {
    private final Requests requests;
    private final Consumer<MigrationProgress> listener;
    private final MigrationCounts before;
    private final long expectedItems;
    private final long begin;
    private MigrationCounts counts;

    /** @param before what earlier runs did */
    ProgressMeter(Requests requests, Consumer<MigrationProgress> listener, MigrationCounts before, long expectedItems) {
        this.requests = requests;
        this.listener = listener;
        this.before = before;
        this.counts = before;
        this.expectedItems = expectedItems;
        this.begin = requests.nanoTime();
    }

    /** A page was done. One thread at a time tells the user. */
    synchronized void add(MigrationCounts page) {
        counts = counts.plus(page);
        Duration elapsed = elapsed();
        listener.accept(new MigrationProgress(counts, expectedItems, elapsed, remaining(elapsed)));
    }

    Duration elapsed() {
        return Duration.ofNanos(requests.nanoTime() - begin);
    }

    private Optional<Duration> remaining(Duration elapsed) {
        long read = counts.scanned() - before.scanned();
        long left = expectedItems - counts.scanned();
        if (read <= 0 || left < 0) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofMillis((long) ((double) elapsed.toMillis() / read * left)));
    }
}
