package dev.tempest.internal.value;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.codec.UnreadableValue;
import dev.tempest.internal.codec.UnstorableException;
import dev.tempest.internal.schema.DeepValues;
import dev.tempest.internal.schema.Document;
import dev.tempest.internal.schema.RawAttribute;
import dev.tempest.internal.value.form.Shapes;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Stores the objects of a sealed type's subtypes as maps, with the name of the subtype in an attribute. */
final class SealedCodec<V> extends ValueCodec<V> {
    private final Class<?> sealed;
    private final String attribute;
    // What is known last, as a subtype may have properties of the sealed type.
    private Map<Class<?>, Case<V>> byClass = Map.of();
    private Map<String, Case<V>> byName = Map.of();
    private @Nullable Case<V> fallback;

    /** A subtype with its stored name. */
    record Case<V>(String name, V stored, DocumentCodec<V> codec) {}

    SealedCodec(Type type, Class<?> sealed, String attribute, DeepValues<V> values) {
        super(type, values);
        this.sealed = sealed;
        this.attribute = attribute;
    }

    String attribute() {
        return attribute;
    }

    /** Once, before the codec is used. */
    void complete(Map<String, Case<V>> cases, @Nullable Case<V> unknown) {
        Map<Class<?>, Case<V>> classes = new HashMap<>();
        cases.values().forEach(each -> classes.put(each.codec().javaClass(), each));
        this.byClass = classes;
        this.byName = cases;
        this.fallback = unknown;
    }

    @Override
    public String kind() {
        return "M";
    }

    @Override
    public V toValue(Object property) {
        Case<V> found = byClass.get(property.getClass());
        if (found == null) {
            throw UnstorableException.of("is not of a known subtype of " + ModelError.name(sealed));
        }
        Map<String, V> map =
                new HashMap<>(Shapes.capacity(found.codec().bindings().size() + 1));
        map.put(attribute, found.stored());
        found.codec().write(property, map);
        return values().ofMap(map);
    }

    @Override
    public @Nullable Object toProperty(V value) {
        Map<String, @Nullable V> map = values().map(value);
        if (map == null) {
            return nothing(value);
        }
        V stored = map.get(attribute);
        String name = stored == null ? null : values().text(stored);
        Case<V> found = name == null ? null : byName.getOrDefault(name, fallback);
        if (found == null) {
            throw new UnreadableValue(
                    name == null
                            ? "has no text in its " + attribute + ", the name of a subtype of "
                                    + ModelError.name(sealed)
                            : "names a type that is not a subtype of " + ModelError.name(sealed));
        }
        return found.codec().read(map);
    }

    @Override
    public boolean isAlwaysStorable() {
        return true;
    }

    /** The properties that all subtypes store alike. */
    @Override
    public Document<V> document() {
        Map<String, RawAttribute<V>> shared = null;
        List<String> names = new ArrayList<>();
        for (Case<V> each : byName.values()) {
            Document<V> document = each.codec().document();
            if (shared == null) {
                shared = new HashMap<>(document.attributes());
            } else {
                shared.entrySet()
                        .removeIf(member -> !isAlike(
                                member.getValue(), document.attributes().get(member.getKey())));
            }
        }
        Map<String, RawAttribute<V>> attributes = shared == null ? Map.of() : shared;
        names.addAll(new TreeSet<>(attributes.keySet()));
        return new Document<>(sealed, attributes, names);
    }

    private static <V> boolean isAlike(RawAttribute<V> one, @Nullable RawAttribute<V> other) {
        return other != null && one.name().equals(other.name()) && one.codec().storesAs(other.codec());
    }
}
