package dev.tempest.spring;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A database cannot be used as the application is set up. Spring Boot prints the message and what to do. */
public final class TempestStartException extends IllegalStateException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String action;

    TempestStartException(String description, String action, @Nullable Throwable cause) {
        super(description, cause);
        this.action = action;
    }

    /** What to do about it. */
    public String action() {
        return action;
    }
}
