package dev.tempest.soak;

import dev.tempest.local.LocalEngine;
import java.io.IOException;

/** The engine of the test kit in a process of its own, which ends with the one that started it. */
public final class EngineProcess {
    private EngineProcess() {}

    /** Prints the endpoint, and serves until the standard input ends. */
    public static void main(String[] arguments) throws IOException {
        try (LocalEngine engine = LocalEngine.create()) {
            System.out.println(engine.listen());
            while (System.in.read() >= 0) {
                // Whoever started this is still there.
            }
        }
        System.exit(0);
    }
}
