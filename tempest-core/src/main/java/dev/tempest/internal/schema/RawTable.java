package dev.tempest.internal.schema;

import dev.tempest.UnreadableItemException;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.Shown;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table's key, its indexes and its attributes as its SDK understands them.
 *
 * @param rawType the user's class that declares them: the raw item type, or the table's interface where there is none
 * @param rawItemClass the class of raw items
 * @param attributes by name
 * @param key the table's key
 * @param indexes the secondary indexes by name
 * @param values how to look into attribute values
 * @param <V> the SDK's attribute value
 */
public record RawTable<V>(
        Class<?> rawType,
        Class<?> rawItemClass,
        Map<String, RawAttribute<V>> attributes,
        KeySchema key,
        Map<String, KeySchema> indexes,
        Values<V> values) {

    /** What a raw item type declares. */
    public RawTable(
            Class<?> rawType,
            Map<String, RawAttribute<V>> attributes,
            KeySchema key,
            Map<String, KeySchema> indexes,
            Values<V> values) {
        this(rawType, rawType, attributes, key, indexes, values);
    }

    /** The same table with other attributes. */
    public RawTable<V> with(Map<String, RawAttribute<V>> others) {
        return new RawTable<>(rawType, rawItemClass, others, key, indexes, values);
    }

    /** Whether the table's interface declares the keys, and each item type its own attributes. */
    public boolean isDeclaredByItems() {
        return rawType != rawItemClass;
    }

    /** The key of an index, or of the table if the index is null. */
    public KeySchema key(@Nullable String index) {
        KeySchema schema = index == null ? key : indexes.get(index);
        if (schema == null) {
            throw new IllegalArgumentException(ModelError.name(rawType) + " has no index " + index + ".");
        }
        return schema;
    }

    /** Whether the attribute is a key of the table or of an index, so that DynamoDB refuses an empty value of it. */
    public boolean isKey(String attribute) {
        if (key.contains(attribute)) {
            return true;
        }
        for (KeySchema index : indexes.values()) {
            if (index.contains(attribute)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the attribute is the sort key of the table or of an index. */
    public boolean isSortKey(String attribute) {
        if (attribute.equals(key.sortKey())) {
            return true;
        }
        for (KeySchema index : indexes.values()) {
            if (index.sortKeys().contains(attribute)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Checks that DynamoDB can store the row of a raw item.
     *
     * @throws IllegalArgumentException if it cannot
     */
    public void requireStorable(Map<String, V> row) {
        row.forEach((attribute, value) -> {
            String problem = values.problem(value);
            if (problem != null) {
                throw new IllegalArgumentException(ModelError.name(rawType) + "." + attribute + " " + problem
                        + ", and so cannot be stored: " + describeKey(row) + ".");
            }
        });
    }

    /**
     * What to throw for a raw item that the SDK cannot convert.
     *
     * @param names the attributes
     * @param converter converts one of them
     * @param cause what the SDK threw
     */
    public RuntimeException unstorable(
            Collection<String> names, Function<String, @Nullable V> converter, RuntimeException cause) {
        Map<String, V> row = new HashMap<>();
        String failed = null;
        for (String name : names) {
            try {
                V value = converter.apply(name);
                if (value != null) {
                    row.put(name, value);
                }
            } catch (RuntimeException e) {
                failed = name;
            }
        }
        if (failed == null) {
            return cause;
        }
        RawAttribute<V> attribute = attributes.get(failed);
        boolean isProgrammed = attribute != null && attribute.codec().isProgrammed();
        return new IllegalArgumentException(
                ModelError.name(rawType) + "." + failed + " cannot be stored: its converter threw "
                        + Shown.thrown(cause) + ": " + describeKey(row) + ".",
                isProgrammed ? cause : Shown.withoutMessage(cause));
    }

    /**
     * What to throw for a row that the SDK cannot read as a raw item.
     *
     * @param reader what read it, in words
     * @param cause what the SDK threw
     */
    public UnreadableItemException unreadable(
            String tableName, Map<String, V> row, String reader, RuntimeException cause) {
        return new UnreadableItemException(
                tableName,
                keyValues(row),
                rawType,
                "The item " + describeKey(row) + " cannot be read as " + ModelError.name(rawType) + ": " + reader
                        + " threw " + Shown.thrown(cause) + ".",
                Shown.withoutMessage(cause));
    }

    /**
     * Refuses what is no raw item.
     *
     * @throws IllegalArgumentException if the object is no raw item: it came through an unchecked cast
     */
    public void requireRaw(@Nullable Object rawItem) {
        if (!rawItemClass.isInstance(rawItem)) {
            throw new IllegalArgumentException("The item must be a " + ModelError.name(rawItemClass) + ", not "
                    + (rawItem == null ? "null" : "a " + ModelError.name(rawItem.getClass())) + ".");
        }
    }

    /**
     * The table's key out of a row, complete.
     *
     * @throws IllegalArgumentException if a part of the key is null or empty
     */
    public Map<String, V> requireKey(Map<String, V> row) {
        Map<String, V> rowKey = new HashMap<>(4);
        rowKey.put(key.partitionKey(), requireKey(key.partitionKey(), row));
        String sortKey = key.sortKey();
        if (sortKey != null) {
            rowKey.put(sortKey, requireKey(sortKey, row));
        }
        return rowKey;
    }

    /**
     * Which row this is.
     *
     * @param tableName the table's name in DynamoDB
     * @throws IllegalArgumentException if a part of the key is null or empty
     */
    public RowKey rowKey(String tableName, Map<String, V> row) {
        String sortKey = key.sortKey();
        return new RowKey(
                tableName, identity(key.partitionKey(), row), sortKey == null ? null : identity(sortKey, row));
    }

    private Object identity(String attribute, Map<String, V> row) {
        Object value = values.neutral(requireKey(attribute, row));
        return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
    }

    private V requireKey(String attribute, Map<String, V> row) {
        V value = row.get(attribute);
        if (value == null || values.isNull(value)) {
            throw new IllegalArgumentException(ModelError.name(rawType) + "." + attribute
                    + " is null, but it is a key attribute of the table: " + describeKey(row) + ".");
        }
        if (values.isEmpty(value)) {
            throw new IllegalArgumentException(ModelError.name(rawType) + "." + attribute
                    + " is empty, but it is a key attribute of the table: " + describeKey(row)
                    + ". DynamoDB takes no empty keys.");
        }
        return value;
    }

    /** The table's key in a row, in types that no SDK defines; without what the row lacks. */
    public Map<String, Object> keyValues(Map<String, V> row) {
        Map<String, Object> found = new LinkedHashMap<>(4);
        String sortKey = key.sortKey();
        for (String attribute : sortKey == null ? List.of(key.partitionKey()) : List.of(key.partitionKey(), sortKey)) {
            V value = row.get(attribute);
            if (value != null && !values.isNull(value)) {
                found.put(attribute, values.neutral(value));
            }
        }
        return found;
    }

    /** The key of a row, as messages show it. */
    public String describeKey(Map<String, V> row) {
        String sortKey = key.sortKey();
        return describe(sortKey == null ? List.of(key.partitionKey()) : List.of(key.partitionKey(), sortKey), row);
    }

    /**
     * Attributes of a row, as messages show them.
     *
     * @param keyAttributes keys of the table or of an index: no message shows other attributes
     */
    public String describe(Collection<String> keyAttributes, Map<String, V> row) {
        StringBuilder text = new StringBuilder("{");
        for (String attribute : keyAttributes) {
            V value = row.get(attribute);
            text.append(text.length() == 1 ? "" : ", ")
                    .append(attribute)
                    .append('=')
                    .append(value == null ? "(none)" : values.describe(value));
        }
        return text.append('}').toString();
    }
}
