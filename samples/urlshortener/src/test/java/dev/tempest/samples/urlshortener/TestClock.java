package dev.tempest.samples.urlshortener;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that a test puts forward. */
public final class TestClock implements InstantSource {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-14T09:26:00Z"));

    @Override
    public Instant instant() {
        return now.get();
    }

    public void pass(Duration duration) {
        now.updateAndGet(time -> time.plus(duration));
    }
}
