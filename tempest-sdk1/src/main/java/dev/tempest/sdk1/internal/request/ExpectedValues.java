package dev.tempest.sdk1.internal.request;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.ComparisonOperator;
import com.amazonaws.services.dynamodbv2.model.ExpectedAttributeValue;
import dev.tempest.sdk1.FilterExpression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The SDK's old kind of condition, expected values, as its new kind, expressions: DynamoDB takes one kind in a request. */
final class ExpectedValues {
    private ExpectedValues() {}

    /** Expected values, joined by AND; null for none, or if DynamoDB does not accept one of them. */
    static @Nullable FilterExpression expression(Map<String, ExpectedAttributeValue> expected) {
        FilterExpression all = null;
        int number = 0;
        for (Map.Entry<String, ExpectedAttributeValue> each : expected.entrySet()) {
            FilterExpression one = expression("tempest_expected_" + number++, each.getKey(), each.getValue());
            if (one == null) {
                return null;
            }
            all = Conditions.both(all, one);
        }
        return all;
    }

    private static @Nullable FilterExpression expression(
            String word, String attribute, ExpectedAttributeValue expected) {
        String name = "#" + word;
        List<AttributeValue> operands = operands(expected);
        Map<String, AttributeValue> values = new HashMap<>();
        List<String> placeholders = new ArrayList<>();
        for (AttributeValue operand : operands) {
            String placeholder = ":" + word + "_" + placeholders.size();
            placeholders.add(placeholder);
            values.put(placeholder, operand);
        }
        String text = text(operator(expected), name, placeholders);
        return text == null ? null : new FilterExpression(text, Map.of(name, attribute), values);
    }

    private static List<AttributeValue> operands(ExpectedAttributeValue expected) {
        if (expected.getAttributeValueList() != null) {
            return expected.getAttributeValueList();
        }
        return expected.getValue() == null ? List.of() : List.of(expected.getValue());
    }

    private static @Nullable ComparisonOperator operator(ExpectedAttributeValue expected) {
        String operator = expected.getComparisonOperator();
        if (operator == null) {
            return Boolean.FALSE.equals(expected.getExists()) ? ComparisonOperator.NULL : ComparisonOperator.EQ;
        }
        for (ComparisonOperator known : ComparisonOperator.values()) {
            if (known.toString().equals(operator)) {
                return known;
            }
        }
        return null;
    }

    private static @Nullable String text(@Nullable ComparisonOperator operator, String name, List<String> values) {
        int operands = values.size();
        if (operator == null) {
            return null;
        }
        return switch (operator) {
            case NULL -> operands == 0 ? "attribute_not_exists(" + name + ")" : null;
            case NOT_NULL -> operands == 0 ? "attribute_exists(" + name + ")" : null;
            case IN -> operands > 0 ? name + " IN (" + String.join(", ", values) + ")" : null;
            case BETWEEN -> operands == 2 ? name + " BETWEEN " + values.get(0) + " AND " + values.get(1) : null;
            default -> operands == 1 ? text(operator, name, values.get(0)) : null;
        };
    }

    private static @Nullable String text(ComparisonOperator operator, String name, String value) {
        return switch (operator) {
            case EQ -> name + " = " + value;
            case NE -> name + " <> " + value;
            case LE -> name + " <= " + value;
            case LT -> name + " < " + value;
            case GE -> name + " >= " + value;
            case GT -> name + " > " + value;
            case BEGINS_WITH -> "begins_with(" + name + ", " + value + ")";
            case CONTAINS -> "contains(" + name + ", " + value + ")";
            // Without the attribute, the old condition does not hold.
            case NOT_CONTAINS -> "attribute_exists(" + name + ") AND NOT contains(" + name + ", " + value + ")";
            default -> null;
        };
    }
}
