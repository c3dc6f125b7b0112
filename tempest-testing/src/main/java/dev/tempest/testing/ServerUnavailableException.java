package dev.tempest.testing;

import org.jspecify.annotations.Nullable;

/**
 * A server for tests cannot run here, as something is missing that it needs. Tests that ask for the server are skipped
 * with this message; they do not fail.
 */
public final class ServerUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what is missing.
     *
     * @param message what is missing, and what to do; becomes the reason for which tests are skipped
     * @param cause what showed it, if it was an exception
     */
    public ServerUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
