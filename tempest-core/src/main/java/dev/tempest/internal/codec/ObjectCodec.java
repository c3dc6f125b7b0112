package dev.tempest.internal.codec;

import dev.tempest.UnreadableItemException;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.reflect.TypeModel;
import dev.tempest.internal.schema.RawTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns objects of one type into rows and back, each in one pass over the bindings.
 *
 * @param <T> an item type or a key type
 * @param <V> the SDK's attribute value
 */
public final class ObjectCodec<T, V> implements RowCodec<T, V> {
    private final Class<T> type;
    private final ObjectReader<T, V> reader;
    private final RawTable<V> table;
    private final Binding<V>[] bindings;
    private final Binding<V>[] keys;
    private final int capacity;

    public ObjectCodec(TypeModel<T> model, RawTable<V> table, List<Binding<V>> bindings) {
        this.type = model.type();
        this.reader = new ObjectReader<>(model, table.values(), bindings);
        this.table = table;
        this.bindings = ObjectReader.array(bindings);
        List<Binding<V>> keys = new ArrayList<>();
        int attributes = 0;
        for (Binding<V> binding : bindings) {
            if (binding.prefix() != null && table.key().contains(binding.attributes()[0])) {
                keys.add(binding);
            }
            attributes += binding.attributes().length;
        }
        this.keys = ObjectReader.array(keys);
        // Room for a few more than the bindings': extensions add attributes of their own.
        this.capacity = attributes * 4 / 3 + 2;
    }

    @Override
    public Class<T> type() {
        return type;
    }

    @Override
    public List<Binding<V>> bindings() {
        return List.of(bindings);
    }

    @Override
    public Map<String, V> encode(T item) {
        Map<String, V> row = new HashMap<>(capacity);
        try {
            for (Binding<V> binding : bindings) {
                binding.write(item, row);
            }
        } catch (UnstorableException e) {
            throw new IllegalArgumentException(e.getMessage() + ": " + describeKey(item) + ".", e.getCause());
        }
        return row;
    }

    /** As much of an item's key as can be told: that may be what cannot be stored. */
    private String describeKey(T item) {
        Map<String, V> key = new HashMap<>();
        for (Binding<V> binding : bindings) {
            for (String attribute : binding.attributes()) {
                if (table.key().contains(attribute)) {
                    try {
                        binding.write(item, key);
                    } catch (RuntimeException e) {
                        key.remove(attribute);
                    }
                }
            }
        }
        return table.describeKey(key);
    }

    @Override
    public T decode(Map<String, V> row, @Nullable String tableName) {
        try {
            return reader.read(row);
        } catch (Unreadable e) {
            throw new UnreadableItemException(
                    tableName,
                    table.keyValues(row),
                    type,
                    "The item " + table.describeKey(row) + " cannot be read as " + ModelError.name(type) + ": "
                            + e.reason() + ".",
                    e.getCause());
        }
    }

    @Override
    public @Nullable T decodeOrNull(Map<String, V> row) {
        try {
            return recognizes(row) ? reader.read(row) : null;
        } catch (Unreadable e) {
            return null;
        }
    }

    @Override
    public boolean recognizes(Map<String, V> row) {
        for (Binding<V> key : keys) {
            if (!key.recognizes(row)) {
                return false;
            }
        }
        return true;
    }
}
