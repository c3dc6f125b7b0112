package dev.tempest.sdk2;

import dev.tempest.TempestException;
import java.io.Serial;
import java.util.Map;

/**
 * An item was to be written in a Region that is not its {@linkplain HomeRegions home}. Nothing was sent. Write it through a
 * database whose client leads to the home Region.
 */
public final class WrongRegionException extends TempestException {
    @Serial
    private static final long serialVersionUID = 1;

    private final Class<?> itemType;
    private final String region;
    private final String homeRegion;

    /** Creates the exception; the arguments are what its accessors return. */
    public WrongRegionException(
            String tableName,
            Map<String, Object> key,
            Class<?> itemType,
            String message,
            String region,
            String homeRegion) {
        super(message, tableName, key, null);
        this.itemType = itemType;
        this.region = region;
        this.homeRegion = homeRegion;
    }

    /** The type of the item. */
    public Class<?> itemType() {
        return itemType;
    }

    /** The Region of the database's client. */
    public String region() {
        return region;
    }

    /** The Region in which the item may be written. */
    public String homeRegion() {
        return homeRegion;
    }
}
