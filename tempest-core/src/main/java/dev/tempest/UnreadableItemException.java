package dev.tempest;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A stored item cannot be read as the requested item type. An attribute that the type needs is missing or does not fit, the
 * key has another prefix, or the type's constructor threw an exception. The message names the item's key, the type and the
 * property.
 */
public final class UnreadableItemException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final Class<?> itemType;

    public UnreadableItemException(Class<?> itemType, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.itemType = itemType;
    }

    /** The requested item type. */
    public Class<?> itemType() {
        return itemType;
    }
}
