package dev.tempest.local.internal.expression;

import dev.tempest.local.internal.expression.Condition.Comparison;
import dev.tempest.local.internal.expression.KeyCondition.Operator;
import dev.tempest.local.internal.expression.KeyCondition.Term;
import dev.tempest.local.internal.expression.syntax.ExpressionKind;
import dev.tempest.local.internal.expression.syntax.Parser;
import dev.tempest.local.internal.expression.syntax.Syntax;
import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.value.AttributeValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a key condition of its parsed form: of comparisons of attributes with values, joined by AND. */
final class KeyConditionCompiler extends OperandCompiler {
    private final Placeholders placeholders;
    private final Map<String, Term> terms = new LinkedHashMap<>();

    KeyConditionCompiler(Placeholders placeholders) {
        super(ExpressionKind.KEY_CONDITION, placeholders);
        this.placeholders = placeholders;
    }

    KeyCondition compile(String text) {
        Syntax syntax = Parser.condition(expression, text);
        // The rules of all conditions first, as of the bounds of BETWEEN.
        new ConditionCompiler(expression, placeholders).compile(text);
        add(syntax);
        return new KeyCondition(terms);
    }

    private void add(Syntax syntax) {
        switch (syntax.kind()) {
            case AND -> {
                add(syntax.part(0));
                add(syntax.part(1));
            }
            case COMPARISON -> {
                if (syntax.text().equals("<>")) {
                    throw invalidOperator("<>");
                }
                boolean flipped = syntax.part(0).kind() == Syntax.Kind.VALUE;
                Comparison comparison = Comparison.of(syntax.text());
                Syntax attribute = syntax.part(flipped ? 1 : 0);
                Syntax value = syntax.part(flipped ? 0 : 1);
                Comparison operator = flipped ? comparison.flipped() : comparison;
                add(attribute, Operator.valueOf(operator.name()), List.of(value));
            }
            case BETWEEN -> add(syntax.part(0), Operator.BETWEEN, syntax.parts().subList(1, 3));
            case FUNCTION -> {
                if (!syntax.text().equals("begins_with")) {
                    throw invalidOperator(syntax.text());
                }
                add(syntax.part(0), Operator.BEGINS_WITH, syntax.parts().subList(1, 2));
            }
            default -> throw invalidOperator(syntax.text());
        }
    }

    private void add(Syntax attribute, Operator operator, List<Syntax> operands) {
        if (attribute.kind() == Syntax.Kind.FUNCTION
                || operands.stream().anyMatch(o -> o.kind() == Syntax.Kind.FUNCTION)) {
            throw ServiceException.validation("KeyConditionExpressions cannot contain nested operations");
        }
        if (attribute.kind() != Syntax.Kind.PATH) {
            throw ServiceException.validation(
                    "Invalid condition in KeyConditionExpression: No key attribute specified");
        }
        Path path = path(attribute);
        if (path.isNested()) {
            throw expression.error("KeyConditionExpressions cannot have conditions on nested attributes");
        }
        List<AttributeValue> values = new ArrayList<>();
        for (Syntax operand : operands) {
            if (operand.kind() != Syntax.Kind.VALUE) {
                throw ServiceException.validation("Invalid condition in KeyConditionExpression: "
                        + "Multiple attribute names used in one condition");
            }
            values.add(constant(operand).value());
        }
        if (terms.put(path.attribute(), new Term(operator, values)) != null) {
            throw expression.error("KeyConditionExpressions must only contain one condition per key");
        }
    }

    private static ServiceException invalidOperator(String operator) {
        return ServiceException.validation("Invalid operator used in KeyConditionExpression: " + operator);
    }
}
