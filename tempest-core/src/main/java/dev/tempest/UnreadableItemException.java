package dev.tempest;

import java.io.Serial;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stored item cannot be read as the requested item type. An attribute that the type needs is missing or does not fit, the
 * key has another prefix, or the type's constructor threw an exception. The message names the item's key, the type and the
 * property.
 */
public final class UnreadableItemException extends TempestException {
    @Serial
    private static final long serialVersionUID = 1;

    private final Class<?> itemType;

    /** Creates the exception; the arguments are what its accessors return. */
    public UnreadableItemException(
            @Nullable String tableName,
            Map<String, Object> key,
            Class<?> itemType,
            String message,
            @Nullable Throwable cause) {
        super(message, tableName, key, cause);
        this.itemType = itemType;
    }

    /** The requested item type. */
    public Class<?> itemType() {
        return itemType;
    }
}
