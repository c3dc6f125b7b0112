package dev.tempest.internal.write;

import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.Description;
import dev.tempest.internal.schema.Values;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a conditional write expects to be stored, as messages name it.
 *
 * @param item what must be there, in words; null if any item will do, or none
 * @param versionAttribute the attribute that holds the item type's versions; null if it has none
 * @param version the version that must be stored; null for none
 * @param condition the caller's own
 * @param <V> the SDK's attribute value
 */
public record Expectation<V>(
        @Nullable String item,
        @Nullable String versionAttribute,
        @Nullable V version,
        @Nullable Clause<V> condition) {
    public static final String NO_ITEM = "no item";
    public static final String AN_ITEM = "an item";
    public static final String ITEM_READ = "the item that was read";

    /** The caller's condition, and nothing else. */
    public static <V> Expectation<V> of(@Nullable Clause<V> condition) {
        return new Expectation<>(null, null, null, condition);
    }

    /**
     * What was expected, and what was found in its place: of both only the version, and of the caller's condition its text, for
     * the values may be nobody's business.
     */
    public String describe(@Nullable Map<String, V> found, Values<V> values) {
        StringBuilder text = new StringBuilder("expected ");
        String separator = "";
        if (version != null) {
            text.append(versionAttribute).append(' ').append(values.describe(version));
            separator = " and ";
        } else if (item != null) {
            text.append(item);
            separator = " and ";
        }
        if (condition != null) {
            text.append(separator).append(Description.of(condition));
        }
        text.append(", found ");
        if (found == null) {
            return text.append("no item").toString();
        }
        String stored = versionOf(found, values);
        return (stored == null
                        ? text.append("an item")
                        : text.append(versionAttribute).append(' ').append(stored))
                .toString();
    }

    /** The version of a row; null if it has none. */
    public @Nullable String versionOf(@Nullable Map<String, V> row, Values<V> values) {
        V found = row == null || versionAttribute == null ? null : values.presentIn(row, versionAttribute);
        return found == null ? null : values.describe(found);
    }
}
