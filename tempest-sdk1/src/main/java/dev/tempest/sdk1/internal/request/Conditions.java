package dev.tempest.sdk1.internal.request;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTransactionWriteExpression;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.ReturnValuesOnConditionCheckFailure;
import dev.tempest.internal.locking.Placeholders;
import dev.tempest.internal.model.ItemType;
import dev.tempest.sdk1.FilterExpression;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes and joins conditions, and hands their parts to requests only where there are any. */
public final class Conditions {
    private Conditions() {}

    public static @Nullable FilterExpression both(@Nullable FilterExpression one, @Nullable FilterExpression other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return new FilterExpression(
                "(" + one.expression() + ") AND (" + other.expression() + ")",
                joined(one.attributeNames(), other.attributeNames()),
                joined(one.attributeValues(), other.attributeValues()));
    }

    /**
     * Both maps in one.
     *
     * @throws IllegalArgumentException if both use a name for different things
     */
    public static <T> Map<String, T> joined(@Nullable Map<String, T> some, @Nullable Map<String, T> others) {
        Map<String, T> joined = some == null ? new HashMap<>() : new HashMap<>(some);
        if (others != null) {
            others.forEach((name, value) -> {
                T known = joined.put(name, value);
                if (known != null && !known.equals(value)) {
                    throw new IllegalArgumentException(
                            "Two conditions use the name " + name + ", which both need: give one of them another.");
                }
            });
        }
        return joined;
    }

    /** DynamoDB takes no empty maps in requests. */
    public static <T> @Nullable Map<String, T> orNull(@Nullable Map<String, T> map) {
        return map == null || map.isEmpty() ? null : map;
    }

    public static @Nullable String text(@Nullable FilterExpression condition) {
        return condition == null ? null : condition.expression();
    }

    public static @Nullable Map<String, String> names(@Nullable FilterExpression condition) {
        return condition == null ? null : orNull(condition.attributeNames());
    }

    public static @Nullable Map<String, AttributeValue> values(@Nullable FilterExpression condition) {
        return condition == null ? null : orNull(condition.attributeValues());
    }

    /** What a failed condition is to bring with it; null without a condition. */
    public static @Nullable String oldItemFor(@Nullable FilterExpression condition) {
        return condition == null ? null : ReturnValuesOnConditionCheckFailure.ALL_OLD.toString();
    }

    /**
     * That an attribute has the prefix that an item type writes to it.
     *
     * @param placeholder what the library's own word is followed by
     * @return null if there is no such attribute, or if the type gives it no prefix
     */
    public static @Nullable FilterExpression hasPrefix(
            ItemType<?, ?> type, @Nullable String attribute, String placeholder) {
        String prefix = attribute == null ? null : type.prefix(attribute);
        if (attribute == null || prefix == null) {
            return null;
        }
        return new FilterExpression(
                "begins_with(#tempest_" + placeholder + ", :tempest_" + placeholder + ")",
                Map.of("#tempest_" + placeholder, attribute),
                Map.of(":tempest_" + placeholder, new AttributeValue().withS(prefix)));
    }

    /** That there is an item, whatever it is. */
    public static FilterExpression exists(String partitionKey) {
        return new FilterExpression("attribute_exists(#tempest_key)", Map.of("#tempest_key", partitionKey), Map.of());
    }

    public static @Nullable FilterExpression of(@Nullable DynamoDBTransactionWriteExpression expression) {
        return expression == null || expression.getConditionExpression() == null
                ? null
                : of(
                        expression.getConditionExpression(),
                        expression.getExpressionAttributeNames(),
                        expression.getExpressionAttributeValues());
    }

    public static FilterExpression of(
            String expression, @Nullable Map<String, String> names, @Nullable Map<String, AttributeValue> values) {
        return ofCaller(new FilterExpression(expression, joined(names, null), joined(values, null)));
    }

    /** A caller's own filter, by placeholders that are none of the library's; null for none. */
    public static @Nullable FilterExpression ofCallerIfAny(@Nullable FilterExpression filter) {
        return filter == null ? null : ofCaller(filter);
    }

    private static FilterExpression ofCaller(FilterExpression callers) {
        Map<String, String> names = callers.attributeNames() == null ? Map.of() : callers.attributeNames();
        Map<String, AttributeValue> values = callers.attributeValues() == null ? Map.of() : callers.attributeValues();
        String word = Placeholders.wordApart(callers.expression(), names.keySet(), values.keySet());
        return word == null
                ? callers
                : new FilterExpression(
                        Placeholders.apart(callers.expression(), word), apart(names, word), apart(values, word));
    }

    private static <T> Map<String, T> apart(Map<String, T> meanings, String word) {
        Map<String, T> apart = new HashMap<>();
        meanings.forEach((placeholder, meaning) -> apart.put(Placeholders.apart(placeholder, word), meaning));
        return apart;
    }
}
