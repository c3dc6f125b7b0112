package dev.tempest.sdk2.internal.items;

import dev.tempest.internal.items.BrokenRecord;
import dev.tempest.internal.items.ItemReading;
import dev.tempest.internal.items.StoredChange;
import dev.tempest.items.ReadRecord;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Identity;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

/** Changes out of the SDK's stream records. */
public final class StreamRecords {
    private StreamRecords() {}

    /** The change that a record has; empty if it is of an item that belongs to others. */
    public static Optional<ReadRecord> read(Record record, ItemReading<AttributeValue> reading) {
        StreamRecord change = record.dynamodb();
        String sequenceNumber = change == null ? null : change.sequenceNumber();
        String place = StoredChange.place(sequenceNumber, record.eventID());
        return reading.change(place, record.eventID(), sequenceNumber, () -> change(place, record, change));
    }

    private static StoredChange<AttributeValue> change(String place, Record record, @Nullable StreamRecord change)
            throws BrokenRecord {
        if (change == null) {
            throw new BrokenRecord("dynamodb is missing");
        }
        Identity identity = record.userIdentity();
        return new StoredChange<>(
                place,
                StoredChange.kind(record.eventNameAsString(), identity == null ? null : identity.principalId()),
                change.keys(),
                image(change.hasOldImage(), change.oldImage()),
                image(change.hasNewImage(), change.newImage()),
                record.eventID(),
                change.sequenceNumber(),
                change.approximateCreationDateTime());
    }

    private static @Nullable Map<String, AttributeValue> image(boolean isThere, Map<String, AttributeValue> image) {
        return isThere ? image : null;
    }
}
