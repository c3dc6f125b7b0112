package dev.tempest.internal.items;

import dev.tempest.items.ChangeKind;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change as a source has it, before its images are read.
 *
 * @param place where it was, as messages name it
 * @param keys the key attributes
 * @param before the item before the change; null if the source does not have it
 * @param after the item after the change; null if the source does not have it
 * @param <V> the SDK's attribute value
 */
public record StoredChange<V>(
        String place,
        ChangeKind kind,
        Map<String, V> keys,
        @Nullable Map<String, V> before,
        @Nullable Map<String, V> after,
        @Nullable String eventId,
        @Nullable String sequenceNumber,
        @Nullable Instant at) {

    /** DynamoDB's own principal, which deletes items whose time to live is over. */
    private static final String DYNAMODB = "dynamodb.amazonaws.com";

    /**
     * What a record of a stream says about it.
     *
     * @param eventName {@code INSERT}, {@code MODIFY} or {@code REMOVE}
     * @param principal who made the change; null for a program
     */
    public static ChangeKind kind(@Nullable String eventName, @Nullable String principal) throws BrokenRecord {
        return switch (String.valueOf(eventName)) {
            case "INSERT" -> ChangeKind.CREATED;
            case "MODIFY" -> ChangeKind.UPDATED;
            case "REMOVE" -> DYNAMODB.equals(principal) ? ChangeKind.EXPIRED : ChangeKind.DELETED;
            default -> throw new BrokenRecord("its eventName is not INSERT, MODIFY or REMOVE");
        };
    }

    /** A record of a stream as messages name it. */
    public static String place(@Nullable String sequenceNumber, @Nullable String eventId) {
        if (sequenceNumber != null) {
            return "Record " + sequenceNumber;
        }
        return eventId == null ? "A record" : "Record " + eventId;
    }
}
