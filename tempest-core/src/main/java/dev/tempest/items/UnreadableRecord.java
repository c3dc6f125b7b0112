package dev.tempest.items;

import dev.tempest.UnreadableItemException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record or a line that cannot be read: it is broken, or its item does not fit the item type.
 *
 * @param place where it was: a file with the number of the line, or the record of a stream
 * @param reason why it cannot be read, without any stored value but those of the key
 * @param key the key attributes, as {@link ItemChange#key()} has them; empty if the key cannot be read either
 * @param eventId see {@link ItemChange#eventId()}
 * @param sequenceNumber see {@link ItemChange#sequenceNumber()}
 * @param cause an {@link UnreadableItemException} if the record is complete, and its item does not fit the item type
 */
public record UnreadableRecord(
        String place,
        String reason,
        Map<String, Object> key,
        @Nullable String eventId,
        @Nullable String sequenceNumber,
        @Nullable Exception cause)
        implements ReadRecord, ReadItem {
    /** Copies the key. */
    public UnreadableRecord {
        key = Collections.unmodifiableMap(new LinkedHashMap<>(key));
    }

    @Override
    public String toString() {
        return place + ": " + reason;
    }
}
