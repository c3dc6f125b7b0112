package dev.tempest;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch load is incomplete: DynamoDB left keys unprocessed again and again, as it does when a table is throttled, or a
 * request failed, which is then the cause. Whether there are items of these keys is not known.
 */
public final class UnprocessedKeysException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient ItemSet loadedItems;
    private final transient List<Object> unprocessedKeys;

    /** @param cause what the SDK threw; null if DynamoDB left the keys unprocessed */
    public UnprocessedKeysException(
            String message, ItemSet loadedItems, List<Object> unprocessedKeys, @Nullable Throwable cause) {
        super(message, cause);
        this.loadedItems = loadedItems;
        this.unprocessedKeys = List.copyOf(unprocessedKeys);
    }

    /** The items of the keys that were processed. */
    public ItemSet loadedItems() {
        return loadedItems;
    }

    /** The keys that were not processed, as they were asked for. */
    public List<Object> unprocessedKeys() {
        return unprocessedKeys;
    }
}
