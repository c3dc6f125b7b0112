package dev.tempest.sdk1.internal.write;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.ComparisonOperator;
import com.amazonaws.services.dynamodbv2.model.ExpectedAttributeValue;
import dev.tempest.internal.expression.AttributePath;
import dev.tempest.internal.expression.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The SDK's old kind of condition, expected values, as its new kind: DynamoDB takes one kind in a request. */
final class ExpectedValues {
    private ExpectedValues() {}

    /** Expected values, joined by AND; null if DynamoDB does not accept one of them. */
    static @Nullable Clause<AttributeValue> clause(Map<String, ExpectedAttributeValue> expected) {
        List<Clause<AttributeValue>> all = new ArrayList<>();
        for (Map.Entry<String, ExpectedAttributeValue> each : expected.entrySet()) {
            Clause<AttributeValue> one = clause(AttributePath.of(each.getKey()), each.getValue());
            if (one == null) {
                return null;
            }
            all.add(one);
        }
        return all.size() == 1 ? all.get(0) : new Clause.All<>(all);
    }

    private static @Nullable Clause<AttributeValue> clause(AttributePath path, ExpectedAttributeValue expected) {
        ComparisonOperator operator = operator(expected);
        List<AttributeValue> values = operands(expected);
        int operands = values.size();
        if (operator == null) {
            return null;
        }
        return switch (operator) {
            case NULL -> operands == 0 ? new Clause.Existence<>(path, false) : null;
            case NOT_NULL -> operands == 0 ? new Clause.Existence<>(path, true) : null;
            case IN -> operands > 0 ? new Clause.In<>(path, values) : null;
            case BETWEEN -> operands == 2 ? new Clause.Between<>(path, false, values.get(0), values.get(1)) : null;
            default -> operands == 1 ? clause(path, operator, values.get(0)) : null;
        };
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

    private static @Nullable Clause<AttributeValue> clause(
            AttributePath path, ComparisonOperator operator, AttributeValue value) {
        return switch (operator) {
            case EQ -> new Clause.Comparison<>(path, "=", value);
            case NE -> new Clause.Comparison<>(path, "<>", value);
            case LE -> new Clause.Comparison<>(path, "<=", value);
            case LT -> new Clause.Comparison<>(path, "<", value);
            case GE -> new Clause.Comparison<>(path, ">=", value);
            case GT -> new Clause.Comparison<>(path, ">", value);
            case BEGINS_WITH -> new Clause.Call<>("begins_with", path, value);
            case CONTAINS -> new Clause.Call<>("contains", path, value);
            // Without the attribute, the old condition does not hold.
            case NOT_CONTAINS ->
                new Clause.All<>(List.of(
                        new Clause.Existence<>(path, true),
                        new Clause.Not<>(new Clause.Call<>("contains", path, value))));
            default -> null;
        };
    }
}
