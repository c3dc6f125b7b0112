package dev.tempest.internal.codec;

import dev.tempest.UnreadableItemException;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.Shown;
import dev.tempest.internal.reflect.ItemFactory;
import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.reflect.TypeModel;
import dev.tempest.internal.schema.RawTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns objects of one type into rows and back, each in one pass over the bindings.
 *
 * @param <T> an item type or a key type
 * @param <V> the SDK's attribute value
 */
public final class RowCodec<T, V> {
    private final Class<T> type;
    private final ItemFactory<T> factory;
    private final RawTable<V> table;
    private final Binding<V>[] bindings;
    private final Binding<V>[] constructed;
    private final Binding<V>[] remaining;
    private final Binding<V>[] keys;
    private final int capacity;
    // Made when first needed: a process may never read most of its types. Racing threads make equal ones.
    private volatile @Nullable Function<Map<String, V>, @Nullable Object> directReader;

    public RowCodec(TypeModel<T> model, RawTable<V> table, List<Binding<V>> bindings) {
        this.type = model.type();
        this.factory = model.factory();
        this.table = table;
        this.bindings = array(bindings);
        List<Binding<V>> constructed = new ArrayList<>();
        List<Binding<V>> remaining = new ArrayList<>();
        List<Binding<V>> keys = new ArrayList<>();
        int attributes = 0;
        for (Binding<V> binding : bindings) {
            (binding.property().parameter() == Property.NONE ? remaining : constructed).add(binding);
            if (binding.prefix() != null && table.key().contains(binding.attributes()[0])) {
                keys.add(binding);
            }
            attributes += binding.attributes().length;
        }
        this.constructed = array(constructed);
        this.remaining = array(remaining);
        this.keys = array(keys);
        // Room for a few more than the bindings': extensions add attributes of their own.
        this.capacity = attributes * 4 / 3 + 2;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <V> Binding<V>[] array(List<Binding<V>> bindings) {
        return bindings.toArray(new Binding[0]);
    }

    public Class<T> type() {
        return type;
    }

    List<Binding<V>> bindings() {
        return List.of(bindings);
    }

    /**
     * The row of an item, in a map of the caller's own.
     *
     * @throws IllegalArgumentException if a property holds what DynamoDB cannot store
     */
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

    /** The item in a row of a table that is not known. */
    public T decode(Map<String, V> row) {
        return decode(row, null);
    }

    /**
     * The item in a row.
     *
     * @param tableName the DynamoDB table; null if it is not known
     */
    public T decode(Map<String, V> row, @Nullable String tableName) {
        try {
            return read(row);
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

    /** The item in a row, or null if the row is not of this type. */
    public @Nullable T decodeOrNull(Map<String, V> row) {
        try {
            return recognizes(row) ? read(row) : null;
        } catch (Unreadable e) {
            return null;
        }
    }

    /** Whether the row's key carries the type's prefixes. */
    public boolean recognizes(Map<String, V> row) {
        for (Binding<V> key : keys) {
            if (!key.recognizes(row)) {
                return false;
            }
        }
        return true;
    }

    private T read(Map<String, V> row) throws Unreadable {
        T item = construct(row);
        for (Binding<V> binding : remaining) {
            complete(item, binding, row);
        }
        return item;
    }

    @SuppressWarnings("unchecked")
    private T construct(Map<String, V> row) throws Unreadable {
        Function<Map<String, V>, @Nullable Object> direct = directReader;
        if (direct == null) {
            return constructFirst(row);
        }
        try {
            Object read = direct.apply(row);
            if (read != null) {
                return (T) read;
            }
        } catch (Exception e) { // checked ones come as they are
            return constructWithCare(row, e);
        }
        return constructWithCare(row, null);
    }

    private T constructFirst(Map<String, V> row) throws Unreadable {
        if (constructed.length < factory.parameterCount()) {
            return constructWithCare(row, null);
        }
        directReader = DirectReader.of(factory, constructed, table.values());
        return construct(row);
    }

    /**
     * Reads rows that lack what the constructor has values for, too, and says why a row cannot be read.
     *
     * @param failure of the direct reader; null if it was not asked, or has left the row alone
     */
    private T constructWithCare(Map<String, V> row, @Nullable Exception failure) throws Unreadable {
        @Nullable Object[] arguments = new Object[factory.parameterCount()];
        for (Binding<V> binding : constructed) {
            arguments[binding.property().parameter()] = binding.read(row);
        }
        if (failure != null && !factory.needsDefaults(arguments)) {
            // All arguments can be read, so it was the constructor that threw. It has been called, and may count its
            // calls.
            throw thrown(failure);
        }
        try {
            return factory.make(arguments);
        } catch (Exception e) { // checked ones come as they are
            throw thrown(e);
        }
    }

    private static Unreadable thrown(Exception e) {
        return new Unreadable("its constructor threw " + Shown.thrown(e), e);
    }

    private void complete(T item, Binding<V> binding, Map<String, V> row) throws Unreadable {
        Property property = binding.property();
        Object value = binding.read(row);
        if (!property.isSet()) {
            if (value != null) {
                requireComputed(item, binding, value, row);
            }
        } else if (value == null && property.keepsInitialValue()) {
            requireInitialValue(item, binding);
        } else {
            try {
                property.set(item, value);
            } catch (Throwable e) {
                throw new Unreadable("the setter of " + property + " threw " + Shown.thrown(e), e);
            }
        }
    }

    private void requireComputed(T item, Binding<V> binding, Object read, Map<String, V> row) throws Unreadable {
        try {
            if (!Objects.deepEquals(binding.property().get(item), read)) {
                binding.requireStored(item, row);
            }
        } catch (RuntimeException e) {
            throw new Unreadable("the computed " + binding.property() + " threw " + Shown.thrown(e), e);
        }
    }

    /** A {@code lateinit} property has none, and says so when it is read. */
    private void requireInitialValue(T item, Binding<V> binding) throws Unreadable {
        try {
            binding.property().get(item);
        } catch (RuntimeException e) {
            throw binding.reader().absent();
        }
    }
}
