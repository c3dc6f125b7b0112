package dev.tempest.sdk2.migration;

import dev.tempest.Attribute;
import org.jspecify.annotations.Nullable;

/**
 * An item that could not be read or migrated, and was left as it is.
 *
 * @param migration the migration, as its checkpoints name it
 * @param key the item's key: each key attribute with the type and the text of its value, such as {@code id=S:a1}
 * @param reason why, without any stored value but the key
 */
public record QuarantinedItem(
        String migration,
        @Attribute(name = "entry", prefix = "item#") String key,
        String reason) {
    /** The key of a quarantined item in its table. */
    public record Key(String migration, @Nullable String key) {}
}
