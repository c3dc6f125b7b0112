package dev.tempest.internal.items;

import dev.tempest.UnreadableItemException;
import dev.tempest.internal.Shown;
import dev.tempest.internal.model.ItemType;
import dev.tempest.internal.model.KeyType;
import dev.tempest.internal.schema.DeepValues;
import dev.tempest.internal.schema.RawTable;
import dev.tempest.items.ExportView;
import dev.tempest.items.ItemChange;
import dev.tempest.items.ReadItem;
import dev.tempest.items.ReadRecord;
import dev.tempest.items.RecordReader;
import dev.tempest.items.TypedItem;
import dev.tempest.items.UnknownItem;
import dev.tempest.items.UnreadableRecord;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the items of one table, whatever the SDK. Nothing that a source holds makes it throw an exception: what cannot be read
 * is an {@link UnreadableRecord}.
 *
 * @param <V> the SDK's attribute value
 */
public final class ItemReading<V> implements RecordReader {
    private final @Nullable String tableName;
    private final RawTable<V> table;
    private final KnownTypes<V> types;
    private final DynamoDbJson<V> json;
    private final RecordJson<V> records;
    private final Predicate<Map<String, V>> companion;
    private final Models<V> models;

    /** Says what a source has, or throws an exception where that is broken. */
    public interface Source<V> {
        StoredChange<V> change() throws BrokenRecord;
    }

    /**
     * A reader of one table.
     *
     * @param tableName in DynamoDB; null if it is not known
     * @param companion whether an item, or its key, belongs to other items, so that it is left out
     * @param models how items of older models are read
     */
    public ItemReading(
            @Nullable String tableName,
            RawTable<V> table,
            DeepValues<V> values,
            KnownTypes<V> types,
            Predicate<Map<String, V>> companion,
            Models<V> models) {
        this.tableName = tableName;
        this.table = table;
        this.types = types;
        this.json = new DynamoDbJson<>(values);
        this.records = new RecordJson<>(json);
        this.companion = companion;
        this.models = models;
    }

    @Override
    public List<Class<?>> types() {
        return types.classes();
    }

    /** The attributes of an item, and the type that it has. */
    public ItemType<?, V> typeOf(Object item) {
        return types.typeOf(item);
    }

    /** How items of older models are read. */
    Models<V> models() {
        return models;
    }

    /** An item's attributes as DynamoDB JSON. */
    public Map<String, Object> json(Map<String, V> row) {
        return json.json(row);
    }

    @Override
    public <K> K key(Class<K> keyType, ItemChange<?> change) {
        KeyType<?, V> found = types.key(keyType);
        Map<String, V> row = new HashMap<>();
        change.key().forEach((name, value) -> row.put(name, keyValue(value)));
        return keyType.cast(found.codec().decode(row, tableName));
    }

    private V keyValue(Object value) {
        if (value instanceof BigDecimal number) {
            return table.values().ofNumber(number);
        }
        return value instanceof ByteBuffer bytes
                ? table.values().ofBytes(bytes)
                : table.values().ofText(String.valueOf(value));
    }

    /** The item in a map of attributes; empty if it belongs to other items. */
    public Optional<ReadItem> read(Map<String, V> row, String place) {
        try {
            requireKey(row);
            return companion.test(row) ? Optional.empty() : Optional.of(item(types.typeOf(row), row, place));
        } catch (BrokenRecord e) {
            return Optional.of(new UnreadableRecord(place, e.reason() + ".", Map.of(), null, null, null));
        } catch (RuntimeException e) {
            return Optional.of(unexpected(place, e));
        }
    }

    private <T> ReadItem item(@Nullable ItemType<T, V> type, Map<String, V> row, String place) {
        if (type == null) {
            return unknownItem(row);
        }
        try {
            return new TypedItem<>(type.type(), decode(type, row));
        } catch (UnreadableItemException e) {
            return new UnreadableRecord(place, String.valueOf(e.getMessage()), e.key(), null, null, e);
        }
    }

    /** An item of none of the types. */
    public UnknownItem unknownItem(Map<String, V> row) {
        return new UnknownItem(table.keyValues(row), json.json(row));
    }

    private static UnreadableRecord unexpected(String place, RuntimeException e) {
        return new UnreadableRecord(
                place, "reading it threw " + Shown.thrown(e) + ".", Map.of(), null, null, Shown.withoutMessage(e));
    }

    private void requireKey(Map<String, V> row) throws BrokenRecord {
        for (String attribute : table.key().attributes()) {
            V value = row.get(attribute);
            if (value == null || table.values().isNull(value)) {
                throw new BrokenRecord("it has no " + attribute + ", a key attribute of the table");
            }
            if (table.values().text(value) == null
                    && !table.values().isNumber(value)
                    && !table.values().isBinary(value)) {
                throw new BrokenRecord(
                        attribute + ", a key attribute of the table, is not a string, a number or binary");
            }
        }
    }

