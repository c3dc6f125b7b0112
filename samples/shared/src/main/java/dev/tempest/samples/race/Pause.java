package dev.tempest.samples.race;

import java.util.concurrent.ThreadLocalRandom;

/** Pauses of random length: writers that were refused together do not come back together. */
public final class Pause {
    /** Longer than after a refusal: who was accepted lets the others have their turn. */
    private static final int MAX_MILLIS_AFTER_SUCCESS = 40;

    private static final int MAX_MILLIS_AFTER_REFUSAL = 20;

    private Pause() {}

    public static long millisAfterSuccess() {
        return ThreadLocalRandom.current().nextInt(1, MAX_MILLIS_AFTER_SUCCESS);
    }

    public static long millisAfterRefusal() {
        return ThreadLocalRandom.current().nextInt(1, MAX_MILLIS_AFTER_REFUSAL);
    }
}
