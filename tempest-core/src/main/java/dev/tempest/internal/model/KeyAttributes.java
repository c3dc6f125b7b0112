package dev.tempest.internal.model;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.codec.Binding;
import dev.tempest.internal.reflect.Types;
import dev.tempest.internal.schema.RawTable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How the item types of one table store its key attributes, of which DynamoDB knows one type each. Safe for use by several
 * threads.
 */
final class KeyAttributes<V> {
    private final Map<String, Binding<V>> known = new ConcurrentHashMap<>();

    /** @throws IllegalArgumentException if an item type stores a key attribute in another way than those before it */
    void check(ItemType<?, V> itemType) {
        RawTable<V> table = itemType.table();
        for (String attribute : table.attributes().keySet()) {
            Binding<V> binding = itemType.bindingOfAttribute(attribute);
            Binding<V> other = known.get(attribute);
            if (binding == null || other == null || !table.isKey(attribute)) {
                continue;
            }
            String own = binding.codec().kind();
            String others = other.codec().kind();
            if (own != null && others != null && !own.equals(others)) {
                throw ModelError.of(
                        itemType.type(),
                        binding.property().name(),
                        "(" + Types.name(binding.property().type()) + ") is stored in " + attribute + " as " + own
                                + ", but " + other.property() + " ("
                                + Types.name(other.property().type())
                                + ") is stored there as " + others + ", and a key attribute of "
                                + ModelError.name(table.rawType()) + " has one type",
                        "Store both as the same, or give one of them another attribute");
            }
        }
    }

    void add(ItemType<?, V> itemType) {
        for (String attribute : itemType.table().attributes().keySet()) {
            Binding<V> binding = itemType.bindingOfAttribute(attribute);
            if (binding != null) {
                known.putIfAbsent(attribute, binding);
            }
        }
    }

    /** Whether an item type of the table has the attribute. */
    boolean has(String attribute) {
        return known.containsKey(attribute);
    }

    /** The type of an attribute in DynamoDB's words; null if no item type tells it. */
    @Nullable String storedAs(String attribute) {
        Binding<V> binding = known.get(attribute);
        return binding == null ? null : binding.codec().kind();
    }
}
