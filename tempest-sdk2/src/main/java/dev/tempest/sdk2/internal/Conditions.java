package dev.tempest.sdk2.internal;

import dev.tempest.internal.locking.Placeholders;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Joins condition expressions, and hands their parts to requests only where there are any. */
final class Conditions {
    private Conditions() {}

    static @Nullable Expression both(@Nullable Expression one, @Nullable Expression other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Expression.join(one, other, " AND ");
    }

    /** A caller's own condition or filter, by placeholders that are none of the library's. */
    static @Nullable Expression ofCaller(@Nullable Expression expression) {
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

    static @Nullable String text(@Nullable Expression expression) {
        return expression == null ? null : expression.expression();
    }

    static @Nullable Map<String, String> names(@Nullable Expression expression) {
        Map<String, String> names = expression == null ? null : expression.expressionNames();
        return names == null || names.isEmpty() ? null : names;
    }

    static @Nullable Map<String, AttributeValue> values(@Nullable Expression expression) {
        Map<String, AttributeValue> values = expression == null ? null : expression.expressionValues();
        return values == null || values.isEmpty() ? null : values;
    }
}
