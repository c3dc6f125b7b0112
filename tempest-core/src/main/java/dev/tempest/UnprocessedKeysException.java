package dev.tempest;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch load is incomplete: DynamoDB left keys unprocessed after all retries, as it does when a table is throttled, or a
 * request failed. It is not known whether there are items with these keys.
 */
public final class UnprocessedKeysException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient ItemSet loadedItems;
    private final transient List<Object> unprocessedKeys;

    /** @param cause the SDK's exception; null if DynamoDB left the keys unprocessed */
    public UnprocessedKeysException(
            String message, ItemSet loadedItems, List<Object> unprocessedKeys, @Nullable Throwable cause) {
        super(message, cause);
        this.loadedItems = loadedItems;
        this.unprocessedKeys = List.copyOf(unprocessedKeys);
    }

    /** The items of the processed keys. */
    public ItemSet loadedItems() {
        return loadedItems;
    }

    /** The unprocessed keys, as the caller gave them. */
    public List<Object> unprocessedKeys() {
        return unprocessedKeys;
    }
}
