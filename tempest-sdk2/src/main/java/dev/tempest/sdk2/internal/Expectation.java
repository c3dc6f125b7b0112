package dev.tempest.sdk2.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a guarded write expects to be stored, as messages tell it.
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
    private static final int LONGEST = 100;

    static final String NO_ITEM = "no item";
    static final String AN_ITEM = "an item";
    static final String ITEM_READ = "the item that was read";

    /** The caller's condition, and nothing else. */
    static Expectation of(@Nullable Expression condition) {
        return new Expectation(null, null, null, condition);
    }

    /** What was expected, and what was found in its place. */
    String describe(@Nullable Map<String, AttributeValue> found) {
        StringBuilder text = new StringBuilder("expected ");
        String separator = "";
        if (version != null) {
            text.append(versionAttribute).append(' ').append(value(version));
            separator = " and ";
        } else if (item != null) {
            text.append(item);
            separator = " and ";
        }
        if (condition != null) {
            text.append(separator).append(condition.expression());
            Map<String, AttributeValue> values = condition.expressionValues();
            if (values != null && !values.isEmpty()) {
                text.append(" (").append(describeAll(values)).append(')');
            }
        }
        text.append(", found ");
        if (found == null) {
            return text.append("no item").toString();
        }
        Map<String, AttributeValue> looked = lookedAt(found);
        return text.append(looked.isEmpty() ? "an item" : describeAll(looked)).toString();
    }

    /** The version of a row; null if it has none. */
    @Nullable String versionOf(@Nullable Map<String, AttributeValue> row) {
        AttributeValue found = row == null || versionAttribute == null ? null : row.get(versionAttribute);
        return found == null ? null : SdkValues.INSTANCE.describe(found);
    }

    /** The attributes which the expectation is about: not the whole item, which may be long, or nobody's business. */
    private Map<String, AttributeValue> lookedAt(Map<String, AttributeValue> found) {
        Map<String, AttributeValue> looked = new LinkedHashMap<>();
        found.forEach((name, value) -> {
            if (name.equals(versionAttribute) || isNamedInCondition(name)) {
                looked.put(name, value);
            }
        });
        return looked;
    }

    private boolean isNamedInCondition(String attribute) {
        if (condition == null) {
            return false;
        }
        Map<String, String> names = condition.expressionNames();
        return condition.expression().contains(attribute) || (names != null && names.containsValue(attribute));
    }

    private static String describeAll(Map<String, AttributeValue> values) {
        StringBuilder text = new StringBuilder();
        values.forEach((name, value) ->
                text.append(text.isEmpty() ? "" : ", ").append(name).append(' ').append(value(value)));
        return text.toString();
    }

    private static String value(AttributeValue value) {
        String text = SdkValues.INSTANCE.describe(value);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
