package dev.tempest.sdk2.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a conditional write expects to be stored, as messages tell it.
 *
 * @param item what must be there, in words; null if any item will do, or none
 * @param versionAttribute the attribute that holds the item type's versions; null if it has none
 * @param version the version that must be stored; null for none
 * @param condition the caller's own
 */
record Expectation(
        @Nullable String item,
        @Nullable String versionAttribute,
        @Nullable AttributeValue version,
        @Nullable Expression condition) {
    static final String NO_ITEM = "no item";
    static final String AN_ITEM = "an item";
    static final String ITEM_READ = "the item that was read";

    /** The caller's condition, and nothing else. */
    static Expectation of(@Nullable Expression condition) {
        return new Expectation(null, null, null, condition);
    }

    /**
     * What was expected, and what was found in its place: of both only the version, and of the caller's condition its text,
     * for the values may be nobody's business.
     */
    String describe(@Nullable Map<String, AttributeValue> found) {
        StringBuilder text = new StringBuilder("expected ");
        String separator = "";
        if (version != null) {
            text.append(versionAttribute).append(' ').append(SdkValues.INSTANCE.describe(version));
            separator = " and ";
        } else if (item != null) {
            text.append(item);
            separator = " and ";
        }
        if (condition != null) {
            text.append(separator).append(condition.expression());
        }
        text.append(", found ");
        if (found == null) {
            return text.append("no item").toString();
        }
        String stored = versionOf(found);
        return (stored == null
                        ? text.append("an item")
                        : text.append(versionAttribute).append(' ').append(stored))
                .toString();
    }

    /** The version of a row; null if it has none. */
    @Nullable String versionOf(@Nullable Map<String, AttributeValue> row) {
        AttributeValue found = row == null || versionAttribute == null ? null : SdkValues.in(row, versionAttribute);
        return found == null ? null : SdkValues.INSTANCE.describe(found);
    }
}
