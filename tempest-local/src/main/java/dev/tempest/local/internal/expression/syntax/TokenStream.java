package dev.tempest.local.internal.expression.syntax;

import dev.tempest.local.internal.expression.syntax.Token.Kind;
import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.value.Values;
import java.util.ArrayList;
import java.util.List;

/** What the parsers share: the tokens still to read, document paths, and syntax errors. */
class TokenStream {
    private static final int MAX_BYTES = 4096;
    private static final int MAX_OPERATORS = 300;
    private static final int MAX_DEPTH = 100;

    final ExpressionKind expression;
    private final String text;
    private final List<Token> tokens;
    private int position;
    private int operators;
    private int depth;
    private boolean redundantParentheses;

    TokenStream(ExpressionKind expression, String text) {
        if (text.isBlank()) {
            throw expression.error("The expression can not be empty;");
        }
        int bytes = Values.utf8Length(text);
        if (bytes > MAX_BYTES) {
            throw expression.error("Expression size has exceeded the maximum allowed size; expression size: " + bytes);
        }
        this.expression = expression;
        this.text = text;
        this.tokens = Lexer.tokens(text);
    }

    final Token peek() {
        return tokens.get(position);
    }

    final Token next() {
        Token token = tokens.get(position);
        if (token.kind() != Kind.END) {
            position++;
        }
        return token;
    }

    final boolean take(String symbol) {
        boolean there = peek().is(symbol);
        if (there) {
            next();
        }
        return there;
    }

    final boolean takeKeyword(String keyword) {
        boolean there = peek().isKeyword(keyword);
        if (there) {
            next();
        }
        return there;
    }

    final void expect(String symbol) {
        if (!take(symbol)) {
            throw syntaxError();
        }
    }

    final void expectEnd() {
        if (peek().kind() != Kind.END) {
            throw syntaxError();
        }
        if (redundantParentheses) {
            throw redundant();
        }
    }

    /** The token after {@code ahead} others. */
    final Token peekAt(int ahead) {
        return tokens.get(Math.min(position + ahead, tokens.size() - 1));
    }

    /** The error that the next token is none that can stand there. */
    final ServiceException syntaxError() {
        int first = Math.max(position - 1, 0);
        int last = Math.min(position + 1, tokens.size() - 1);
        String near = text.substring(tokens.get(first).start(), tokens.get(last).end());
        return expression.error("Syntax error; token: \"" + peek().text() + "\", near: \"" + near.strip() + "\"");
    }

    final void countOperator() {
        operators++;
        if (operators > MAX_OPERATORS) {
            throw tooManyOperators();
        }
    }

    private ServiceException tooManyOperators() {
        return expression.error("The expression contains too many operators; operator count: " + (MAX_OPERATORS + 1));
    }

    /** Parentheses open. Few nest so deep that are all needed. */
    final void enter() {
        depth++;
        if (depth > MAX_DEPTH) {
            throw operators > MAX_DEPTH / 2 ? tooManyOperators() : redundant();
        }
    }

    final void leave() {
        depth--;
    }

    final void markRedundantParentheses() {
        redundantParentheses = true;
    }

    private ServiceException redundant() {
        return expression.error("The expression has redundant parentheses;");
    }

    final Syntax path() {
        List<Syntax> steps = new ArrayList<>();
        steps.add(name());
        while (true) {
            if (take(".")) {
                steps.add(name());
            } else if (take("[")) {
                if (peek().kind() != Kind.NUMBER) {
                    throw syntaxError();
                }
                steps.add(Syntax.of(Syntax.Kind.INDEX, next().text()));
                expect("]");
            } else {
                return new Syntax(Syntax.Kind.PATH, "", steps);
            }
        }
    }

    private Syntax name() {
        Kind kind = peek().kind();
        if (kind != Kind.NAME && kind != Kind.NAME_PLACEHOLDER) {
            throw syntaxError();
        }
        return Syntax.of(Syntax.Kind.NAME, next().text());
    }
}
