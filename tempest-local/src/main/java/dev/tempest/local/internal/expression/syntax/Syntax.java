package dev.tempest.local.internal.expression.syntax;

import java.util.List;

/** A node of a parsed expression, whose names and values are still placeholders. */
public record Syntax(Kind kind, String text, List<Syntax> parts) {
    public enum Kind {
        /** A document path; its parts are names and indexes. */
        PATH,
        NAME,
        INDEX,
        VALUE,
        FUNCTION,
        /** One of {@code = <> < <= > >=}. */
        COMPARISON,
        BETWEEN,
        IN,
        AND,
        OR,
        NOT,
        /** One of {@code + -} in an update. */
        ARITHMETIC,
        /** An assignment of an update: a path and a value. */
        SET,
        REMOVE,
        ADD,
        DELETE
    }

    static Syntax of(Kind kind, String text, Syntax... parts) {
        return new Syntax(kind, text, List.of(parts));
    }

    /** Whether this can stand where a value is expected. */
    boolean isOperand() {
        return kind == Kind.PATH || kind == Kind.VALUE || kind == Kind.FUNCTION;
    }

    /** Whether this is a condition, or a function, which only its name can say. */
    boolean isCondition() {
        return switch (kind) {
            case COMPARISON, BETWEEN, IN, AND, OR, NOT, FUNCTION -> true;
            default -> false;
        };
    }

    public Syntax part(int index) {
        return parts.get(index);
    }
}
