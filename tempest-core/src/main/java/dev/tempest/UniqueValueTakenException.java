package dev.tempest;

import java.io.Serial;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A write would have given an item a {@linkplain Unique unique} value that another item has. Nothing was written. The message
 * names the item type, its properties and the key of the other item, and contains no value. {@link #key()} is the key of the
 * other item.
 */
public final class UniqueValueTakenException extends TempestException {
    @Serial
    private static final long serialVersionUID = 1;

    private final Class<?> itemType;
    private final transient List<String> properties;

    /** Creates the exception; the arguments are what its accessors return. */
    public UniqueValueTakenException(
            String tableName,
            Map<String, Object> key,
            Class<?> itemType,
            List<String> properties,
            String message,
            @Nullable Throwable cause) {
        super(message, tableName, key, cause);
        this.itemType = itemType;
        this.properties = List.copyOf(properties);
    }

    /** The type of the item that was to be written. */
    public Class<?> itemType() {
        return itemType;
    }

    /** The name of the unique property; of properties that are unique together, all names. */
    public List<String> properties() {
        return properties;
    }
}
