package dev.tempest;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table cannot be read as the item type that was asked for: it lacks an attribute which the type needs, its
 * key carries another prefix, or the type's constructor refused its values. The message names the row's key, the type and
 * the property.
 */
public final class UnreadableRowException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final Class<?> itemType;

    public UnreadableRowException(Class<?> itemType, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.itemType = itemType;
    }

    /** The item type that was asked for. */
    public Class<?> itemType() {
        return itemType;
    }
}
