package dev.tempest;

import java.io.Serial;
import java.util.List;

/**
 * DynamoDB left keys of a batch load unprocessed again and again, as it does when a table is throttled. Whether there are
 * items of these keys is not known.
 */
public final class UnprocessedKeysException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int NAMED = 10;

    private final transient ItemSet loadedItems;
    private final transient List<Object> unprocessedKeys;

    public UnprocessedKeysException(ItemSet loadedItems, List<Object> unprocessedKeys) {
        super("DynamoDB left " + unprocessedKeys.size() + " keys unprocessed, after retries: "
                + unprocessedKeys.subList(0, Math.min(NAMED, unprocessedKeys.size()))
                + (unprocessedKeys.size() > NAMED ? " and others" : ""));
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
