package dev.tempest.internal.items;

import dev.tempest.items.ChangeKind;
import dev.tempest.items.ExportView;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes from the JSON of streams and exports, parsed.
 *
 * @param <V> the SDK's attribute value
 */
record RecordJson<V>(DynamoDbJson<V> json) {
    /** A record of a stream, as Lambda, EventBridge Pipes and Kinesis have it. */
    StoredChange<V> record(Map<String, ?> record, @Nullable String kinesisSequenceNumber) throws BrokenRecord {
        Map<?, ?> dynamodb = DynamoDbJson.map(record.get("dynamodb"), "dynamodb");
        String sequenceNumber = kinesisSequenceNumber;
        if (sequenceNumber == null) {
            sequenceNumber = text(dynamodb.get("SequenceNumber"));
        }
        String eventId = text(record.get("eventID"));
        ChangeKind kind = StoredChange.kind(text(record.get("eventName")), principal(record.get("userIdentity")));
        return new StoredChange<>(
                StoredChange.place(sequenceNumber, eventId),
                kind,
                json.row(dynamodb.get("Keys"), "Keys"),
                image(dynamodb, "OldImage"),
                image(dynamodb, "NewImage"),
                eventId,
                sequenceNumber,
                instant(
                        dynamodb.get("ApproximateCreationDateTime"),
                        text(dynamodb.get("ApproximateCreationDateTimePrecision"))));
    }

    /** A line of an incremental export. */
    StoredChange<V> exported(Map<String, ?> line, String place, ExportView view) throws BrokenRecord {
        if (line.containsKey("Item") && !line.containsKey("Keys")) {
            throw new BrokenRecord("it is an item of a full export, which Export.items(..) reads");
        }
        Map<String, V> before = image(line, "OldImage");
        Map<String, V> after = image(line, "NewImage");
        ChangeKind kind;
        if (after == null) {
            kind = ChangeKind.DELETED;
        } else if (before != null) {
            kind = ChangeKind.UPDATED;
        } else {
            kind = view == ExportView.NEW_AND_OLD_IMAGES ? ChangeKind.CREATED : ChangeKind.WRITTEN;
        }
        return new StoredChange<>(
                place, kind, json.row(line.get("Keys"), "Keys"), before, after, null, null, writtenAt(line));
    }

    private static @Nullable Instant writtenAt(Map<String, ?> line) throws BrokenRecord {
        Object written = DynamoDbJson.map(line.get("Metadata"), "Metadata").get("WriteTimestampMicros");
        if (written == null) {
            return null;
        }
        String micros = text(DynamoDbJson.map(written, "WriteTimestampMicros").get("N"));
        try {
            return instant(Long.valueOf(String.valueOf(micros)), "MICROSECOND");
        } catch (NumberFormatException e) {
            throw new BrokenRecord("WriteTimestampMicros is not a number");
        }
    }

    private @Nullable Map<String, V> image(Map<?, ?> record, String name) throws BrokenRecord {
        Object image = record.get(name);
        return image == null ? null : json.row(image, name);
    }

    private static @Nullable String principal(@Nullable Object identity) throws BrokenRecord {
        return identity == null
                ? null
                : text(DynamoDbJson.map(identity, "userIdentity").get("principalId"));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }

    /**
     * A time in the unit that its source uses. Records of Kinesis name it, or have milliseconds; those of Lambda have seconds.
     */
    private static @Nullable Instant instant(@Nullable Object number, @Nullable String unit) throws BrokenRecord {
        if (!(number instanceof Number time)) {
            return null;
        }
        double size = Math.abs(time.doubleValue());
        if (!(size < 1e17)) {
            throw new BrokenRecord("ApproximateCreationDateTime is out of range");
        }
        try {
            if ("MICROSECOND".equals(unit) || (unit == null && size >= 1e14)) {
                long micros = time.longValue();
                return Instant.ofEpochSecond(
                        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
            }
            if ("MILLISECOND".equals(unit) || (unit == null && size >= 1e11)) {
                return Instant.ofEpochMilli(time.longValue());
            }
            return Instant.ofEpochMilli(Math.round(time.doubleValue() * 1_000));
        } catch (DateTimeException e) {
            throw new BrokenRecord("ApproximateCreationDateTime is out of range");
        }
    }
}
