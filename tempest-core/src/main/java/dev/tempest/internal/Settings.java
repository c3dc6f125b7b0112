package dev.tempest.internal;

import java.time.Duration;

/** What a database's builder checks, whichever the SDK. */
public final class Settings {
    private static final int SHORTEST_SECRET = 16;
    /** DynamoDB knows a request's token for ten minutes. */
    private static final Duration LONGEST_UPDATE = Duration.ofMinutes(9);

    private Settings() {}

    /**
     * A copy of the secret by which offsets are signed.
     *
     * @throws IllegalArgumentException if it is too short
     */
    public static byte[] offsetSecret(byte[] secret) {
        if (secret.length < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "The secret for offsets needs " + SHORTEST_SECRET + " bytes or more, not " + secret.length + ".");
        }
        return secret.clone();
    }

    /**
     * How long a write that reads first goes on.
     *
     * @throws IllegalArgumentException if it is nothing, or too long
     */
    public static Duration updateTimeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST_UPDATE) > 0) {
            throw new IllegalArgumentException("The time of an update must be more than nothing and at most "
                    + LONGEST_UPDATE.toMinutes() + " minutes, not " + timeout + ".");
        }
        return timeout;
    }
}
