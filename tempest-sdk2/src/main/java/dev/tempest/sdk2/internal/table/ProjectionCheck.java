package dev.tempest.sdk2.internal.table;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.model.DeclaredKeys;
import dev.tempest.internal.model.ItemType;
import dev.tempest.internal.schema.KeySchema;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Checks that the indexes of a table hold what is read through them, as far as its interface says what they hold. */
final class ProjectionCheck {
    private ProjectionCheck() {}

    /** @throws IllegalArgumentException if one of them does not */
    static void of(Table<?> table, DeclaredKeys keys) {
        keys.projections().forEach((index, projected) -> {
            requireAttributes(table, keys, index, projected);
            for (ItemType<?, AttributeValue> itemType : table.itemTypesThrough(index)) {
                requireHeld(itemType, keys, index, projected);
            }
        });
    }

    private static void requireAttributes(Table<?> table, DeclaredKeys keys, String index, List<String> projected) {
        for (String attribute : projected) {
            if (table.itemTypes().stream().noneMatch(itemType -> itemType.stores(attribute))) {
                throw ModelError.of(
                        keys.owner(),
                        "has the index " + index + " with " + attribute
                                + " in its projection, which none of its item types has",
                        "Fix the name in the @Index, or give an item type such a property");
            }
        }
    }

    private static void requireHeld(
            ItemType<?, AttributeValue> itemType, DeclaredKeys keys, String index, List<String> projected) {
        KeySchema indexKey = itemType.table().key(index);
        Set<String> lacking = new TreeSet<>();
        for (String attribute : itemType.table().attributes().keySet()) {
            if (itemType.stores(attribute)
                    && !projected.contains(attribute)
                    && !indexKey.contains(attribute)
                    && !keys.key().contains(attribute)) {
                lacking.add(attribute);
            }
        }
        if (!lacking.isEmpty()) {
            throw ModelError.of(
                    itemType.type(),
                    "is read through index " + index + ", whose projection does not have " + String.join(", ", lacking),
                    "Add it to the projection in the @Index, or read through the index an item type that has only what"
                            + " the index holds");
        }
    }
}
