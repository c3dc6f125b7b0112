package dev.tempest.local.internal.expression.syntax;

import dev.tempest.local.internal.expression.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Splits an expression into tokens. */
public final class Lexer {
    private static final String END = "<EOF>";

    private final String text;
    private int position;

    private Lexer(String text) {
        this.text = text;
    }

    /** The tokens of an expression, the last of which marks its end. */
    static List<Token> tokens(String text) {
        Lexer lexer = new Lexer(text);
        List<Token> tokens = new ArrayList<>();
        Token token;
        do {
            token = lexer.next();
            tokens.add(token);
        } while (token.kind() != Kind.END);
        return tokens;
    }

    private Token next() {
        while (position < text.length() && isSpace(text.charAt(position))) {
            position++;
        }
        int start = position;
        if (start == text.length()) {
            return new Token(Kind.END, END, start, start);
        }
        char c = text.charAt(position++);
        if (isLetter(c)) {
            skipWord();
            return token(Kind.NAME, start);
        }
        if (isDigit(c)) {
            while (position < text.length() && isDigit(text.charAt(position))) {
                position++;
            }
            return token(Kind.NUMBER, start);
        }
        if (c == '#' || c == ':') {
            skipWord();
            if (position == start + 1) {
                return token(Kind.INVALID, start);
            }
            return token(c == '#' ? Kind.NAME_PLACEHOLDER : Kind.VALUE_PLACEHOLDER, start);
        }
        if ((c == '<' && (peek('=') || peek('>'))) || (c == '>' && peek('='))) {
            position++;
            return token(Kind.SYMBOL, start);
        }
        return token("()[].,=<>+-".indexOf(c) >= 0 ? Kind.SYMBOL : Kind.INVALID, start);
    }

    private Token token(Kind kind, int start) {
        return new Token(kind, text.substring(start, position), start, position);
    }

    private boolean peek(char c) {
        return position < text.length() && text.charAt(position) == c;
    }

    private void skipWord() {
        while (position < text.length() && isWord(text.charAt(position))) {
            position++;
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    public static boolean isWord(char c) {
        return isLetter(c) || isDigit(c) || c == '_';
    }
}
