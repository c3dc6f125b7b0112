package dev.tempest.internal.codec;

import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.reflect.bytecode.Ingredients;
import dev.tempest.internal.schema.AttributeCodec;
import dev.tempest.internal.schema.RawTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The attributes that an item type's objects compute: which of them a change of a property reaches, and what they are in a
 * row. The table's own key is none of them: it never changes.
 *
 * @param <T> the item type
 * @param <V> the SDK's attribute value
 */
public final class ComputedAttributes<T, V> {
    private final Function<Map<String, V>, T> decoder;
    private final List<Made<V>> computed = new ArrayList<>();
    private final Set<String> attributes = new HashSet<>();
    /** The properties that they are made of, as far as that is known. */
    private final Set<String> ingredients = new HashSet<>();

    private final Set<String> key = new HashSet<>();
    /** How the properties are read from a row that has not all of their attributes. */
    private final Map<String, Source<V>> sources = new HashMap<>();
    /** The properties that the table's key is made of, and that are stored on their own, too. */
    private final List<Binding<V>> partsOfKey = new ArrayList<>();

    /** @param ingredients empty if they are not known */
    private record Made<V>(Binding<V> binding, Set<String> ingredients) {}

    private record Source<V>(String attribute, Function<Map<String, V>, @Nullable Object> read) {}

    private boolean ofAny;

    public ComputedAttributes(Class<T> type, RawTable<V> table, RowCodec<T, V> codec) {
        this.decoder = codec::decode;
        Set<String> stored = new HashSet<>();
        for (Binding<V> binding : codec.bindings()) {
            if (!binding.property().isComputed()) {
                stored.add(binding.property().name());
                sources.put(
                        binding.property().name(), new Source<>(binding.attributes()[0], row -> read(binding, row)));
            }
            if (table.key().contains(binding.attributes()[0])) {
                key.add(binding.property().name());
                Composition composition = binding.composition();
                if (composition != null) {
                    composition.parts().forEach(part -> key.add(part.name()));
                }
            }
        }
        for (Binding<V> binding : codec.bindings()) {
            if (binding.composition() != null && table.key().contains(binding.attributes()[0])) {
                addSources(binding, codec);
            }
            if (binding.property().isComputed()
                    && !key.contains(binding.property().name())) {
                attributes.addAll(List.of(binding.attributes()));
                Set<String> found = codec instanceof SubtypesCodec && binding.composition() == null
                        ? null
                        : ingredients(binding, type, stored);
                ofAny |= found == null;
                Set<String> known = found == null ? Set.of() : found;
                ingredients.addAll(known);
                computed.add(new Made<>(binding, known));
            }
        }
    }

    private static <V> @Nullable Object read(Binding<V> binding, Map<String, V> row) {
        try {
            return binding.read(row);
        } catch (Unreadable e) {
            // The row has only what was written just now.
            throw new IllegalStateException(binding.property() + " cannot be read as it is stored", e);
        }
    }

    /** A part of the table's key is known where the key is. */
    private void addSources(Binding<V> keyBinding, RowCodec<T, V> codec) {
        String attribute = keyBinding.attributes()[0];
        for (Property part : Objects.requireNonNull(keyBinding.composition()).parts()) {
            AttributeCodec<V> reader = keyBinding.part(part.name());
            sources.put(part.name(), new Source<>(attribute, row -> {
                V value = row.get(attribute);
                return value == null ? null : reader.toProperty(value);
            }));
            for (Binding<V> own : codec.bindings()) {
                if (own.property().name().equals(part.name())
                        && !own.isPart()
                        && !own.property().isComputed()) {
                    partsOfKey.add(own);
                }
            }
        }
    }

    private static @Nullable Set<String> ingredients(Binding<?> binding, Class<?> type, Set<String> stored) {
        Composition composition = binding.composition();
        if (composition == null) {
            return Ingredients.of(binding.property().accessor().member(), type, stored);
        }
        Set<String> found = new HashSet<>();
        for (Property part : composition.parts()) {
            if (part.isComputed()) {
                Set<String> own = Ingredients.of(part.accessor().member(), type, stored);
                if (own == null) {
                    return null;
                }
                found.addAll(own);
            } else {
                found.add(part.name());
            }
        }
        return found;
    }

    /** Of a type of which nothing is known to be computed. */
    public static <V> ComputedAttributes<?, V> none() {
        return new ComputedAttributes<Object, V>(row -> row);
    }

    private ComputedAttributes(Function<Map<String, V>, T> decoder) {
        this.decoder = decoder;
    }

    /** Whether a change of the property may change a computed attribute. */
    public boolean areMadeOf(String property) {
        return ofAny || ingredients.contains(property);
    }

    /**
     * The attributes that a change of the properties reaches, computed of what is known of the item.
     *
     * @param known the key, and the attributes that the change sets
     * @param removed the attributes that the change removes
     * @return the attributes' values, empty for an attribute that is then absent; null if more must be known
     * @throws IllegalArgumentException if a value cannot be a part of an attribute
     */
    public @Nullable Map<String, Optional<V>> reached(
            Set<String> properties, Map<String, V> known, Set<String> removed) {
        Map<String, Optional<V>> found = new HashMap<>();
        if (ofAny) {
            return null;
        }
        for (Made<V> made : computed) {
            Binding<V> binding = made.binding();
            Composition composition = binding.composition();
            if (Collections.disjoint(made.ingredients(), properties)) {
                continue;
            }
            if (composition == null) {
                return null;
            }
            for (Property part : composition.parts()) {
                Source<V> source = sources.get(part.name());
                if (source == null
                        || !(known.containsKey(source.attribute()) || removed.contains(source.attribute()))) {
                    return null;
                }
            }
            V value = binding.composed(part ->
                    Objects.requireNonNull(sources.get(part.name())).read().apply(known));
            for (String attribute : binding.attributes()) {
                found.put(attribute, Optional.ofNullable(value));
            }
        }
        return found;
    }

    /** Whether they are the same in every item of one key. */
    public boolean areMadeOfKey() {
        return !ofAny && key.containsAll(ingredients);
    }

    /**
     * The computed attributes of the item in a row, whatever the row says of them; absent ones are not in the map.
     *
     * @throws dev.tempest.UnreadableItemException if the row cannot be read
     */
    public Map<String, V> in(Map<String, V> row) {
        Map<String, V> read = new HashMap<>(row);
        read.keySet().removeAll(attributes);
        T item = decoder.apply(read);
        Map<String, V> found = new HashMap<>();
        for (Made<V> made : computed) {
            made.binding().write(item, found);
        }
        return found;
    }

    /** The attributes of the properties that the table's key is made of, as a row says them that has the key but not these. */
    public Map<String, V> partsOfKey(Map<String, V> row) {
        if (partsOfKey.isEmpty()) {
            return Map.of();
        }
        Map<String, V> found = new HashMap<>();
        for (Binding<V> own : partsOfKey) {
            Source<V> source = Objects.requireNonNull(sources.get(own.property().name()));
            Object value = source.read().apply(row);
            if (value != null) {
                V stored = own.toValue(own.prefix() == null ? value : own.prefix() + value);
                for (String attribute : own.attributes()) {
                    if (!row.containsKey(attribute)) {
                        found.put(attribute, stored);
                    }
                }
            }
        }
        return found;
    }

    /** The names of the computed attributes. */
    public Set<String> names() {
        return attributes;
    }
}
