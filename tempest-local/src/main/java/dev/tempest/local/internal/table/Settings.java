package dev.tempest.local.internal.table;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** What tests can turn on: lag and throttling; and what is one for the whole engine. Instances are thread-safe. */
public final class Settings {
    private final Clock clock;
    private final AtomicLong sequence = new AtomicLong(100);
    private volatile Duration readLag = Duration.ZERO;
    private volatile Duration indexLag = Duration.ZERO;
    private volatile boolean throttling;

    public Settings(Clock clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    /** The next sequence number of a stream's record. */
    public long nextSequence() {
        return sequence.incrementAndGet();
    }

    /** How far a read that is not consistent lags behind. */
    public Duration readLag() {
        return readLag;
    }

    public void readLag(Duration lag) {
        readLag = lag;
    }

    /** How far global indexes lag behind. */
    public Duration indexLag() {
        return indexLag;
    }

    public void indexLag(Duration lag) {
        indexLag = lag;
    }

    public boolean throttling() {
        return throttling;
    }

    public void throttling(boolean on) {
        throttling = on;
    }
}
