package dev.tempest.sdk2.internal.request;

import dev.tempest.internal.locking.Placeholders;
import dev.tempest.internal.model.ItemType;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** Makes and joins the expressions of requests, and hands their parts to these only where there are any. */
public final class Expressions {
    /** DynamoDB takes 300, of which a few are left for the conditions of extensions. */
    private static final int MOST_OPERATORS = 296;

    /** DynamoDB takes 4 KB, of which some are left for the conditions of extensions. */
    private static final int LONGEST = 3_900;

    private Expressions() {}

    public static @Nullable Expression both(@Nullable Expression one, @Nullable Expression other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Expression.join(one, other, " AND ");
    }

    /** A caller's own condition or filter, by placeholders that are none of the library's. */
    public static @Nullable Expression ofCaller(@Nullable Expression expression) {
        if (expression == null) {
            return null;
        }
        Map<String, String> names = expression.expressionNames();
        Map<String, AttributeValue> values = expression.expressionValues();
        String word = Placeholders.wordApart(
                expression.expression(),
                names == null ? Set.of() : names.keySet(),
                values == null ? Set.of() : values.keySet());
        return word == null
                ? expression
                : Expression.builder()
                        .expression(Placeholders.apart(expression.expression(), word))
                        .expressionNames(apart(names, word))
                        .expressionValues(apart(values, word))
                        .build();
    }

    private static <T> @Nullable Map<String, T> apart(@Nullable Map<String, T> meanings, String word) {
        if (meanings == null) {
            return null;
        }
        Map<String, T> apart = new HashMap<>();
        meanings.forEach((placeholder, meaning) -> apart.put(Placeholders.apart(placeholder, word), meaning));
        return apart;
    }

    public static @Nullable String text(@Nullable Expression expression) {
        return expression == null ? null : expression.expression();
    }

    public static @Nullable Map<String, String> names(@Nullable Expression expression) {
        Map<String, String> names = expression == null ? null : expression.expressionNames();
        return names == null || names.isEmpty() ? null : names;
    }

    public static @Nullable Map<String, AttributeValue> values(@Nullable Expression expression) {
        Map<String, AttributeValue> values = expression == null ? null : expression.expressionValues();
        return values == null || values.isEmpty() ? null : values;
    }

    /** What a failed condition is to bring with it; null without a condition. */
    public static @Nullable ReturnValuesOnConditionCheckFailure oldItemFor(@Nullable Expression condition) {
        return condition == null ? null : ReturnValuesOnConditionCheckFailure.ALL_OLD;
    }

    /**
     * That an attribute has the prefix that an item type writes to it.
     *
     * @param placeholder what the library's own word is followed by
     * @return null if there is no such attribute, or if the type gives it no prefix
     */
    public static @Nullable Expression hasPrefix(ItemType<?, ?> type, @Nullable String attribute, String placeholder) {
        String prefix = attribute == null ? null : type.prefix(attribute);
        if (attribute == null || prefix == null) {
            return null;
        }
        String name = "#tempest_" + placeholder;
        String value = ":tempest_" + placeholder;
        return Expression.builder()
                .expression("begins_with(" + name + ", " + value + ")")
                .putExpressionName(name, attribute)
                .putExpressionValue(value, AttributeValue.fromS(prefix))
                .build();
    }

    /**
     * That a stored item has the very attributes that a row has.
     *
     * @param attributes which are compared
     * @return null if there are too many for one condition
     */
    public static @Nullable Expression attributesAre(Map<String, AttributeValue> row, Set<String> attributes) {
        StringBuilder expression = new StringBuilder();
        Map<String, String> names = new HashMap<>();
        Map<String, AttributeValue> values = new HashMap<>();
        int operators = 0;
        for (String attribute : attributes) {
            String id = "tempest" + Integer.toString(names.size(), Character.MAX_RADIX);
            AttributeValue value = row.get(attribute);
            operators += expression.isEmpty() ? 1 : 2;
            expression.append(expression.isEmpty() ? "" : " AND ");
            names.put("#" + id, attribute);
            if (value == null) {
                expression.append("attribute_not_exists(#").append(id).append(')');
            } else {
                values.put(":" + id, value);
                expression.append('#').append(id).append("=:").append(id);
            }
        }
        return operators > MOST_OPERATORS || expression.length() > LONGEST
                ? null
                : Expression.builder()
                        .expression(expression.toString())
                        .expressionNames(names)
                        .expressionValues(values)
                        .build();
    }
}
