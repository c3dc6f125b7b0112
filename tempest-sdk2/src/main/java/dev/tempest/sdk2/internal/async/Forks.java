package dev.tempest.sdk2.internal.async;

import java.util.concurrent.atomic.AtomicInteger;

/** Bounds what an asynchronous database sends beside the one request that each of its calls has under way. */
final class Forks {
    private final AtomicInteger left;

    /** @param most how many there may be at once */
    Forks(int most) {
        this.left = new AtomicInteger(most);
    }

    /** Takes one if one is left. */
    boolean take() {
        return left.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
    }

    void giveBack() {
        left.incrementAndGet();
    }
}
