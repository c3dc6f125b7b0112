package dev.tempest.samples.race;

import java.util.concurrent.ThreadLocalRandom;

/** Pauses of random length: writers that conflicted do not retry at the same moment. */
public final class Pause {
    /** Longer than after a conflict, so that the other writers get their turn. */
    private static final int MAX_MILLIS_AFTER_SUCCESS = 40;

    private static final int MAX_MILLIS_AFTER_CONFLICT = 20;

    private Pause() {}

    public static long millisAfterSuccess() {
        return ThreadLocalRandom.current().nextInt(1, MAX_MILLIS_AFTER_SUCCESS);
    }

    public static long millisAfterConflict() {
        return ThreadLocalRandom.current().nextInt(1, MAX_MILLIS_AFTER_CONFLICT);
    }
}
