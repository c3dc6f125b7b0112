package dev.tempest.sdk2.internal.migrate;

import java.time.Duration;

/**
 * Holds requests back so that they consume no more than a number of units in a second. What a request consumes is known only
 * afterwards: those that follow pay for it.
 */
final class Rate {
    private static final long SECOND = 1_000_000_000;
    /** Unused units of this time may be used later, so that a slow response does not lower the rate. */
    private static final long SAVED = SECOND / 2;

    private final double unitsPerSecond;
    private long paidUntil;

    /** @param now nanoseconds of the clock by which the units are counted */
    Rate(double unitsPerSecond, long now) {
        this.unitsPerSecond = unitsPerSecond;
        this.paidUntil = now;
    }

    /** How long the next request has to wait. */
    synchronized Duration untilNext(long now) {
        return Duration.ofNanos(Math.max(0, paidUntil - now));
    }

    synchronized void consumed(double units, long now) {
        paidUntil = Math.max(paidUntil, now - SAVED) + (long) (units / unitsPerSecond * SECOND);
    }
}
