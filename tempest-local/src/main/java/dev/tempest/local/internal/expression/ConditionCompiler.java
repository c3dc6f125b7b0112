package dev.tempest.local.internal.expression;

import dev.tempest.local.internal.expression.Condition.Comparison;
import dev.tempest.local.internal.expression.Condition.Relation;
import dev.tempest.local.internal.expression.Operand.Constant;
import dev.tempest.local.internal.expression.Operand.Document;
import dev.tempest.local.internal.expression.syntax.ExpressionKind;
import dev.tempest.local.internal.expression.syntax.Parser;
import dev.tempest.local.internal.expression.syntax.Syntax;
import dev.tempest.local.internal.value.AttributeValue;
import dev.tempest.local.internal.value.AttributeValue.Binary;
import dev.tempest.local.internal.value.AttributeValue.Numeric;
import dev.tempest.local.internal.value.AttributeValue.Text;
import dev.tempest.local.internal.value.DataType;
import dev.tempest.local.internal.value.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a condition of its parsed form. */
final class ConditionCompiler extends OperandCompiler {
    private final Set<String> attributes = new LinkedHashSet<>();

    ConditionCompiler(ExpressionKind expression, Placeholders placeholders) {
        super(expression, placeholders);
    }

    Condition compile(String text) {
        return condition(Parser.condition(expression, text));
    }

    /** The attributes that the condition reads. */
    Set<String> attributes() {
        return attributes;
    }

    private Condition condition(Syntax syntax) {
        return switch (syntax.kind()) {
            case AND -> Condition.all(conditions(syntax));
            case OR -> Condition.any(conditions(syntax));
            case NOT -> Condition.not(condition(syntax.part(0)));
            case COMPARISON -> comparison(syntax);
            case BETWEEN -> between(syntax);
            case IN -> {
                List<Operand> operands = operands(syntax);
                checkDistinct("IN", operands);
                yield Condition.in(operands.get(0), operands.subList(1, operands.size()));
            }
            default -> function(syntax);
        };
    }

    private List<Condition> conditions(Syntax syntax) {
        List<Condition> conditions = new ArrayList<>();
        // "a AND b AND c" is nested to the left, as deep as it is long.
        Syntax left = syntax;
        while (left.kind() == syntax.kind()) {
            conditions.add(0, condition(left.part(1)));
            left = left.part(0);
        }
        conditions.add(0, condition(left));
        return conditions;
    }

    private List<Operand> operands(Syntax syntax) {
        return syntax.parts().stream().map(this::operand).collect(Collectors.toList());
    }

    @Override
    Operand operand(Syntax syntax) {
        Operand operand = super.operand(syntax);
        note(operand);
        return operand;
    }

    private void note(Operand operand) {
        if (operand instanceof Document document) {
            attributes.add(document.path().attribute());
        }
    }

    private Condition comparison(Syntax syntax) {
        List<Operand> operands = operands(syntax);
        checkDistinct(syntax.text(), operands);
        Comparison comparison = Comparison.of(syntax.text());
        if (comparison.isOrder()) {
            checkOrdered(syntax.text(), operands);
        }
        return Condition.of(operands.get(0), comparison, operands.get(1));
    }

    private Condition between(Syntax syntax) {
        List<Operand> operands = operands(syntax);
        checkDistinct("BETWEEN", operands);
        checkOrdered("BETWEEN", operands);
        if (operands.get(1) instanceof Constant low && operands.get(2) instanceof Constant high) {
            checkBounds(low.value(), high.value());
        }
        return Condition.between(operands.get(0), operands.get(1), operands.get(2));
    }

    private void checkBounds(AttributeValue low, AttributeValue high) {
        String requirement = null;
        if (low.type() != high.type()) {
            requirement = "requires same data type for lower and upper bounds";
        } else if (Values.compare(low, high) > 0) {
            requirement = "requires upper bound to be greater than or equal to lower bound";
        }
        if (requirement != null) {
            throw expression.error("The BETWEEN operator " + requirement + "; lower bound operand: " + describe(low)
                    + ", upper bound operand: " + describe(high));
        }
    }

    /** The value, a scalar, as messages show it. */
    private static String describe(AttributeValue value) {
        Object content = value instanceof Text text
                ? text.value()
                : value instanceof Numeric number ? number.value() : ((Binary) value).value();
        return "AttributeValue: {" + value.type() + ":" + content + "}";
    }

    private void checkOrdered(String operator, List<Operand> operands) {
        for (Operand operand : operands) {
            DataType type = staticType(operand);
            if (type != null && !type.isScalarKey()) {
                throw wrongOperandType(operator, type);
            }
        }
    }

    private void checkDistinct(String operator, List<Operand> operands) {
        if (operands.get(0) instanceof Document first
                && operands.subList(1, operands.size()).contains(first)) {
            throw expression.error("The first operand must be distinct from the remaining operands for this operator "
                    + "or function; operator: " + operator + ", first operand: " + first.path());
        }
    }

    private Condition function(Syntax syntax) {
        checkFunction(syntax);
        return switch (syntax.text()) {
            case "attribute_exists" -> exists(syntax);
            case "attribute_not_exists" -> Condition.not(exists(syntax));
            case "attribute_type" -> hasType(syntax);
            case "begins_with" -> {
                List<Operand> operands = operands(syntax);
                checkDistinct("begins_with", operands);
                operands.forEach(this::checkPrefix);
                yield Condition.of(operands.get(0), Relation.ofPresent(Values::startsWith), operands.get(1));
            }
            case "contains" -> {
                List<Operand> operands = operands(syntax);
                checkDistinct("contains", operands);
                yield Condition.of(operands.get(0), Relation.ofPresent(Values::contains), operands.get(1));
            }
            default -> throw usedWrongly(syntax);
        };
    }

    private Condition exists(Syntax syntax) {
        Syntax operand = syntax.part(0);
        if (operand.kind() == Syntax.Kind.FUNCTION) {
            checkFunction(operand);
            if (!operand.text().equals("size")) {
                throw usedWrongly(operand);
            }
        }
        Path path = requirePath(syntax, operand);
        note(new Document(path));
        return Condition.exists(path);
    }

    private Condition hasType(Syntax syntax) {
        Operand operand = operand(syntax.part(0));
        Operand name = operand(syntax.part(1));
        DataType nameType = staticType(name);
        if (!(name instanceof Constant constant) || !(constant.value() instanceof Text text)) {
            throw expression.error("Incorrect operand type for operator or function; operator or function: "
                    + "attribute_type, operand type: " + (nameType == null ? validTypes() : nameType));
        }
        DataType type = DataType.of(text.value());
        if (type == null) {
            throw expression.error(
                    "Invalid attribute type name found; type: " + text.value() + ", valid types: " + validTypes());
        }
        return Condition.hasType(operand, type);
    }

    private static String validTypes() {
        return Arrays.stream(DataType.values()).map(DataType::name).collect(Collectors.joining(",", "{", "}"));
    }

    private void checkPrefix(Operand operand) {
        @Nullable DataType type = staticType(operand);
        if (type != null && type != DataType.S && type != DataType.B) {
            throw wrongOperandType("begins_with", type);
        }
    }
}
