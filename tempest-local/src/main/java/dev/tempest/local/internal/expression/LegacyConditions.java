package dev.tempest.local.internal.expression;

import dev.tempest.local.internal.expression.Condition.Comparison;
import dev.tempest.local.internal.expression.Condition.Relation;
import dev.tempest.local.internal.expression.KeyCondition.Term;
import dev.tempest.local.internal.expression.Operand.Constant;
import dev.tempest.local.internal.expression.Operand.Document;
import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.value.AttributeValue;
import dev.tempest.local.internal.value.ValueReader;
import dev.tempest.local.internal.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters that conditions had before there were expressions: Expected, filters and KeyConditions. */
final class LegacyConditions {
    private static final String CONDITION_TYPE = "com.amazonaws.dynamodb.v20120810.Condition";

    private LegacyConditions() {}

    /** Operators, and how many values each takes. */
    private enum Operator {
        EQ(1, 1),
        NE(1, 1),
        IN(1, Integer.MAX_VALUE),
        LE(1, 1),
        LT(1, 1),
        GE(1, 1),
        GT(1, 1),
        BETWEEN(2, 2),
        NOT_NULL(0, 0),
        NULL(0, 0),
        CONTAINS(1, 1),
        NOT_CONTAINS(1, 1),
        BEGINS_WITH(1, 1);

        private final int least;
        private final int most;

        Operator(int least, int most) {
            this.least = least;
            this.most = most;
        }

        static Operator of(@Nullable String name) {
            for (Operator operator : values()) {
                if (operator.name().equals(name)) {
                    return operator;
                }
            }
            throw ServiceException.validation("1 validation error detected: Value '" + name
                    + "' at 'comparisonOperator' failed to satisfy constraint: Member must satisfy enum value set: "
                    + "[IN, NULL, BETWEEN, LT, NOT_CONTAINS, EQ, GT, NOT_NULL, NE, LE, BEGINS_WITH, GE, CONTAINS]");
        }

        boolean takesScalars() {
            return this == IN || this == CONTAINS || this == NOT_CONTAINS;
        }

        boolean isOrder() {
            return this == LE || this == LT || this == GE || this == GT || this == BETWEEN || this == BEGINS_WITH;
        }
    }

    /** The condition of QueryFilter or ScanFilter; null if it is not given. */
    static @Nullable Condition filter(JsonObject request, String parameter) {
        JsonObject filter = request.map(parameter, CONDITION_TYPE);
        if (filter == null || filter.fields().isEmpty()) {
            checkConditionalOperator(request, 0);
            return null;
        }
        List<Condition> conditions = new ArrayList<>();
        for (String attribute : filter.fields().keySet()) {
            JsonObject condition = entry(filter, attribute);
            Operator operator = Operator.of(condition.string("ComparisonOperator"));
            conditions.add(condition(attribute, operator, arguments(condition, operator)));
        }
        return combined(request, conditions);
    }

    /** The condition of Expected; null if it is not given. */
    static @Nullable Condition expected(JsonObject request) {
        JsonObject expected = request.map("Expected", "com.amazonaws.dynamodb.v20120810.ExpectedAttributeValue");
        if (expected == null || expected.fields().isEmpty()) {
            checkConditionalOperator(request, 0);
            return null;
        }
        List<Condition> conditions = new ArrayList<>();
        for (String attribute : expected.fields().keySet()) {
            conditions.add(expectation(attribute, entry(expected, attribute)));
        }
        return combined(request, conditions);
    }

    private static JsonObject entry(JsonObject map, String name) {
        JsonObject entry = map.structure(name);
        return entry == null ? new JsonObject() : entry;
    }

    private static Condition combined(JsonObject request, List<Condition> conditions) {
        checkConditionalOperator(request, conditions.size());
        return "OR".equals(request.string("ConditionalOperator"))
                ? Condition.any(conditions)
                : Condition.all(conditions);
    }

    private static void checkConditionalOperator(JsonObject request, int conditions) {
        if (request.has("ConditionalOperator") && conditions < 2) {
            throw ServiceException.validation(
                    conditions == 0
                            ? "ConditionalOperator cannot be used without Filter or Expected"
                            : "ConditionalOperator can only be used when Filter or Expected has two or more elements");
        }
    }