    private void requireSameKey(StoredChange<V> stored, @Nullable Map<String, V> image) throws BrokenRecord {
        for (String attribute : table.key().attributes()) {
            if (image != null
                    && !Objects.equals(image.get(attribute), stored.keys().get(attribute))) {
                throw new BrokenRecord("one of its images has another " + attribute + " than its key");
            }
        }
    }

    /**
     * The change that a source has; empty if it is of an item that belongs to others.
     *
     * @param place of the source, if it cannot say what it has
     */
    public Optional<ReadRecord> change(
            String place, @Nullable String eventId, @Nullable String sequenceNumber, Source<V> source) {
        try {
            StoredChange<V> stored = source.change();
            requireKey(stored.keys());
            requireSameKey(stored, stored.before());
            requireSameKey(stored, stored.after());
            if (companion.test(stored.keys())) {
                return Optional.empty();
            }
            ItemType<?, V> type = types.typeOf(stored.keys());
            return Optional.of(type == null ? unknown(stored) : typed(type, stored));
        } catch (BrokenRecord e) {
            return Optional.of(new UnreadableRecord(place, e.reason() + ".", Map.of(), eventId, sequenceNumber, null));
        } catch (UnreadableItemException e) {
            return Optional.of(
                    new UnreadableRecord(place, String.valueOf(e.getMessage()), e.key(), eventId, sequenceNumber, e));
        } catch (RuntimeException e) {
            UnreadableRecord lost = unexpected(place, e);
            return Optional.of(
                    new UnreadableRecord(place, lost.reason(), Map.of(), eventId, sequenceNumber, lost.cause()));
        }
    }

    private <T> ItemChange<T> typed(ItemType<T, V> type, StoredChange<V> stored) {
        Map<String, V> before = stored.before();
        Map<String, V> after = stored.after();
        return of(
                type.type(),
                stored,
                before == null ? null : decode(type, before),
                after == null ? null : decode(type, after));
    }

    private <T> T decode(ItemType<T, V> type, Map<String, V> row) {
        return type.codec().decode(models.current(type.type(), row), tableName);
    }

    private ItemChange<UnknownItem> unknown(StoredChange<V> stored) {
        return of(UnknownItem.class, stored, unknown(stored.before()), unknown(stored.after()));
    }

    private @Nullable UnknownItem unknown(@Nullable Map<String, V> image) {
        return image == null ? null : unknownItem(image);
    }

    private <T> ItemChange<T> of(Class<T> type, StoredChange<V> stored, @Nullable T before, @Nullable T after) {
        return new ItemChange<>(
                type,
                stored.kind(),
                table.keyValues(stored.keys()),
                Optional.ofNullable(before),
                Optional.ofNullable(after),
                stored.eventId(),
                stored.sequenceNumber(),
                stored.at());
    }

    @Override
    public Optional<ReadItem> item(Map<String, ?> attributes, String place) {
        try {
            return read(json.row(attributes, "Item"), place);
        } catch (BrokenRecord e) {
            return Optional.of(new UnreadableRecord(place, e.reason() + ".", Map.of(), null, null, null));
        }
    }

    @Override
    public Optional<ReadRecord> record(Map<String, ?> record) {
        String eventId = text(record, "eventID");
        String sequenceNumber =
                record.get("dynamodb") instanceof Map<?, ?> dynamodb ? text(dynamodb, "SequenceNumber") : null;
        return change(
                StoredChange.place(sequenceNumber, eventId),
                eventId,
                sequenceNumber,
                () -> records.record(record, null));
    }

    private static @Nullable String text(Map<?, ?> map, String name) {
        return map.get(name) instanceof String text ? text : null;
    }

    @Override
    public List<ReadRecord> lambdaEvent(Map<String, ?> event) {
        if (!(event.get("Records") instanceof List<?> list)) {
            throw new IllegalArgumentException("The event has no list of Records: it is not one of a stream.");
        }
        List<ReadRecord> read = new ArrayList<>();
        for (Object each : list) {
            @SuppressWarnings("unchecked") // each member is looked at
            Map<String, ?> record = each instanceof Map<?, ?> map ? (Map<String, ?>) map : Map.of();
            record(record).ifPresent(read::add);
        }
        return read;
    }

    @Override
    public Optional<ReadRecord> kinesisRecord(byte[] data, String sequenceNumber) {
        Objects.requireNonNull(sequenceNumber, "sequenceNumber");
        return change(StoredChange.place(sequenceNumber, null), null, sequenceNumber, () -> {
            try {
                return records.record(Json.object(Utf8.decode(data, 0, data.length)), sequenceNumber);
            } catch (CharacterCodingException e) {
                throw new BrokenRecord("it is not UTF-8");
            }
        });
    }

    @Override
    public Optional<ReadRecord> exportedChange(Map<String, ?> line, String place, ExportView view) {
        return change(place, null, null, () -> records.exported(line, place, view));
    }

    @Override
    public String toString() {
        return "ItemReader" + types;
    }
}
