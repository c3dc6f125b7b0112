package dev.tempest;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * An update met other writers again and again until its time was over. Its change is not stored. The message names the
 * item type, the key, and what was expected and found; the cause is the last refusal.
 */
public final class UpdateConflictException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final Class<?> itemType;
    private final int attempts;
    private final @Nullable String expectedVersion;
    private final @Nullable String foundVersion;

    public UpdateConflictException(
            Class<?> itemType,
            String message,
            int attempts,
            @Nullable String expectedVersion,
            @Nullable String foundVersion,
            @Nullable Throwable cause) {
        super(message, cause);
        this.itemType = itemType;
        this.attempts = attempts;
        this.expectedVersion = expectedVersion;
        this.foundVersion = foundVersion;
    }

    /** The type of the item that was to be updated. */
    public Class<?> itemType() {
        return itemType;
    }

    /** How often the change was computed and refused. */
    public int attempts() {
        return attempts;
    }

    /** The version that the last try was made from; null if there was no item, or if it has none. */
    public @Nullable String expectedVersion() {
        return expectedVersion;
    }

    /** The version that the last try met; null if there was no item, or if it has none. */
    public @Nullable String foundVersion() {
        return foundVersion;
    }
}
