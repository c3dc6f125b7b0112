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

    /** DynamoDB takes 300, of which a few are left for the conditions of extensions. */
    private static final int MOST_OPERATORS = 296;

    /** DynamoDB takes 4 KB, of which some are left for the conditions of extensions. */
    private static final int LONGEST = 3_900;

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
     * @param attributes those of the item type, without its key
     * @return null if nothing marks the item, and it has too many attributes for one condition
     */
    @Nullable Expression isStill(Map<String, AttributeValue> row, Collection<String> attributes) {
        AttributeValue version = versionAttribute == null ? null : SdkValues.in(row, versionAttribute);
        AttributeValue token = tokenAttribute == null ? null : SdkValues.in(row, tokenAttribute);
        if (version == null && token == null) {
            return isUnchanged(row, attributes);
        }
        Expression condition = version == null ? isAbsent(VERSION, versionAttribute) : versionIs(version);
        return requireNonNull(
                Conditions.both(condition, token == null ? isAbsent(TOKEN, tokenAttribute) : tokenIs(token)));
    }

    /**
     * That a row which nothing tells from a later one has the very attributes that it had.
     *
     * @return null if there are too many for one condition
     */
    private @Nullable Expression isUnchanged(Map<String, AttributeValue> row, Collection<String> attributes) {
        Set<String> compared = new LinkedHashSet<>(attributes);
        addIfAny(compared, versionAttribute);
        addIfAny(compared, tokenAttribute);
        StringBuilder expression = new StringBuilder();
        Map<String, String> names = new HashMap<>();
        Map<String, AttributeValue> values = new HashMap<>();
        int operators = 0;
        for (String attribute : compared) {
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
        if (operators > MOST_OPERATORS || expression.length() > LONGEST) {
            return null;
        }
        Expression unchanged = Expression.builder()
                .expression(expression.toString())
                .expressionNames(names)
                .expressionValues(values)
                .build();
        // An item that has none of the attributes is there, all the same.
        return values.isEmpty() ? Conditions.both(keyIsTaken, unchanged) : unchanged;
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
