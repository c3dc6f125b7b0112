package dev.tempest.sdk2.internal;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before a further try: a random part of a span that doubles, so that many writers spread out. */
final class Backoff {
    private static final long FIRST_MILLIS = 25;
    private static final long LONGEST_MILLIS = 2_000;
    private static final int MAX_DOUBLINGS = 8;

    private Backoff() {}

    /** @param failures how many tries failed one after another, from 1 */
    static Duration after(int failures) {
        long span = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(failures - 1, MAX_DOUBLINGS));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(span + 1));
    }
}
