package dev.tempest.internal.expression;

import java.nio.charset.StandardCharsets;

/** What DynamoDB takes in one expression, whoever has written its parts. */
final class ExpressionLimits {
    static final int BYTES = 4_096;

    private static final int OPERATORS = 300;

    /** With one more than 300 operators, an expression is longer than this: {@code a<b OR } are seven characters for two. */
    private static final int SURELY_FEW_OPERATORS = 1_000;

    private ExpressionLimits() {}

    /**
     * A condition or filter, complete.
     *
     * @throws IllegalArgumentException if DynamoDB does not take it
     */
    static String requireCondition(String text) {
        if (text.length() > SURELY_FEW_OPERATORS) {
            requireBytes(text, "condition", "Leave some of it out");
            int operators = operators(text);
            if (operators > OPERATORS) {
                throw new IllegalArgumentException("The condition has " + operators
                        + " operators and functions, with those that the library adds, and DynamoDB takes " + OPERATORS
                        + " in one expression. Leave some out, or replace comparisons with eq by in.");
            }
        }
        return text;
    }

    /**
     * The actions of an update, complete.
     *
     * @throws IllegalArgumentException if DynamoDB does not take them
     */
    static String requireUpdate(String text) {
        if (text.length() > SURELY_FEW_OPERATORS) {
            requireBytes(text, "update expression", "Write fewer attributes at once, or save the whole item");
        }
        return text;
    }

    private static void requireBytes(String text, String what, String remedy) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > BYTES) {
            throw new IllegalArgumentException("The " + what + " has " + bytes
                    + " bytes, with what the library adds, and DynamoDB takes " + BYTES + " in one expression. "
                    + remedy
                    + ".");
        }
    }

    /** The operators and functions, as DynamoDB counts them. */
    static int operators(String text) {
        int count = 0;
        boolean isInRange = false;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '=' || c == '<' || c == '>') {
                count++;
                at = endOf(text, at, ExpressionLimits::isComparator);
            } else if (isWord(c)) {
                int end = endOf(text, at, ExpressionLimits::isWord);
                boolean isAndOfRange = isInRange && isKeyword(text, at, end, "AND");
                if (isKeyword(text, at, end, "BETWEEN")) {
                    isInRange = true;
                    count++;
                } else if (isAndOfRange) {
                    isInRange = false;
                } else if (isOperator(text, at, end) || isFunction(text, at, end)) {
                    count++;
                }
                at = end;
            } else {
                at++;
            }
        }
        return count;
    }

    @FunctionalInterface
    private interface Part {
        boolean has(char c);
    }

    private static int endOf(String text, int start, Part part) {
        int end = start;
        while (end < text.length() && part.has(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isComparator(char c) {
        return c == '=' || c == '<' || c == '>';
    }

    /** Placeholders are words that begin with a character of their own. */
    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '#' || c == ':';
    }

    private static boolean isKeyword(String text, int start, int end, String keyword) {
        return end - start == keyword.length() && text.regionMatches(true, start, keyword, 0, keyword.length());
    }

    private static boolean isOperator(String text, int start, int end) {
        return isKeyword(text, start, end, "AND")
                || isKeyword(text, start, end, "OR")
                || isKeyword(text, start, end, "NOT")
                || isKeyword(text, start, end, "IN");
    }

    private static boolean isFunction(String text, int start, int end) {
        int next = endOf(text, end, Character::isWhitespace);
        char first = text.charAt(start);
        return first != '#' && first != ':' && next < text.length() && text.charAt(next) == '(';
    }
}
