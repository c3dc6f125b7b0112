package dev.tempest;

import java.io.Serial;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A write was sent, and nothing tells whether it was done. To do it again may do it twice; to count it as done may lose
 * it. Look at what is stored, and decide by what the write meant.
 *
 * <p>The message names the item type, the key, and what was expected and found; the cause is what the SDK threw.
 */
public final class OutcomeUnknownException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final Class<?> itemType;
    private final transient @Nullable Object stored;

    public OutcomeUnknownException(
            Class<?> itemType, String message, @Nullable Object stored, @Nullable Throwable cause) {
        super(message, cause);
        this.itemType = itemType;
        this.stored = stored;
    }

    /** The type of the item that was written. */
    public Class<?> itemType() {
        return itemType;
    }

    /**
     * The item that stood in the way of the last try. Empty if none was stored, if it is of another type, or if no try was
     * answered at all.
     */
    public Optional<Object> stored() {
        return Optional.ofNullable(stored);
    }
}
