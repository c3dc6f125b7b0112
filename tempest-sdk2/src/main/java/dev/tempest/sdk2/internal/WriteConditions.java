package dev.tempest.sdk2.internal;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The conditions on keys, versions and tokens, by names that no user's own expression has. */
final class WriteConditions {
    private static final String KEY = "#tempest_key";
    private static final String VERSION = "#tempest_version";
    private static final String TOKEN = "#tempest_token";

    private final Expression keyIsFree;
    private final Expression keyIsTaken;
    private final @Nullable String versionAttribute;
    private final @Nullable String tokenAttribute;

    WriteConditions(String partitionKey, @Nullable String versionAttribute, @Nullable String tokenAttribute) {
        this.keyIsFree = onName("attribute_not_exists(" + KEY + ")", KEY, partitionKey);
        this.keyIsTaken = onName("attribute_exists(" + KEY + ")", KEY, partitionKey);
        this.versionAttribute = versionAttribute;
        this.tokenAttribute = tokenAttribute;
    }

    Expression keyIsFree() {
        return keyIsFree;
    }

    Expression keyIsTaken() {
        return keyIsTaken;
    }

    Expression versionIs(AttributeValue version) {
        return equal(VERSION, versionAttribute, ":tempest_version", version);
    }

    Expression tokenIs(AttributeValue token) {
        return equal(TOKEN, tokenAttribute, ":tempest_token", token);
    }

    /**
     * That what is stored is what was read.
     *
     * @param version the version that was read; null if the row had none
     * @param row what was read, where its token counts; null where there are no tokens
     */
    Expression versionIs(@Nullable AttributeValue version, @Nullable Map<String, AttributeValue> row) {
        Expression condition = null;
        if (versionAttribute != null) {
            condition = version != null
                    ? versionIs(version)
                    : Conditions.both(
                            keyIsTaken, onName("attribute_not_exists(" + VERSION + ")", VERSION, versionAttribute));
        }
        if (row != null && tokenAttribute != null) {
            AttributeValue token = row.get(tokenAttribute);
            condition = Conditions.both(
                    condition,
                    token != null
                            ? tokenIs(token)
                            : Conditions.both(
                                    keyIsTaken, onName("attribute_not_exists(" + TOKEN + ")", TOKEN, tokenAttribute)));
        }
        if (condition == null) {
            throw new IllegalStateException("Neither versions nor tokens tell " + row + " from a later one.");
        }
        return condition;
    }

    private static Expression onName(String expression, String name, String attribute) {
        return Expression.builder()
                .expression(expression)
                .putExpressionName(name, attribute)
                .build();
    }

    private static Expression equal(String name, @Nullable String attribute, String placeholder, AttributeValue value) {
        if (attribute == null) {
            throw new IllegalStateException("There is no attribute for " + name + ".");
        }
        Map<String, AttributeValue> values = new HashMap<>(2);
        values.put(placeholder, value);
        return Expression.builder()
                .expression(name + " = " + placeholder)
                .putExpressionName(name, attribute)
                .expressionValues(values)
                .build();
    }
}
