package dev.tempest;

import java.io.Serial;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An update conflicted with other writers in every attempt until its timeout expired. Nothing was written. The message names
 * the item type, the key, and the expected and the found version. The cause is the last failed condition.
 */
public final class UpdateConflictException extends TempestException {
    @Serial
    private static final long serialVersionUID = 1;

    private final Class<?> itemType;
    private final int attempts;
    private final @Nullable String expectedVersion;
    private final @Nullable String foundVersion;

    /** Creates the exception; the arguments are what its accessors return. */
    public UpdateConflictException(
            String tableName,
            Map<String, Object> key,
            Class<?> itemType,
            String message,
            int attempts,
            @Nullable String expectedVersion,
            @Nullable String foundVersion,
            @Nullable Throwable cause) {
        super(message, tableName, key, cause);
        this.itemType = itemType;
        this.attempts = attempts;
        this.expectedVersion = expectedVersion;
        this.foundVersion = foundVersion;
    }

    /** The type of the item that was to be updated. */
    public Class<?> itemType() {
        return itemType;
    }

    /** The number of attempts whose condition failed. */
    public int attempts() {
        return attempts;
    }

    /** The version that the last attempt expected; null if there was no item, or if the type has no version. */
    public @Nullable String expectedVersion() {
        return expectedVersion;
    }

    /** The version that the last attempt found; null if there was no item, or if the type has no version. */
    public @Nullable String foundVersion() {
        return foundVersion;
    }
}
