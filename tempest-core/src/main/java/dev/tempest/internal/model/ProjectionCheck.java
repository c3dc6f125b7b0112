package dev.tempest.internal.model;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.schema.KeySchema;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Checks that the indexes of a table hold what is read through them, as far as its interface says what they hold. */
public final class ProjectionCheck {
    private ProjectionCheck() {}

    /**
     * Checks all indexes of a table.
     *
     * @param itemTypes of the table
     * @param through the item types that are read through an index
     * @throws IllegalArgumentException if one of the indexes does not hold what is read through it
     */
    public static void of(
            DeclaredKeys keys,
            Collection<? extends ItemType<?, ?>> itemTypes,
            Function<String, ? extends Collection<? extends ItemType<?, ?>>> through) {
        keys.projections().forEach((index, projected) -> {
            requireAttributes(itemTypes, keys, index, projected);
            for (ItemType<?, ?> itemType : through.apply(index)) {
                requireHeld(itemType, keys, index, projected);
            }
        });
    }

    /**
     * Checks that the indexes which are read hold when items expire, so that a query can leave out those that have expired.
     *
     * @throws IllegalArgumentException if one of them does not
     */
    public static void ofExpiry(
            DeclaredKeys keys,
            String attribute,
            Function<String, ? extends Collection<? extends ItemType<?, ?>>> through) {
        keys.projections().forEach((index, projected) -> {
            for (ItemType<?, ?> itemType : through.apply(index)) {
                boolean isKey = keys.key().contains(attribute)
                        || itemType.table().key(index).contains(attribute);
                if (!isKey && !projected.contains(attribute)) {
                    throw ModelError.of(
                            keys.owner(),
                            "has an @TimeToLive with hideExpired = true, but its index " + index + ", through which "
                                    + ModelError.name(itemType.type()) + " is read, does not have " + attribute
                                    + " in its projection",
                            "Add it to the projection in the @Index");
                }
            }
        });
    }

    private static void requireAttributes(
            Collection<? extends ItemType<?, ?>> itemTypes, DeclaredKeys keys, String index, List<String> projected) {
        for (String attribute : projected) {
            if (itemTypes.stream().noneMatch(itemType -> itemType.stores(attribute))) {
                throw ModelError.of(
                        keys.owner(),
                        "has the index " + index + " with " + attribute
                                + " in its projection, which none of its item types has",
                        "Fix the name in the @Index, or give an item type such a property");
            }
        }
    }

    private static void requireHeld(ItemType<?, ?> itemType, DeclaredKeys keys, String index, List<String> projected) {
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
