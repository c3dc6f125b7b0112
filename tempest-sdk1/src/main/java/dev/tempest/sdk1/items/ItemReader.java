package dev.tempest.sdk1.items;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.Identity;
import com.amazonaws.services.dynamodbv2.model.Record;
import com.amazonaws.services.dynamodbv2.model.StreamRecord;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.items.BrokenRecord;
import dev.tempest.internal.items.ItemReading;
import dev.tempest.internal.items.KnownTypes;
import dev.tempest.internal.items.Models;
import dev.tempest.internal.items.StoredChange;
import dev.tempest.items.ExportView;
import dev.tempest.items.ItemChange;
import dev.tempest.items.ReadItem;
import dev.tempest.items.ReadRecord;
import dev.tempest.items.RecordReader;
import dev.tempest.sdk1.internal.schema.SdkValues;
import dev.tempest.sdk1.internal.table.Db;
import dev.tempest.sdk1.internal.table.Table;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the items of one table wherever they turn up: records of its stream, events of Lambda functions, Kinesis, exports, files.
 *
 * <pre>{@code
 * ItemReader reader = ItemReader.of(MusicTable.class);
 * List<ReadRecord> records = reader.records(result.getRecords());
 * }</pre>
 *
 * <p>A reader needs the interface only, and no client. What cannot be read is an
 * {@link dev.tempest.items.UnreadableRecord}; no method throws an exception because of what a source holds.
 *
 * <p>Instances are immutable, and safe for use by several threads.
 */
public final class ItemReader implements RecordReader {
    private final ItemReading<AttributeValue> reading;

    private ItemReader(ItemReading<AttributeValue> reading) {
        this.reading = reading;
    }

    /**
     * A reader of a table. The prefixes of an item's key say which type it has.
     *
     * @param tableType the interface of a table
     * @param itemTypes the types that are read; none for those of all views. Name them if two views have the same items, so
     *     that nothing distinguishes their types
     * @throws IllegalArgumentException if the model is wrong, or if nothing distinguishes two types
     */
    public static ItemReader of(Class<?> tableType, Class<?>... itemTypes) {
        Table<?> table = Db.read(tableType);
        if (table.itemTypes().isEmpty()) {
            throw ModelError.of(
                    tableType, "has no view, so it says nothing about its items", "Declare a view of each item type");
        }
        return new ItemReader(new ItemReading<>(
                ModelError.name(tableType),
                table.schema().table(),
                SdkValues.INSTANCE,
                KnownTypes.of(tableType, table.itemTypes(), table.keyTypes(), itemTypes),
                row -> false,
                Models.none()));
    }

    /** Reads an item. One that belongs to other items counts as one of no type. */
    public ReadItem read(Map<String, AttributeValue> item) {
        return reading.read(item, "An item").orElseGet(() -> reading.unknownItem(item));
    }

    /** Reads the records of a stream, in their order. */
    public List<ReadRecord> records(Iterable<? extends Record> records) {
        List<ReadRecord> read = new ArrayList<>();
        records.forEach(record -> read(record).ifPresent(read::add));
        return read;
    }

    private Optional<ReadRecord> read(Record record) {
        StreamRecord change = record.getDynamodb();
        String sequenceNumber = change == null ? null : change.getSequenceNumber();
        String place = StoredChange.place(sequenceNumber, record.getEventID());
        return reading.change(place, record.getEventID(), sequenceNumber, () -> change(place, record, change));
    }

    private static StoredChange<AttributeValue> change(String place, Record record, @Nullable StreamRecord change)
            throws BrokenRecord {
        if (change == null) {
            throw new BrokenRecord("dynamodb is missing");
        }
        Map<String, AttributeValue> keys = change.getKeys();
        if (keys == null) {
            throw new BrokenRecord("Keys is missing");
        }
        Identity identity = record.getUserIdentity();
        Date at = change.getApproximateCreationDateTime();
        return new StoredChange<>(
                place,
                StoredChange.kind(record.getEventName(), identity == null ? null : identity.getPrincipalId()),
                keys,
                change.getOldImage(),
                change.getNewImage(),
                record.getEventID(),
                change.getSequenceNumber(),
                at == null ? null : at.toInstant());
    }

    @Override
    public List<Class<?>> types() {
        return reading.types();
    }

    @Override
    public <K> K key(Class<K> keyType, ItemChange<?> change) {
        return reading.key(keyType, change);
    }

    @Override
    public Optional<ReadItem> item(Map<String, ?> attributes, String place) {
        return reading.item(attributes, place);
    }

    @Override
    public Optional<ReadRecord> record(Map<String, ?> record) {
        return reading.record(record);
    }

    @Override
    public List<ReadRecord> lambdaEvent(Map<String, ?> event) {
        return reading.lambdaEvent(event);
    }

    @Override
    public Optional<ReadRecord> kinesisRecord(byte[] data, String sequenceNumber) {
        return reading.kinesisRecord(data, sequenceNumber);
    }

    @Override
    public Optional<ReadRecord> exportedChange(Map<String, ?> line, String place, ExportView view) {
        return reading.exportedChange(line, place, view);
    }

    @Override
    public String toString() {
        return reading.toString();
    }
}
