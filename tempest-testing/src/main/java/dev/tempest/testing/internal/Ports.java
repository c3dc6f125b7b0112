package dev.tempest.testing.internal;

/** Ports that somebody asks for. */
public final class Ports {
    private Ports() {}

    /**
     * Checks a port.
     *
     * @throws IllegalArgumentException if it is not between 1 and 65535
     */
    public static int check(int port) {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("Not a port: " + port + ". Use start() for any free port.");
        }
        return port;
    }
}
