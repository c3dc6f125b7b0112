package dev.tempest.internal.locking;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before a further try: a random part of a span that doubles, so that many writers spread out. */
public final class Backoff {
    private static final long FIRST_MILLIS = 25;
    private static final long LONGEST_MILLIS = 2_000;
    private static final long LONGEST_AFTER_CONFLICT_MILLIS = 400;
    private static final int MAX_DOUBLINGS = 8;

    private Backoff() {}

    /**
     * The wait after a failure.
     *
     * @param failures how many tries failed one after another, from 1
     */
    public static Duration after(int failures) {
        return random(failures - 1, LONGEST_MILLIS);
    }

    /**
     * The wait after a write that met another writer's. DynamoDB has answered, so there is nothing to wait for but the other
     * writers, each of which is through after one more request. The first conflict costs no wait: most often there is one
     * other writer, and it is done.
     *
     * @param conflicts of the call so far, from 1
     */
    public static Duration afterConflict(int conflicts) {
        return conflicts == 1 ? Duration.ZERO : random(conflicts - 2, LONGEST_AFTER_CONFLICT_MILLIS);
    }

    private static Duration random(int doublings, long longest) {
        long span = Math.min(longest, FIRST_MILLIS << Math.min(doublings, MAX_DOUBLINGS));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(span + 1));
    }
}
