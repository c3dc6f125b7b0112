package dev.tempest.internal.codec;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.Shown;
import dev.tempest.internal.reflect.ItemFactory;
import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.reflect.TypeModel;
import dev.tempest.internal.schema.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes objects of one type of what is stored of them: rows, or maps in rows.
 *
 * @param <T> the type
 * @param <V> the SDK's attribute value
 */
public final class ObjectReader<T, V> {
    private final Class<T> type;
    private final ItemFactory<T> factory;
    private final Values<V> values;
    private final Binding<V>[] constructed;
    private final Binding<V>[] remaining;
    // Made when first needed: a process may never read most of its types. Racing threads make equal ones.
    private volatile @Nullable Function<Map<String, V>, @Nullable Object> directReader;

    public ObjectReader(TypeModel<T> model, Values<V> values, List<Binding<V>> bindings) {
        this.type = model.type();
        this.factory = model.factory();
        this.values = values;
        List<Binding<V>> constructed = new ArrayList<>();
        List<Binding<V>> remaining = new ArrayList<>();
        for (Binding<V> binding : bindings) {
            (binding.property().parameter() == Property.NONE ? remaining : constructed).add(binding);
        }
        this.constructed = array(constructed);
        this.remaining = array(remaining);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static <V> Binding<V>[] array(List<Binding<V>> bindings) {
        return bindings.toArray(new Binding[0]);
    }

    /**
     * An object that is stored as a map.
     *
     * @throws UnreadableValue if the map cannot be read as the type
     */
    public T readMap(Map<String, V> map) {
        try {
            return read(map);
        } catch (Unreadable e) {
            throw UnreadableValue.of(e, ModelError.name(type));
        }
    }

    T read(Map<String, V> row) throws Unreadable {
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
        directReader = DirectReader.of(factory, constructed, values);
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
