package dev.tempest.sdk1.internal.request;

import com.amazonaws.AbortedException;

/** Waits as long as a retry strategy says. */
public final class Pause {
    private Pause() {}

    public static void of(long millis) {
        if (millis <= 0) {
            return;
        }
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AbortedException("Interrupted before a batch was sent again.", e);
        }
    }
}
