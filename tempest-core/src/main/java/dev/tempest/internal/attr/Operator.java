package dev.tempest.internal.attr;

/** Compares two values. */
public enum Operator {
    EQ("=", "eq"),
    NE("<>", "ne"),
    LT("<", "lt"),
    LE("<=", "le"),
    GT(">", "gt"),
    GE(">=", "ge");

    private final String symbol;
    private final String method;

    Operator(String symbol, String method) {
        this.symbol = symbol;
        this.method = method;
    }

    /** As DynamoDB writes it. */
    public String symbol() {
        return symbol;
    }

    /** What it is called in Java. */
    public String method() {
        return method;
    }

    /** Whether it asks for an order, and not just for equality. */
    public boolean isOrdering() {
        return this != EQ && this != NE;
    }
}
