package dev.tempest.internal.model;

import dev.tempest.SubtypeAttribute;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.reflect.Inherited;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether the keys of a sealed type's subtypes tell them apart. */
final class SubtypeKeys {
    private SubtypeKeys() {}

    /**
     * Whether the prefixes in the keys say of which subtype an item is.
     *
     * @throws IllegalArgumentException if the prefixes differ, but one begins with another
     */
    static boolean areApart(Class<?> sealed, List<? extends ItemType<?, ?>> types) {
        if (types.size() < 2 || Inherited.annotation(sealed, SubtypeAttribute.class) != null) {
            return false;
        }
        boolean all = true;
        boolean any = false;
        ItemType<?, ?> one = types.get(0);
        ItemType<?, ?> two = types.get(1);
        for (int i = 0; i < types.size(); i++) {
            for (int k = i + 1; k < types.size(); k++) {
                boolean apart = areApart(types.get(i), types.get(k));
                any |= differ(types.get(i), types.get(k));
                if (!apart && all) {
                    one = types.get(i);
                    two = types.get(k);
                }
                all &= apart;
            }
        }
        if (any && !all) {
            throw ModelError.of(
                    sealed,
                    "has the subtypes " + ModelError.name(one.type()) + " and " + ModelError.name(two.type())
                            + ", whose keys do not distinguish them: with " + describe(one) + " and with "
                            + describe(two),
                    "Choose prefixes of which none begins with another, or give all subtypes the same key and "
                            + ModelError.name(sealed) + " a @SubtypeAttribute");
        }
        return all;
    }

    private static boolean areApart(ItemType<?, ?> one, ItemType<?, ?> two) {
        String partition = one.prefix(one.table().key().partitionKey());
        String other = two.prefix(two.table().key().partitionKey());
        String sort = one.sortKeyPrefix();
        String otherSort = two.sortKeyPrefix();
        return areApart(partition, other) || areApart(sort, otherSort);
    }

    private static boolean areApart(@Nullable String one, @Nullable String two) {
        return one != null && two != null && !one.startsWith(two) && !two.startsWith(one);
    }

    private static boolean differ(ItemType<?, ?> one, ItemType<?, ?> two) {
        String partitionKey = one.table().key().partitionKey();
        return !Objects.equals(one.prefix(partitionKey), two.prefix(partitionKey))
                || !Objects.equals(one.sortKeyPrefix(), two.sortKeyPrefix());
    }

    private static String describe(ItemType<?, ?> type) {
        String sort = type.sortKeyPrefix();
        return sort == null ? "no prefix in the sort key" : "the sort key prefix " + sort;
    }
}
