package dev.tempest.internal.codec;

import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.reflect.bytecode.Ingredients;
import dev.tempest.internal.schema.RawTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    private final List<Binding<V>> computed = new ArrayList<>();
    private final Set<String> attributes = new HashSet<>();
    /** The properties that they are made of, as far as that is known. */
    private final Set<String> ingredients = new HashSet<>();

    private final Set<String> key = new HashSet<>();
    private boolean ofAny;

    public ComputedAttributes(Class<T> type, RawTable<V> table, RowCodec<T, V> codec) {
        this.decoder = codec::decode;
        Set<String> stored = new HashSet<>();
        for (Binding<V> binding : codec.bindings()) {
            if (!binding.property().isComputed()) {
                stored.add(binding.property().name());
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
            if (binding.property().isComputed()
                    && !key.contains(binding.property().name())) {
                computed.add(binding);
                attributes.addAll(List.of(binding.attributes()));
                Set<String> found = ingredients(binding, type, stored);
                ofAny |= found == null;
                ingredients.addAll(found == null ? Set.of() : found);
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
        for (Binding<V> binding : computed) {
            binding.write(item, found);
        }
        return found;
    }

    /** The names of the computed attributes. */
    public Set<String> names() {
        return attributes;
    }
}
