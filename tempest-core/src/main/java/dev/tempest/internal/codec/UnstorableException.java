package dev.tempest.internal.codec;

import dev.tempest.internal.reflect.Property;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A value that DynamoDB cannot store. Each codec around it adds where in its own value it is, the binding which property that is,
 * and the row's codec which item it is of.
 */
public final class UnstorableException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String path;
    private final String problem;

    private UnstorableException(String path, String problem, @Nullable Throwable cause) {
        super(path + " " + problem, cause);
        this.path = path;
        this.problem = problem;
    }

    /**
     * What is wrong with a value.
     *
     * @param problem in the words that follow the value's name, such as "is an empty set"
     */
    public static UnstorableException of(String problem) {
        return because(problem + ", and so cannot be stored", null);
    }

    /** @param problem all that follows the value's name */
    static UnstorableException because(String problem, @Nullable Throwable cause) {
        return new UnstorableException("", problem, cause);
    }

    /** What is thrown for a value in which this one is. */
    public UnstorableException in(String step) {
        return new UnstorableException(step + path, problem, getCause());
    }

    /** What is thrown for an object of which a binding could not store the property. */
    public UnstorableException beneath(Property property) {
        return new UnstorableException(
                "." + property.name() + path.substring(property.toString().length()), problem, getCause());
    }

    /** Where the value is in what was to be stored; empty for the whole of it. */
    public String path() {
        return path;
    }

    /** All that follows the value's name. */
    public String problem() {
        return problem;
    }
}
