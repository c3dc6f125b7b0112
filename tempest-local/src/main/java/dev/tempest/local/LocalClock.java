package dev.tempest.local;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The clock of an engine. It runs with the clock that the engine was built with, by default the system's, and a test can
 * move it on. Instances are thread-safe.
 */
public final class LocalClock extends Clock {
    private final Clock base;
    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);
    private final Runnable afterMove;

    LocalClock(Clock base, Runnable afterMove) {
        this.base = base;
        this.afterMove = afterMove;
    }

    /**
     * Moves the clock on, then deletes all items whose time to live is over by then.
     *
     * @throws IllegalArgumentException if the duration is negative
     */
    public void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("The clock cannot be moved back: " + duration);
        }
        offset.updateAndGet(old -> old.plus(duration));
        afterMove.run();
    }

    @Override
    public Instant instant() {
        return base.instant().plus(offset.get());
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    /** A view of this clock in another zone, which moves with it. */
    @Override
    public Clock withZone(ZoneId zone) {
        return new InZone(this, zone);
    }

    private static final class InZone extends Clock {
        private final LocalClock clock;
        private final ZoneId zone;

        InZone(LocalClock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new InZone(clock, other);
        }
    }
}
