package dev.tempest;

import java.io.Serial;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A write was sent, but its outcome is not known: the response was lost. A writer that retries here may apply its change
 * twice; a writer that does not may lose it. Read the stored item, and decide by what the write meant.
 *
 * <p>The message names the item type, the key, and what was expected and found. The cause is the SDK's exception.
 */
public final class OutcomeUnknownException extends TempestException {
    @Serial
    private static final long serialVersionUID = 1;

    private final Class<?> itemType;
    private final transient @Nullable Object storedItem;

    /** Creates the exception; the arguments are what its accessors return. */
    public OutcomeUnknownException(
            String tableName,
            Map<String, Object> key,
            Class<?> itemType,
            String message,
            @Nullable Object storedItem,
            @Nullable Throwable cause) {
        super(message, tableName, key, cause);
        this.itemType = itemType;
        this.storedItem = storedItem;
    }

    /** The type of the item that was written. */
    public Class<?> itemType() {
        return itemType;
    }

    /**
     * The stored item on which the condition of the last attempt failed. Empty if there was none, if it is of another type, or
     * if no attempt got a response.
     */
    public Optional<Object> storedItem() {
        return Optional.ofNullable(storedItem);
    }
}
