package dev.tempest.local.internal.expression;

import dev.tempest.local.internal.expression.Operand.Constant;
import dev.tempest.local.internal.expression.Operand.Document;
import dev.tempest.local.internal.expression.Operand.SizeOf;
import dev.tempest.local.internal.expression.syntax.ExpressionKind;
import dev.tempest.local.internal.expression.syntax.Syntax;
import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.value.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Resolves the placeholders of operands and checks their functions. */
class OperandCompiler {
    private static final int MAX_NESTING = 32;
    private static final Map<String, Integer> CONDITION_FUNCTIONS = Map.of(
            "attribute_exists", 1,
            "attribute_not_exists", 1,
            "attribute_type", 2,
            "begins_with", 2,
            "contains", 2,
            "size", 1);
    private static final Map<String, Integer> UPDATE_FUNCTIONS = Map.of("if_not_exists", 2, "list_append", 2);

    final ExpressionKind expression;
    private final Placeholders placeholders;

    OperandCompiler(ExpressionKind expression, Placeholders placeholders) {
        this.expression = expression;
        this.placeholders = placeholders;
    }

    final Path path(Syntax syntax) {
        List<Path.Step> steps = new ArrayList<>();
        for (Syntax part : syntax.parts()) {
            if (part.kind() == Syntax.Kind.NAME) {
                steps.add(Path.Step.of(placeholders.name(expression, part.text())));
            } else {
                steps.add(Path.Step.of(index(part.text())));
            }
        }
        if (steps.size() > MAX_NESTING) {
            throw expression.error("The document path has too many nesting levels; nesting levels: " + steps.size());
        }
        return new Path(List.copyOf(steps));
    }

    private int index(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw expression.error("List index is not within the allowable range; index: [" + text + "]");
        }
    }

    final Constant constant(Syntax syntax) {
        return new Constant(placeholders.value(expression, syntax.text()));
    }

    /** A path, a value, or a function that has a value. */
    Operand operand(Syntax syntax) {
        return switch (syntax.kind()) {
            case PATH -> new Document(path(syntax));
            case VALUE -> constant(syntax);
            default -> function(syntax);
        };
    }

    private Operand function(Syntax syntax) {
        checkFunction(syntax);
        if (!syntax.text().equals("size")) {
            throw usedWrongly(syntax);
        }
        Operand operand = operand(syntax.part(0));
        DataType type = staticType(operand);
        if (type == DataType.N || type == DataType.BOOL || type == DataType.NULL) {
            throw wrongOperandType("size", type);
        }
        return new SizeOf(operand);
    }

    /** Fails unless the function is one for this kind of expression, with as many operands as it takes. */
    final void checkFunction(Syntax syntax) {
        boolean update = expression == ExpressionKind.UPDATE;
        Integer operands = (update ? UPDATE_FUNCTIONS : CONDITION_FUNCTIONS).get(syntax.text());
        if (operands == null) {
            if ((update ? CONDITION_FUNCTIONS : UPDATE_FUNCTIONS).containsKey(syntax.text())) {
                throw expression.error("The function is not allowed in " + (update ? "an update" : "a condition")
                        + " expression; function: " + syntax.text());
            }
            throw expression.error("Invalid function name; function: " + syntax.text());
        }
        if (syntax.parts().size() != operands) {
            throw expression.error("Incorrect number of operands for operator or function; operator or function: "
                    + syntax.text() + ", number of operands: " + syntax.parts().size());
        }
    }

    final ServiceException usedWrongly(Syntax function) {
        return expression.error(
                "The function is not allowed to be used this way in an expression; function: " + function.text());
    }

    final Path requirePath(Syntax function, Syntax operand) {
        if (operand.kind() != Syntax.Kind.PATH) {
            throw expression.error(
                    "Operator or function requires a document path; operator or function: " + function.text());
        }
        return path(operand);
    }

    final ServiceException wrongOperandType(String operator, DataType type) {
        return expression.error("Incorrect operand type for operator or function; operator or function: " + operator
                + ", operand type: " + type);
    }

    /** The type of an operand, if it is the same for all items. */
    static @Nullable DataType staticType(Operand operand) {
        if (operand instanceof Constant constant) {
            return constant.value().type();
        }
        return operand instanceof SizeOf ? DataType.N : null;
    }
}
