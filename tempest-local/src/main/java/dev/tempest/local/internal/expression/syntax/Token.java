package dev.tempest.local.internal.expression.syntax;

/** A word or symbol of an expression, and where it stands. */
record Token(Kind kind, String text, int start, int end) {
    enum Kind {
        /** A name as it is, or a keyword. */
        NAME,
        /** A name's placeholder, such as {@code #name}. */
        NAME_PLACEHOLDER,
        /** A value's placeholder, such as {@code :value}. */
        VALUE_PLACEHOLDER,
        NUMBER,
        SYMBOL,
        /** A character that no expression holds. */
        INVALID,
        END
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean isKeyword(String keyword) {
        return kind == Kind.NAME && text.equalsIgnoreCase(keyword);
    }
}
