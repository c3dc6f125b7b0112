package dev.tempest;

import java.io.Serial;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A batch load is incomplete: DynamoDB left keys unprocessed after all retries, as it does when a table is throttled, or a
 * request failed. It is not known whether there are items with these keys.
 */
public final class UnprocessedKeysException extends TempestException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient ItemSet loadedItems;
    private final transient List<Object> unprocessedKeys;

    /**
     * Creates the exception; the arguments are what its accessors return.
     *
     * @param tableName the table of all unprocessed keys; null if they are of several tables
     * @param cause the SDK's exception; null if DynamoDB left the keys unprocessed
     */
    public UnprocessedKeysException(
            @Nullable String tableName,
            String message,
            ItemSet loadedItems,
            List<Object> unprocessedKeys,
            @Nullable Throwable cause) {
        super(message, tableName, Map.of(), cause);
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
