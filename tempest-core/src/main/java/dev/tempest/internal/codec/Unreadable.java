package dev.tempest.internal.codec;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Why a row cannot be read, or a map in it; the codec adds which row and which type. */
final class Unreadable extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final @Nullable String path;
    private final String problem;

    Unreadable(String reason) {
        this(reason, null);
    }

    Unreadable(String reason, @Nullable Throwable cause) {
        this(reason, null, reason, cause);
    }

    private Unreadable(String reason, @Nullable String path, String problem, @Nullable Throwable cause) {
        super(reason, cause, false, false);
        this.path = path;
        this.problem = problem;
    }

    /**
     * It is one attribute that cannot be read.
     *
     * @param path the attribute, and where in it
     * @param problem in the words that follow
     */
    static Unreadable at(String path, String problem, @Nullable Throwable cause) {
        return new Unreadable("its attribute " + path + " " + problem, path, problem, cause);
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    /** The attribute, and where in it; null if it is not for one. */
    @Nullable String path() {
        return path;
    }

    String problem() {
        return problem;
    }
}
