package dev.tempest.internal.codec;

import dev.tempest.UnreadableItemException;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.schema.RawTable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns the objects of a sealed type into rows and back, each by its subtype's own codec.
 *
 * @param <T> the sealed type
 * @param <V> the SDK's attribute value
 */
public final class SubtypesCodec<T, V> implements RowCodec<T, V> {
    private final Class<T> type;
    private final RawTable<V> table;
    private final @Nullable String attribute;
    private final List<Binding<V>> bindings;
    private final Map<Class<?>, Case<T, V>> byClass = new HashMap<>();
    private final Map<String, Case<T, V>> byName = new LinkedHashMap<>();
    private final @Nullable Case<T, V> fallback;

    /**
     * A subtype.
     *
     * @param name that is stored
     * @param stored the name as an attribute value
     * @param codec of the subtype's objects
     */
    public record Case<T, V>(String name, V stored, RowCodec<? extends T, V> codec) {}

    /**
     * The codec of a sealed type.
     *
     * @param table with the attributes of all subtypes
     * @param attribute that holds the name of the subtype; null if the key tells the subtype
     * @param bindings of the properties of all subtypes
     * @param unknown what is read for a name that is not known; null for nothing
     */
    public SubtypesCodec(
            Class<T> type,
            RawTable<V> table,
            @Nullable String attribute,
            List<Binding<V>> bindings,
            List<Case<T, V>> cases,
            @Nullable Class<?> unknown) {
        this.type = type;
        this.table = table;
        this.attribute = attribute;
        this.bindings = List.copyOf(bindings);
        Case<T, V> found = null;
        for (Case<T, V> each : cases) {
            byClass.put(each.codec().type(), each);
            byName.put(each.name(), each);
            found = each.codec().type() == unknown ? each : found;
        }
        this.fallback = found;
    }

    @Override
    public Class<T> type() {
        return type;
    }

    @Override
    public List<Binding<V>> bindings() {
        return bindings;
    }

    /** The stored name of a subtype. */
    public String nameOf(Class<?> subtype) {
        return caseOf(subtype).name();
    }

    private Case<T, V> caseOf(Class<?> subtype) {
        Case<T, V> found = byClass.get(subtype);
        if (found == null) {
            throw new IllegalArgumentException(
                    "A " + ModelError.name(subtype) + " is not of a known subtype of " + ModelError.name(type) + ".");
        }
        return found;
    }

    @Override
    public Map<String, V> encode(T item) {
        Case<T, V> found = caseOf(item.getClass());
        Map<String, V> row = encode(found.codec(), item);
        if (attribute != null) {
            // A fallback may hold the name that was stored.
            row.putIfAbsent(attribute, found.stored());
        }
        return row;
    }

    private <S extends T> Map<String, V> encode(RowCodec<S, V> codec, T item) {
        return codec.encode(codec.type().cast(item));
    }

    @Override
    public T decode(Map<String, V> row, @Nullable String tableName) {
        Case<T, V> found = find(row);
        if (found == null) {
            throw new UnreadableItemException(
                    tableName,
                    table.keyValues(row),
                    type,
                    "The item " + table.describeKey(row) + " cannot be read as " + ModelError.name(type) + ": "
                            + reason(row) + ".",
                    null);
        }
        return found.codec().decode(row, tableName);
    }

    private String reason(Map<String, V> row) {
        if (attribute == null) {
            return "its key has none of the prefixes of the subtypes";
        }
        return name(attribute, row) == null
                ? "it has no string in " + attribute + ", which holds the name of the subtype"
                : attribute + " holds the name of a type that is not a known subtype";
    }

    private @Nullable String name(String holder, Map<String, V> row) {
        V stored = row.get(holder);
        return stored == null ? null : table.values().text(stored);
    }

    private @Nullable Case<T, V> find(Map<String, V> row) {
        if (attribute != null) {
            String name = name(attribute, row);
            return name == null ? null : byName.getOrDefault(name, fallback);
        }
        for (Case<T, V> each : byName.values()) {
            if (each.codec().recognizes(row)) {
                return each;
            }
        }
        return null;
    }

    @Override
    public @Nullable T decodeOrNull(Map<String, V> row) {
        Case<T, V> found = find(row);
        return found == null ? null : found.codec().decodeOrNull(row);
    }

    @Override
    public boolean recognizes(Map<String, V> row) {
        for (Case<T, V> each : byName.values()) {
            if (each.codec().recognizes(row)) {
                return true;
            }
        }
        return false;
    }
}
