package dev.tempest.sdk1.internal.mapping;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a database behaves, besides what its mapper says. Instances are immutable.
 *
 * @param offsetSecret signs the text form of offsets; null for none
 * @param updateTimeout how long a patch that reads first goes on against other writers
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares it.
public record DbSettings(byte @Nullable [] offsetSecret, Duration updateTimeout) {
    private static final int SHORTEST_SECRET = 16;
    private static final Duration LONGEST_UPDATE = Duration.ofMinutes(9);

    public static final DbSettings DEFAULT = new DbSettings(null, Duration.ofSeconds(30));

    public DbSettings withOffsetSecret(byte[] secret) {
        if (secret.length < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "The secret for offsets needs " + SHORTEST_SECRET + " bytes or more, not " + secret.length + ".");
        }
        return new DbSettings(secret.clone(), updateTimeout);
    }

    public DbSettings withUpdateTimeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST_UPDATE) > 0) {
            throw new IllegalArgumentException("The time of an update must be more than nothing and at most "
                    + LONGEST_UPDATE.toMinutes() + " minutes, not " + timeout + ".");
        }
        return new DbSettings(offsetSecret, timeout);
    }
}
