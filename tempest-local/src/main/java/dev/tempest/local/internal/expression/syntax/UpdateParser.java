package dev.tempest.local.internal.expression.syntax;

import dev.tempest.local.internal.expression.syntax.Syntax.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses the clauses of an update expression. */
final class UpdateParser {
    private final Parser tokens;

    UpdateParser(Parser tokens) {
        this.tokens = tokens;
    }

    List<Syntax> clauses() {
        List<Syntax> actions = new ArrayList<>();
        Set<Kind> seen = EnumSet.noneOf(Kind.class);
        do {
            Kind section = section();
            if (section == null) {
                throw tokens.syntaxError();
            }
            if (!seen.add(section)) {
                throw tokens.expression.error(
                        "The \"" + section + "\" section can only be used once in an update expression;");
            }
            tokens.next();
            do {
                actions.add(action(section));
            } while (tokens.take(","));
        } while (tokens.peek().kind() != Token.Kind.END);
        tokens.expectEnd();
        return actions;
    }

    private @Nullable Kind section() {
        Token token = tokens.peek();
        if (token.kind() != Token.Kind.NAME) {
            return null;
        }
        return switch (token.text().toUpperCase(Locale.ROOT)) {
            case "SET" -> Kind.SET;
            case "REMOVE" -> Kind.REMOVE;
            case "ADD" -> Kind.ADD;
            case "DELETE" -> Kind.DELETE;
            default -> null;
        };
    }

    private Syntax action(Kind section) {
        Syntax path = tokens.path();
        return switch (section) {
            case SET -> {
                tokens.expect("=");
                yield Syntax.of(section, "SET", path, value());
            }
            case REMOVE -> Syntax.of(section, "REMOVE", path);
            default -> {
                if (tokens.peek().kind() != Token.Kind.VALUE_PLACEHOLDER) {
                    throw tokens.syntaxError();
                }
                yield Syntax.of(section, section.name(), path, tokens.operand());
            }
        };
    }

    private Syntax value() {
        if (tokens.peek().is("(") && holdsArithmetic()) {
            tokens.next();
            tokens.enter();
            Syntax value = value();
            tokens.leave();
            tokens.expect(")");
            return value;
        }
        Syntax left = tokens.operand();
        Token operator = tokens.peek();
        if (!operator.is("+") && !operator.is("-")) {
            return left;
        }
        tokens.next();
        tokens.countOperator();
        return Syntax.of(Kind.ARITHMETIC, operator.text(), left, tokens.operand());
    }

    /** Whether the parentheses that begin here hold a sum or difference, and not an operand alone. */
    private boolean holdsArithmetic() {
        int depth = 0;
        for (int ahead = 0; tokens.peekAt(ahead).kind() != Token.Kind.END; ahead++) {
            Token token = tokens.peekAt(ahead);
            if (token.is("(")) {
                depth++;
            } else if (token.is(")")) {
                depth--;
                if (depth == 0) {
                    return false;
                }
            } else if (depth == 1 && (token.is("+") || token.is("-"))) {
                return true;
            }
        }
        return false;
    }
}
