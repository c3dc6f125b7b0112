package dev.tempest.testing.docker;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What runs a server outside of this JVM. */
interface Container {
    /** What is missing for it to run, and what to do; null if nothing is. */
    @Nullable String missing();

    /** Starts it, waits until it responds, and returns where it listens. */
    URI start();

    void stop();
}
