package dev.tempest.sdk2.internal;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The conditions on keys, versions and tokens, by names that no user's own expression has. */
final class WriteConditions {
    private static final String KEY = "#tempest_key";
    private static final String VERSION = "#tempest_version";
    private static final String TOKEN = "#tempest_token";

    private static final String NULL = ":tempest_null";
    private static final AttributeValue NULL_TYPE = AttributeValue.fromS("NULL");

    /** An expression has 4 KB at most. */
    private static final int MOST_COMPARED = 75;

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
     * @param attributes those of the item type
     */
    Expression isStill(Map<String, AttributeValue> row, Collection<String> attributes) {
        AttributeValue version = versionAttribute == null ? null : SdkValues.in(row, versionAttribute);
        AttributeValue token = tokenAttribute == null ? null : SdkValues.in(row, tokenAttribute);
        if (version == null && token == null) {
            return isUnchanged(row, attributes);
        }
        Expression condition = version == null ? isAbsent(VERSION, versionAttribute) : versionIs(version);
        return requireNonNull(
                Conditions.both(condition, token == null ? isAbsent(TOKEN, tokenAttribute) : tokenIs(token)));
    }

    /** That a row which nothing tells from a later one has the very attributes that it had. */
    private Expression isUnchanged(Map<String, AttributeValue> row, Collection<String> attributes) {
        Set<String> names = new LinkedHashSet<>(attributes);
        addIfAny(names, versionAttribute);
        addIfAny(names, tokenAttribute);
        names.addAll(row.keySet());
        StringBuilder expression = new StringBuilder(requireNonNull(keyIsTaken.expression()));
        Map<String, String> placeholders = new HashMap<>(keyIsTaken.expressionNames());
        Map<String, AttributeValue> values = new HashMap<>();
        for (String attribute : names) {
            String id = "tempest" + values.size() + "_" + placeholders.size();
            AttributeValue value = row.get(attribute);
            placeholders.put("#" + id, attribute);
            if (value == null) {
                expression.append(" AND attribute_not_exists(#").append(id).append(')');
            } else {
                values.put(":" + id, value);
                expression.append(" AND #").append(id).append(" = :").append(id);
            }
            if (placeholders.size() == MOST_COMPARED) {
                break;
            }
        }
        return Expression.builder()
                .expression(expression.toString())
                .expressionNames(placeholders)
                .expressionValues(values)
                .build();
    }

    private static void addIfAny(Set<String> names, @Nullable String attribute) {
        if (attribute != null) {
            names.add(attribute);
        }
    }

    private static @Nullable Expression isAbsent(String name, @Nullable String attribute) {
        // DynamoDB's own null stands for nothing, too, but is an attribute that exists.
        return attribute == null
                ? null
                : Expression.builder()
                        .expression("attribute_not_exists(" + name + ") OR attribute_type(" + name + ", " + NULL + ")")
                        .putExpressionName(name, attribute)
                        .putExpressionValue(NULL, NULL_TYPE)
                        .build();
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
