package dev.tempest.sdk2.internal;

import java.util.Map;
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
