package dev.tempest.sdk1.internal.request;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import dev.tempest.sdk1.FilterExpression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An update expression that sets and removes attributes, with the placeholders of its condition.
 *
 * @param expression null if there is nothing to change
 */
public record MergeText(
        @Nullable String expression,
        @Nullable Map<String, String> names,
        @Nullable Map<String, AttributeValue> values) {

    /**
     * The expression of some changes.
     *
     * @param changes new values by attribute; null for an attribute to remove
     */
    public static MergeText of(Map<String, @Nullable AttributeValue> changes, @Nullable FilterExpression condition) {
        Map<String, String> names = new HashMap<>();
        Map<String, AttributeValue> values = new HashMap<>();
        List<String> sets = new ArrayList<>();
        List<String> removals = new ArrayList<>();
        changes.forEach((attribute, value) -> {
            String name = "#tempest_" + names.size();
            names.put(name, attribute);
            if (value == null) {
                removals.add(name);
            } else {
                String placeholder = ":tempest_" + values.size();
                values.put(placeholder, value);
                sets.add(name + " = " + placeholder);
            }
        });
        String expression = (sets.isEmpty() ? "" : "SET " + String.join(", ", sets))
                + (removals.isEmpty() ? "" : " REMOVE " + String.join(", ", removals));
        return new MergeText(
                expression.isEmpty() ? null : expression,
                Conditions.orNull(Conditions.joined(names, condition == null ? null : condition.attributeNames())),
                Conditions.orNull(Conditions.joined(values, condition == null ? null : condition.attributeValues())));
    }
}
