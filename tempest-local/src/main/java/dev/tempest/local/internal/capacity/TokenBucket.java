package dev.tempest.local.internal.capacity;

import java.time.Duration;
import java.time.Instant;

/**
 * Provisioned capacity: so many units flow in each second, and what is unused is kept for five minutes. A request is let
 * through while units are left, and may take more than there are, which later ones pay for.
 */
public final class TokenBucket {
    private static final int SECONDS_KEPT = 300;

    private double units;
    private Instant filled;

    public TokenBucket(Instant now, long rate) {
        this.filled = now;
        this.units = rate;
    }

    /** Whether units are left of so many a second. */
    public synchronized boolean hasUnits(Instant now, long rate) {
        double seconds = Duration.between(filled, now).toNanos() / 1e9;
        if (seconds > 0) {
            units = Math.min(units + seconds * rate, (double) rate * SECONDS_KEPT);
            filled = now;
        }
        return units > 0;
    }

    public synchronized void take(double taken) {
        units -= taken;
    }
}
