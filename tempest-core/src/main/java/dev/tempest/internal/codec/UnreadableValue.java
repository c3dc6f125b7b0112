package dev.tempest.internal.codec;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Why a stored value cannot be read, by where it is in its attribute and without the value. Codecs throw it that know more than
 * that the value does not fit.
 */
public final class UnreadableValue extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String path;
    private final String problem;

    /**
     * What is wrong with a stored value.
     *
     * @param problem in the words that follow the attribute's name, such as "is not a constant of Genre"
     */
    public UnreadableValue(String problem) {
        this("", problem, null);
    }

    private UnreadableValue(String path, String problem, @Nullable Throwable cause) {
        super(path + " " + problem, cause, false, false);
        this.path = path;
        this.problem = problem;
    }

    static UnreadableValue of(Unreadable map, String type) {
        String path = map.path();
        return path == null
                ? new UnreadableValue("", "cannot be read as " + type + ": " + map.reason(), map.getCause())
                : new UnreadableValue("." + path, map.problem(), map.getCause());
    }

    /**
     * What is thrown for a value in which another one is.
     *
     * @param thrown for the other one
     * @param problem of the other one, if what was thrown does not say it
     */
    public static UnreadableValue in(String step, RuntimeException thrown, String problem) {
        return thrown instanceof UnreadableValue nested
                ? new UnreadableValue(step + nested.path, nested.problem, nested.getCause())
                : new UnreadableValue(step, problem, thrown);
    }

    String path() {
        return path;
    }

    String problem() {
        return problem;
    }
}
