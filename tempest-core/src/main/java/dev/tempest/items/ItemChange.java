package dev.tempest.items;

import dev.tempest.internal.ModelError;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change of one item, as a stream or an incremental export reports it.
 *
 * <p>The view type of the stream decides about the images: with {@code KEYS_ONLY} both are absent, with {@code NEW_IMAGE} and
 * {@code OLD_IMAGE} one of them. An item that was created has no image before, and one that was deleted has none afterwards.
 *
 * @param type the item type; {@link UnknownItem} if the key belongs to no item type of the table
 * @param kind what happened
 * @param key the key attributes as they are stored, with their prefixes, by attribute name: each is a {@link String}, a
 *     {@link java.math.BigDecimal} or a read-only {@link java.nio.ByteBuffer}
 * @param before the item before the change, if the source has it
 * @param after the item after the change, if the source has it
 * @param eventId DynamoDB's id of the change, which stays the same if the record is delivered again; null in exports
 * @param sequenceNumber the record's number in its shard; null if the source has none
 * @param at when the change was made, approximately; null if the source does not say
 * @param <T> the item type
 */
public record ItemChange<T>(
        Class<T> type,
        ChangeKind kind,
        Map<String, Object> key,
        Optional<T> before,
        Optional<T> after,
        @Nullable String eventId,
        @Nullable String sequenceNumber,
        @Nullable Instant at)
        implements ReadRecord {

    /** Copies the key. */
    public ItemChange {
        key = Collections.unmodifiableMap(new LinkedHashMap<>(key));
    }

    /** The item after the change, or else the item before it: what is left of the item, whatever happened. */
    public Optional<T> item() {
        return after.isPresent() ? after : before;
    }

    /** Does not show the images, which may hold what no log should hold. */
    @Override
    public String toString() {
        return "ItemChange[" + kind + " " + ModelError.name(type) + " " + key + ", sequenceNumber=" + sequenceNumber
                + "]";
    }
}
