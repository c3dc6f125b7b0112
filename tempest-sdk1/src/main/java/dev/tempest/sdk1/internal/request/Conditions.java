package dev.tempest.sdk1.internal.request;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTransactionWriteExpression;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.ConditionalOperator;
import com.amazonaws.services.dynamodbv2.model.ExpectedAttributeValue;
import dev.tempest.internal.locking.Placeholders;
import dev.tempest.internal.model.ItemType;
import dev.tempest.sdk1.FilterExpression;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Joins conditions, of the SDK's old kind (expected values) and of its new one (expressions). */
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

    /** Expected versions as an expression; null for none. */
    public static @Nullable FilterExpression ofVersions(Map<String, ExpectedAttributeValue> versions) {
        FilterExpression all = null;
        for (Map.Entry<String, ExpectedAttributeValue> version : versions.entrySet()) {
            Map<String, String> names = Map.of("#tempest_version", version.getKey());
            AttributeValue value = version.getValue().getValue();
            all = both(
                    all,
                    value == null
                            ? isAbsent(names)
                            : new FilterExpression(
                                    "#tempest_version = :tempest_version", names, Map.of(":tempest_version", value)));
        }
        return all;
    }

    /**
     * What is expected as an expression, in which DynamoDB's own null is an absent version too: expected values cannot say so.
     *
     * @param operator how the caller's are joined; null for AND
     * @return null if no version is expected to be absent, or if there is no such expression
     */
    public static @Nullable FilterExpression ofAbsentVersion(
            Map<String, ExpectedAttributeValue> versions,
            Map<String, ExpectedAttributeValue> others,
            @Nullable Map<String, ExpectedAttributeValue> callers,
            @Nullable String operator) {
        Map<String, ExpectedAttributeValue> ours = new HashMap<>(versions);
        if (callers != null) {
            ours.keySet().removeAll(callers.keySet());
        }
        boolean isAbsent = ours.values().stream().anyMatch(expected -> expected.getValue() == null);
        boolean isJoinedByOr =
                callers != null && ConditionalOperator.OR.toString().equals(operator);
        if (!isAbsent || isJoinedByOr) {
            return null;
        }
        Map<String, ExpectedAttributeValue> rest = expected(others, callers, operator);
        if (rest == null) {
            return ofVersions(ours);
        }
        FilterExpression expression = ExpectedValues.expression(rest);
        return expression == null ? null : both(ofVersions(ours), expression);
    }

    /** DynamoDB's own null stands for nothing, too, but is an attribute that exists. */
    private static FilterExpression isAbsent(Map<String, String> names) {
        return new FilterExpression(
                "attribute_not_exists(#tempest_version) OR attribute_type(#tempest_version, :tempest_null)",
                names,
                Map.of(":tempest_null", new AttributeValue("NULL")));
    }

    /**
     * The library's expectations with the caller's, which take their place where both speak of one attribute.
     *
     * @param operator how the caller's are joined; null for AND
     * @throws IllegalArgumentException if the caller's are joined by OR, and the library has expectations too
     */
    public static @Nullable Map<String, ExpectedAttributeValue> expected(
            Map<String, ExpectedAttributeValue> ours,
            @Nullable Map<String, ExpectedAttributeValue> callers,
            @Nullable String operator) {
        Map<String, ExpectedAttributeValue> all = new HashMap<>(ours);
        if (callers != null) {
            all.keySet().removeAll(callers.keySet());
            if (!all.isEmpty() && ConditionalOperator.OR.toString().equals(operator)) {
                throw new IllegalArgumentException("The expression joins its conditions by OR, but " + all.keySet()
                        + " must be checked besides. Name them in the expression too, or ignore version constraints.");
            }
            all.putAll(callers);
        }
        return orNull(all);
    }
}
