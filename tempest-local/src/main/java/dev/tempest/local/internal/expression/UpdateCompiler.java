package dev.tempest.local.internal.expression;

import dev.tempest.local.internal.expression.Operand.Constant;
import dev.tempest.local.internal.expression.UpdateAction.Add;
import dev.tempest.local.internal.expression.UpdateAction.Delete;
import dev.tempest.local.internal.expression.UpdateAction.Remove;
import dev.tempest.local.internal.expression.UpdateAction.Set;
import dev.tempest.local.internal.expression.syntax.ExpressionKind;
import dev.tempest.local.internal.expression.syntax.Parser;
import dev.tempest.local.internal.expression.syntax.Syntax;
import dev.tempest.local.internal.value.DataType;
import java.util.ArrayList;
import java.util.List;

/** Makes the actions of an update expression of its parsed form. */
final class UpdateCompiler extends OperandCompiler {
    UpdateCompiler(Placeholders placeholders) {
        super(ExpressionKind.UPDATE, placeholders);
    }

    UpdatePlan compile(String text) {
        List<UpdateAction> actions = new ArrayList<>();
        for (Syntax syntax : Parser.update(text)) {
            actions.add(action(syntax));
        }
        checkPaths(expression, actions.stream().map(UpdateAction::path).toList());
        return new UpdatePlan(actions);
    }

    /** Fails if two paths lead to the same place, or take one place for a map and for a list. */
    static void checkPaths(ExpressionKind expression, List<Path> paths) {
        for (int i = 0; i < paths.size(); i++) {
            for (int j = 0; j < i; j++) {
                Path one = paths.get(j);
                Path two = paths.get(i);
                String fault = one.overlaps(two) ? "overlap" : one.conflictsWith(two) ? "conflict" : null;
                if (fault != null) {
                    throw expression.error("Two document paths " + fault
                            + " with each other; must remove or rewrite one of these paths; path one: " + one
                            + ", path two: " + two);
                }
            }
        }
    }

    private UpdateAction action(Syntax syntax) {
        Path path = path(syntax.part(0));
        return switch (syntax.kind()) {
            case SET -> new Set(path, operand(syntax.part(1)));
            case REMOVE -> new Remove(path);
            case ADD -> new Add(path, checkType(syntax, syntax.part(1)).value(), false);
            default -> new Delete(path, checkType(syntax, syntax.part(1)).value(), false);
        };
    }

    private Constant checkType(Syntax action, Syntax operand) {
        Constant constant = constant(operand);
        DataType type = constant.value().type();
        boolean adds = action.kind() == Syntax.Kind.ADD;
        if (!type.isSet() && !(adds && type == DataType.N)) {
            throw expression.error("Incorrect operand type for operator or function; operator: " + action.text()
                    + ", operand type: " + type.longName() + ", typeSet: ALLOWED_FOR_" + action.text() + "_OPERAND");
        }
        return constant;
    }

    @Override
    Operand operand(Syntax syntax) {
        return switch (syntax.kind()) {
            case ARITHMETIC -> {
                Operand left = typed(syntax.text(), syntax.part(0), DataType.N);
                Operand right = typed(syntax.text(), syntax.part(1), DataType.N);
                yield new Operand.Arithmetic(syntax.text().equals("+"), left, right);
            }
            case FUNCTION -> function(syntax);
            default -> super.operand(syntax);
        };
    }

    private Operand function(Syntax syntax) {
        checkFunction(syntax);
        if (syntax.text().equals("if_not_exists")) {
            return new Operand.IfNotExists(requirePath(syntax, syntax.part(0)), operand(syntax.part(1)));
        }
        Operand first = typed(syntax.text(), syntax.part(0), DataType.L);
        Operand second = typed(syntax.text(), syntax.part(1), DataType.L);
        return new Operand.ListAppend(first, second);
    }

    private Operand typed(String operator, Syntax syntax, DataType required) {
        Operand operand = operand(syntax);
        DataType type = staticType(operand);
        if (type != null && type != required) {
            throw wrongOperandType(operator, type);
        }
        return operand;
    }
}
