package dev.tempest.local.internal.expression.syntax;

import dev.tempest.local.internal.expression.syntax.Syntax.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Parses expressions by recursive descent, one method for each level of precedence. */
public final class Parser extends TokenStream {
    private static final Set<String> COMPARATORS = Set.of("=", "<>", "<", "<=", ">", ">=");
    private static final Set<String> KEYWORDS = Set.of("AND", "OR", "NOT", "BETWEEN", "IN");
    private static final int MAX_IN_OPERANDS = 100;

    /** Whether the node that was parsed last stood in parentheses of its own. */
    private boolean parenthesized;

    private Parser(ExpressionKind expression, String text) {
        super(expression, text);
    }

    public static Syntax condition(ExpressionKind expression, String text) {
        Parser parser = new Parser(expression, text);
        Syntax condition = parser.or();
        parser.checkCondition(condition);
        parser.expectEnd();
        return condition;
    }

    public static List<Syntax> projection(String text) {
        Parser parser = new Parser(ExpressionKind.PROJECTION, text);
        List<Syntax> paths = new ArrayList<>();
        do {
            paths.add(parser.path());
        } while (parser.take(","));
        parser.expectEnd();
        return paths;
    }

    public static List<Syntax> update(String text) {
        Parser parser = new Parser(ExpressionKind.UPDATE, text);
        return new UpdateParser(parser).clauses();
    }

    private Syntax or() {
        return joined(Kind.OR, this::and);
    }

    private Syntax and() {
        return joined(Kind.AND, this::not);
    }

    /** Conditions with a word between each two of them. */
    private Syntax joined(Kind kind, Supplier<Syntax> operand) {
        Syntax left = operand.get();
        while (peek().isKeyword(kind.name())) {
            checkCondition(left);
            next();
            countOperator();
            Syntax right = operand.get();
            checkCondition(right);
            left = Syntax.of(kind, kind.name(), left, right);
            parenthesized = false;
        }
        return left;
    }

    private Syntax not() {
        int negations = 0;
        while (takeKeyword("NOT")) {
            countOperator();
            negations++;
        }
        Syntax condition = comparison();
        for (int i = 0; i < negations; i++) {
            checkCondition(condition);
            condition = Syntax.of(Kind.NOT, "NOT", condition);
            parenthesized = false;
        }
        return condition;
    }

    private Syntax comparison() {
        Syntax left = primary();
        if (!left.isOperand()) {
            return left;
        }
        Token operator = peek();
        if (operator.kind() == Token.Kind.SYMBOL && COMPARATORS.contains(operator.text())) {
            next();
            countOperator();
            Syntax right = operand();
            parenthesized = false;
            return Syntax.of(Kind.COMPARISON, operator.text(), left, right);
        }
        if (takeKeyword("BETWEEN")) {
            countOperator();
            Syntax low = operand();
            if (!takeKeyword("AND")) {
                throw syntaxError();
            }
            Syntax high = operand();
            parenthesized = false;
            return Syntax.of(Kind.BETWEEN, "BETWEEN", left, low, high);
        }
        if (takeKeyword("IN")) {
            countOperator();
            List<Syntax> operands = new ArrayList<>();
            operands.add(left);
            operands.addAll(arguments());
            if (operands.size() > MAX_IN_OPERANDS + 1) {
                throw expression.error("The IN operator is provided with too many operands; number of operands: "
                        + (operands.size() - 1));
            }
            parenthesized = false;
            return new Syntax(Kind.IN, "IN", operands);
        }
        return left;
    }

    private Syntax primary() {
        if (take("(")) {
            enter();
            Syntax inner = or();
            if (parenthesized) {
                markRedundantParentheses();
            }
            expect(")");
            leave();
            parenthesized = true;
            return inner;
        }
        parenthesized = false;
        return operand();
    }

    /** A path, a value, a function, or one of them in parentheses. */
    Syntax operand() {
        if (take("(")) {
            enter();
            boolean nested = peek().is("(");
            Syntax inner = operand();
            expect(")");
            leave();
            if (nested) {
                markRedundantParentheses();
            }
            return inner;
        }
        Token token = peek();
        if (token.kind() == Token.Kind.VALUE_PLACEHOLDER) {
            return Syntax.of(Kind.VALUE, next().text());
        }
        if (token.kind() == Token.Kind.NAME && peekAt(1).is("(") && !isKeyword(token)) {
            next();
            countOperator();
            enter();
            List<Syntax> arguments = arguments();
            leave();
            return new Syntax(Kind.FUNCTION, token.text(), arguments);
        }
        if (isKeyword(token)) {
            throw syntaxError();
        }
        return path();
    }

    private boolean isKeyword(Token token) {
        return expression != ExpressionKind.UPDATE
                && token.kind() == Token.Kind.NAME
                && KEYWORDS.stream().anyMatch(token::isKeyword);
    }

    private List<Syntax> arguments() {
        expect("(");
        List<Syntax> arguments = new ArrayList<>();
        do {
            arguments.add(operand());
        } while (take(","));
        expect(")");
        return arguments;
    }

    private void checkCondition(Syntax node) {
        if (!node.isCondition()) {
            throw syntaxError();
        }
    }
}