    private static Condition expectation(String attribute, JsonObject expectation) {
        String name = expectation.string("ComparisonOperator");
        AttributeValue value = ValueReader.value(expectation, "Value");
        boolean list = expectation.has("AttributeValueList");
        Boolean exists = expectation.bool("Exists");
        if (name == null) {
            if (list) {
                throw invalid("AttributeValueList can only be used with a ComparisonOperator", attribute);
            }
            if (Boolean.FALSE.equals(exists)) {
                if (value != null) {
                    throw invalid("Value cannot be used when Exists is false", attribute);
                }
                return condition(attribute, Operator.NULL, List.of());
            }
            if (value == null) {
                throw invalid("Value must be provided when Exists is " + exists, attribute);
            }
            return condition(attribute, Operator.EQ, List.of(value));
        }
        if (exists != null) {
            throw invalid("Exists and ComparisonOperator cannot be used together", attribute);
        }
        if (value != null && list) {
            throw invalid("Value and AttributeValueList cannot be used together", attribute);
        }
        if (value == null && !list && !name.equals("NULL") && !name.equals("NOT_NULL")) {
            throw invalid("Value or AttributeValueList must be used with ComparisonOperator: " + name, attribute);
        }
        Operator operator = Operator.of(name);
        List<AttributeValue> arguments =
                value == null ? arguments(expectation, operator) : checked(operator, List.of(value));
        return condition(attribute, operator, arguments);
    }

    private static ServiceException invalid(String message, String attribute) {
        return ServiceException.invalidParameter(message + " for Attribute: " + attribute);
    }

    private static List<AttributeValue> arguments(JsonObject condition, Operator operator) {
        List<JsonObject> list = condition.structures("AttributeValueList");
        List<AttributeValue> values = new ArrayList<>();
        if (list != null) {
            list.forEach(value -> values.add(ValueReader.value(value)));
        }
        return checked(operator, values);
    }

    private static List<AttributeValue> checked(Operator operator, List<AttributeValue> arguments) {
        if (arguments.size() < operator.least || arguments.size() > operator.most) {
            throw ServiceException.invalidParameter(
                    "Invalid number of argument(s) for the " + operator + " ComparisonOperator");
        }
        for (AttributeValue argument : arguments) {
            if (argument.type() != arguments.get(0).type()) {
                throw ServiceException.invalidParameter(
                        "AttributeValues inside AttributeValueList must be of same type");
            }
            boolean valid = operator.isOrder()
                    ? argument.type().isScalarKey()
                            && !(operator == Operator.BEGINS_WITH && argument instanceof AttributeValue.Numeric)
                    : !operator.takesScalars() || argument.type().isScalarKey();
            if (!valid) {
                throw ServiceException.invalidParameter("ComparisonOperator " + operator + " is not valid for "
                        + argument.type() + " AttributeValue type");
            }
        }
        if (operator == Operator.BETWEEN && Values.compare(arguments.get(0), arguments.get(1)) > 0) {
            throw ServiceException.validation("The BETWEEN condition was provided a range where the lower bound is "
                    + "greater than the upper bound");
        }
        return arguments;
    }

    private static Condition condition(String attribute, Operator operator, List<AttributeValue> arguments) {
        Path path = Path.of(attribute);
        Operand document = new Document(path);
        List<Operand> constants = new ArrayList<>();
        arguments.forEach(argument -> constants.add(new Constant(argument)));
        return switch (operator) {
            case NOT_NULL -> Condition.exists(path);
            case NULL -> Condition.not(Condition.exists(path));
            case IN -> Condition.in(document, constants);
            case BETWEEN -> Condition.between(document, constants.get(0), constants.get(1));
            case CONTAINS -> Condition.of(document, Relation.ofPresent(Values::contains), constants.get(0));
            // AWS documents it as the absence of a value, which an attribute that is not there has not either.
            case NOT_CONTAINS ->
                Condition.not(Condition.of(document, Relation.ofPresent(Values::contains), constants.get(0)));
            case BEGINS_WITH -> Condition.of(document, Relation.ofPresent(Values::startsWith), constants.get(0));
            default -> Condition.of(document, Comparison.valueOf(operator.name()), constants.get(0));
        };
    }

    /** The condition of KeyConditions. */
    static KeyCondition keyCondition(JsonObject conditions) {
        Map<String, Term> terms = new LinkedHashMap<>();
        for (String attribute : conditions.fields().keySet()) {
            JsonObject condition = entry(conditions, attribute);
            Operator operator = Operator.of(condition.string("ComparisonOperator"));
            List<AttributeValue> arguments = arguments(condition, operator);
            switch (operator) {
                case EQ, LE, LT, GE, GT, BEGINS_WITH, BETWEEN ->
                    terms.put(attribute, new Term(KeyCondition.Operator.valueOf(operator.name()), arguments));
                default ->
                    throw ServiceException.validation("Attempted conditional constraint is not an indexable operation");
            }
        }
        return new KeyCondition(terms);
    }
}
