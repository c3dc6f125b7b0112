package dev.tempest.internal.batch;

import static java.util.Objects.requireNonNull;

import dev.tempest.ItemSet;
import dev.tempest.UnprocessedKeysException;
import dev.tempest.internal.schema.RowKey;
import dev.tempest.internal.schema.RowReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a load, each once however often it is asked for, and their items in the caller's order, whatever order and
 * number of requests they come from.
 *
 * @param <V> the SDK's attribute value
 */
public final class AskedRows<V> {
    private static final int NAMED = 10;

    private final Map<RowKey, Row<V>> rows = new LinkedHashMap<>();
    private final Map<String, RowReader<?, V>> tables = new HashMap<>();
    private final List<Asked<V>> asked = new ArrayList<>();

    /** One row. Threads that find different rows need not know of each other. */
    public static final class Row<V> {
        private final String tableName;
        private final Map<String, V> key;
        private @Nullable Map<String, V> found;
        private @Nullable ReadAs<V> firstType;

        private Row(String tableName, Map<String, V> key) {
            this.tableName = tableName;
            this.key = key;
        }

        /** The DynamoDB table of the row. */
        public String tableName() {
            return tableName;
        }

        /** The row's key, to ask DynamoDB for it. */
        public Map<String, V> key() {
            return key;
        }

        /** Keeps what DynamoDB found. */
        public void found(Map<String, V> row) {
            found = row;
        }

        private ReadAs<V> as(RowReader<Object, V> reader) {
            for (ReadAs<V> type = firstType; type != null; type = type.next) {
                if (type.reader.type() == reader.type()) {
                    return type;
                }
            }
            ReadAs<V> type = new ReadAs<>(this, reader, firstType);
            firstType = type;
            return type;
        }
    }

    /** A row as one of the types that it is asked for as, nearly always the only one. */
    private static final class ReadAs<V> {
        private final Row<V> row;
        private final RowReader<Object, V> reader;
        private final @Nullable ReadAs<V> next;
        private @Nullable Object item;

        private ReadAs(Row<V> row, RowReader<Object, V> reader, @Nullable ReadAs<V> next) {
            this.row = row;
            this.reader = reader;
            this.next = next;
        }
    }

    private record Asked<V>(Object key, ReadAs<V> readAs) {}

    /**
     * Adds a key.
     *
     * @param key the key as it was given
     * @param encoded the key as DynamoDB is to get it
     * @param reader reads the row as the type that the key is of
     * @return whether the row was not asked for before
     */
    public boolean add(Object key, Map<String, V> encoded, RowReader<Object, V> reader) {
        RowKey rowKey = reader.rowKey(encoded);
        Row<V> row = rows.get(rowKey);
        boolean isNew = row == null;
        if (row == null) {
            row = new Row<>(rowKey.tableName(), encoded);
            rows.put(rowKey, row);
            tables.put(rowKey.tableName(), reader);
        }
        asked.add(new Asked<>(key, row.as(reader)));
        return isNew;
    }

    /** The rows, in the order in which they were first asked for. */
    public Collection<Row<V>> rows() {
        return Collections.unmodifiableCollection(rows.values());
    }

    /**
     * One of the rows.
     *
     * @param row has the key at least
     * @throws IllegalStateException if it was not asked for
     */
    public Row<V> row(String tableName, Map<String, V> row) {
        RowKey rowKey = requireNonNull(tables.get(tableName)).rowKey(row);
        Row<V> known = rows.get(rowKey);
        if (known == null) {
            throw new IllegalStateException(
                    "DynamoDB returned an item of table " + tableName + " that it was not asked for.");
        }
        return known;
    }

    /**
     * The items in the responses of a request for all rows, which come in its order.
     *
     * @param rowOf gives the row in a response, null if there is none
     */
    public <R> ItemSet items(Iterable<R> responses, Function<R, @Nullable Map<String, V>> rowOf) {
        Iterator<R> next = responses.iterator();
        for (Row<V> row : rows.values()) {
            row.found = rowOf.apply(next.next());
        }
        return items();
    }

    /** The items of the rows that there are. A row that is asked for twice is one item, unless it is asked for as two types. */
    public ItemSet items() {
        ItemSet.Builder items = ItemSet.builder();
        for (Asked<V> each : asked) {
            ReadAs<V> readAs = each.readAs();
            Map<String, V> found = readAs.row.found;
            Object known = readAs.item;
            if (known != null) {
                items.alias(each.key(), known);
            } else if (found != null && !readAs.reader.isExpired(found)) {
                Object item = readAs.reader.read(found);
                readAs.item = item;
                items.add(each.key(), item);
            }
        }
        return items.build();
    }

    /**
     * Says that rows were not loaded; the items of the others are in the exception.
     *
     * @param left the rows that were not loaded
     * @param cause what the SDK threw; null if DynamoDB left the rows unprocessed
     */
    public UnprocessedKeysException unprocessed(Set<Row<V>> left, @Nullable Throwable cause) {
        List<String> texts = new ArrayList<>();
        for (Map.Entry<RowKey, Row<V>> row : rows.entrySet()) {
            if (texts.size() < NAMED && left.contains(row.getValue())) {
                texts.add(row.getKey().describe());
            }
        }
        List<Object> keys = keysOf(left);
        String message = cause == null
                ? "DynamoDB left " + keys.size() + " keys unprocessed, after retries: "
                : "A request failed, which left " + keys.size() + " keys unprocessed: ";
        List<String> tableNames = left.stream().map(Row::tableName).distinct().toList();
        return new UnprocessedKeysException(
                tableNames.size() == 1 ? tableNames.get(0) : null,
                message + String.join(", ", texts) + (left.size() > NAMED ? " and others" : ""),
                items(),
                keys,
                cause);
    }

    /** The keys that stand for the given rows, as they were asked for. */
    List<Object> keysOf(Collection<Row<V>> some) {
        return asked.stream()
                .filter(each -> some.contains(each.readAs().row))
                .map(Asked::key)
                .toList();
    }
}
