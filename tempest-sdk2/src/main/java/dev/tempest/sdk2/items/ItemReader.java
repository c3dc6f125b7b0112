package dev.tempest.sdk2.items;

import dev.tempest.internal.items.ItemReading;
import dev.tempest.items.ExportView;
import dev.tempest.items.ItemChange;
import dev.tempest.items.ReadItem;
import dev.tempest.items.ReadRecord;
import dev.tempest.items.RecordReader;
import dev.tempest.sdk2.internal.items.StreamRecords;
import dev.tempest.sdk2.internal.items.TableItems;
import dev.tempest.sdk2.internal.mapping.DbSettings;
import dev.tempest.sdk2.migration.Migration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * Reads the items of one table wherever they turn up: records of its stream, events of Lambda functions, Kinesis, exports, files.
 *
 * <pre>{@code
 * ItemReader reader = ItemReader.of(MusicTable.class);
 * List<ReadRecord> records = reader.records(response.records());
 * }</pre>
 *
 * <p>A reader needs the interface only, and no client. So it does not call the extensions of a client. What cannot be read is an
 * {@link dev.tempest.items.UnreadableRecord}; no method throws an exception because of what a source holds.
 *
 * <p>Instances are immutable, and safe for use by several threads.
 */
public final class ItemReader implements RecordReader {
    private final Class<?> owner;
    private final DbSettings settings;
    private final Class<?>[] itemTypes;
    private final ItemReading<AttributeValue> reading;

    private ItemReader(Class<?> owner, DbSettings settings, Class<?>[] itemTypes) {
        this.owner = owner;
        this.settings = settings;
        this.itemTypes = itemTypes;
        this.reading = TableItems.of(owner, settings, itemTypes);
    }

    /**
     * A reader of a table. The prefixes of an item's key say which type it has.
     *
     * @param type the interface of a table, or of a database that has one table
     * @param itemTypes the types that are read; none for those of all views. Name them if two views have the same items, so
     *     that nothing distinguishes their types
     * @throws IllegalArgumentException if the model is wrong, or if nothing distinguishes two types
     */
    public static ItemReader of(Class<?> type, Class<?>... itemTypes) {
        return new ItemReader(type, DbSettings.DEFAULT, itemTypes.clone());
    }

    /**
     * The same with a migration: items of the type that were stored by an older model are read as items of the current one.
     *
     * @throws IllegalArgumentException if the table has no such item type, or if there is another migration of it
     */
    public ItemReader migrateOnRead(Migration<?> migration) {
        return new ItemReader(owner, settings.withMigration(migration), itemTypes);
    }

    /** Reads an item. One that belongs to other items counts as one of no type. */
    public ReadItem read(Map<String, AttributeValue> item) {
        return reading.read(item, "An item").orElseGet(() -> reading.unknownItem(item));
    }

    /** Reads the records of a stream, in their order. */
    public List<ReadRecord> records(Iterable<Record> records) {
        List<ReadRecord> read = new ArrayList<>();
        records.forEach(record -> StreamRecords.read(record, reading).ifPresent(read::add));
        return read;
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
