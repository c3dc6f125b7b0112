package dev.tempest.internal.model;

import dev.tempest.internal.expression.AttributePath;
import dev.tempest.internal.expression.Clause;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the prefixes of keys say of item types. */
final class Prefixes {
    private Prefixes() {}

    /** That a key attribute has the prefix of an item type, or of one of its subtypes; null if it has none. */
    static <V> @Nullable Clause<V> filter(ItemType<?, V> type, @Nullable String attribute) {
        if (attribute == null) {
            return null;
        }
        Set<String> prefixes = new LinkedHashSet<>();
        for (ItemType<?, V> each : type.byKey()) {
            String prefix = each.prefix(attribute);
            if (prefix == null) {
                return null;
            }
            prefixes.add(prefix);
        }
        List<Clause<V>> clauses = new ArrayList<>();
        for (String prefix : prefixes) {
            clauses.add(new Clause.Call<>(
                    "begins_with",
                    AttributePath.of(attribute),
                    type.table().values().ofText(prefix)));
        }
        return clauses.size() == 1 ? clauses.get(0) : new Clause.Any<>(clauses);
    }

    /** An example of a prefix by which the table's sort key tells the type's rows from others; null where it is no string. */
    static @Nullable String example(ItemType<?, ?> type) {
        String sortKey = type.table().key().sortKey();
        if (sortKey == null || type.binding(sortKey).property().type() != String.class) {
            return null;
        }
        // For AlbumInfo, ALBUM_INFO_.
        String words = type.type().getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_");
        return words.toUpperCase(Locale.ROOT) + "_";
    }
}
