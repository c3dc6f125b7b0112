package dev.tempest.items;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the items of one table from JSON, whatever SDK the program uses. The {@code ItemReader} of each SDK module is one. This
 * library implements the interface; it may get more methods.
 *
 * <p>Items that belong to other items, such as those that keep values unique, are left out. Where a method reads one record, it
 * returns nothing for them.
 */
public interface RecordReader {
    /** The item types that are read. */
    List<Class<?>> types();

    /**
     * A change's key as an object of a key type.
     *
     * @param keyType the key type of a view of the item type
     * @throws IllegalArgumentException if the table has no view with such a key
     * @throws dev.tempest.UnreadableItemException if the key does not fit the key type
     */
    <K> K key(Class<K> keyType, ItemChange<?> change);

    /**
     * Reads an item in DynamoDB JSON, parsed: a map such as <code>{S=text}</code> for each attribute.
     *
     * @param place where the item was found, for {@link UnreadableRecord#place()}
     */
    Optional<ReadItem> item(Map<String, ?> attributes, String place);

    /**
     * Reads a record of a stream, parsed from its JSON: maps, lists, strings, numbers and truth values. It has the form that
     * DynamoDB gives to Lambda, to EventBridge Pipes and to Kinesis Data Streams.
     */
    Optional<ReadRecord> record(Map<String, ?> record);

    /** As {@link #record}, for the records of a batch, in their order. */
    default List<ReadRecord> recordMaps(Iterable<? extends Map<String, ?>> records) {
        List<ReadRecord> read = new ArrayList<>();
        records.forEach(record -> record(record).ifPresent(read::add));
        return read;
    }

    /**
     * Reads the event of a Lambda function as its JSON, parsed: the map that a handler of type {@code RequestHandler<Map<String,
     * Object>, ..>} takes.
     *
     * @throws IllegalArgumentException if the map has no list of {@code Records}
     */
    List<ReadRecord> lambdaEvent(Map<String, ?> event);

    /**
     * Reads the data of a record of Kinesis Data Streams, to which DynamoDB sends changes. Such data has no sequence number of its
     * own. Kinesis may deliver records more than once and in another order: compare {@link ItemChange#at()}.
     *
     * @param data UTF-8
     * @param sequenceNumber of the record in Kinesis
     */
    Optional<ReadRecord> kinesisRecord(byte[] data, String sequenceNumber);

    /**
     * Reads a line of an incremental export, parsed: a map with <code>Metadata</code>, <code>Keys</code> and the images.
     *
     * @param place where the line was found, for {@link UnreadableRecord#place()}
     * @param view which images the export has
     */
    Optional<ReadRecord> exportedChange(Map<String, ?> line, String place, ExportView view);
}
