package dev.tempest.internal.value;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.codec.Binding;
import dev.tempest.internal.codec.ObjectReader;
import dev.tempest.internal.codec.UnstorableException;
import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.schema.DeepValues;
import dev.tempest.internal.schema.Document;
import dev.tempest.internal.schema.RawAttribute;
import dev.tempest.internal.value.form.Shapes;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Stores the objects of a class as maps, a null property as DynamoDB's own null: as the SDK's enhanced client stores beans in
 * beans.
 */
final class DocumentCodec<V> extends ValueCodec<V> {
    /** What DynamoDB has of values in one another. */
    private static final int MAX_DEPTH = 32;

    private final Class<?> javaClass;
    // The only object of the class, if there is just one.
    private final @Nullable Object single;
    // What is known last, as a class may have properties of its own type.
    private List<Binding<V>> bindings = List.of();
    private @Nullable ObjectReader<?, V> reader;
    private @Nullable ThreadLocal<int[]> depth;

    DocumentCodec(Type type, Class<?> javaClass, @Nullable Object single, DeepValues<V> values) {
        super(type, values);
        this.javaClass = javaClass;
        this.single = single;
    }

    /** Once, before the codec is used. */
    void complete(List<Binding<V>> properties, ObjectReader<?, V> objects) {
        this.bindings = properties;
        this.reader = objects;
    }

    /** Objects of the class may be in one another, even in themselves. */
    void setRecursive() {
        depth = ThreadLocal.withInitial(() -> new int[1]);
    }

    Class<?> javaClass() {
        return javaClass;
    }

    List<Binding<V>> bindings() {
        return bindings;
    }

    @Override
    public String kind() {
        return "M";
    }

    @Override
    public V toValue(Object property) {
        ThreadLocal<int[]> counter = depth;
        if (counter == null) {
            return convert(property);
        }
        int[] around = counter.get();
        if (around[0] >= MAX_DEPTH) {
            throw tooDeep();
        }
        around[0]++;
        try {
            V stored = convert(property);
            if (around[0] == 1 && values().depth(stored) > MAX_DEPTH) {
                throw tooDeep();
            }
            return stored;
        } finally {
            around[0]--;
        }
    }

    private static UnstorableException tooDeep() {
        return UnstorableException.of("is nested in more levels than the " + MAX_DEPTH + " that DynamoDB has");
    }

    private V convert(Object property) {
        Map<String, V> map = new HashMap<>(Shapes.capacity(bindings.size()));
        write(property, map);
        return values().ofMap(map);
    }

    void write(Object object, Map<String, V> map) {
        if (object.getClass() != javaClass) {
            throw UnstorableException.of(
                    "is of a subclass of " + ModelError.name(javaClass) + ", whose own properties would be lost");
        }
        for (int i = 0; i < bindings.size(); i++) {
            Binding<V> binding = bindings.get(i);
            V value = value(binding, object);
            for (String attribute : binding.attributes()) {
                map.put(attribute, value);
            }
        }
    }

    private V value(Binding<V> binding, Object object) {
        try {
            V value = binding.value(object);
            return value == null ? values().ofNull() : value;
        } catch (UnstorableException e) {
            throw e.beneath(binding.property());
        }
    }

    @Override
    public @Nullable Object toProperty(V value) {
        Map<String, @Nullable V> map = values().map(value);
        return map == null ? nothing(value) : read(map);
    }

    @SuppressWarnings("NullAway") // The SDK's maps have DynamoDB's own null for null.
    Object read(Map<String, @Nullable V> map) {
        return single != null ? single : Objects.requireNonNull(reader).readMap(map);
    }

    @Override
    public boolean isAlwaysStorable() {
        // Each binding has looked at its own value.
        return true;
    }

    @Override
    public Document<V> document() {
        Map<String, RawAttribute<V>> attributes = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (Binding<V> binding : bindings) {
            names.add(binding.property().name());
            attributes.put(binding.property().accessor().member().getName(), attribute(binding));
        }
        // What reads a property is called like it; another member of that name comes second.
        for (Binding<V> binding : bindings) {
            attributes.putIfAbsent(binding.property().name(), attribute(binding));
        }
        for (Binding<V> binding : bindings) {
            for (String getter : binding.property().getterNames()) {
                attributes.putIfAbsent(getter, attribute(binding));
            }
        }
        return new Document<>(javaClass, attributes, names);
    }

    private RawAttribute<V> attribute(Binding<V> binding) {
        Property property = binding.property();
        return new RawAttribute<>(binding.attributes()[0], property.type(), binding.codec(), property.isRequired());
    }
}
