package dev.tempest.internal.attr;

import dev.tempest.Condition;
import dev.tempest.Size;

/** The size of a property's attribute. */
record PropertySize<T>(PropertyPath path) implements Size<T> {
    @Override
    public Condition<T> eq(int size) {
        return compare(Operator.EQ, size);
    }

    @Override
    public Condition<T> ne(int size) {
        return compare(Operator.NE, size);
    }

    @Override
    public Condition<T> lt(int size) {
        return compare(Operator.LT, size);
    }

    @Override
    public Condition<T> le(int size) {
        return compare(Operator.LE, size);
    }

    @Override
    public Condition<T> gt(int size) {
        return compare(Operator.GT, size);
    }

    @Override
    public Condition<T> ge(int size) {
        return compare(Operator.GE, size);
    }

    @Override
    public Condition<T> between(int low, int high) {
        return new Term.SizeBetween<>(path, low, high);
    }

    private Condition<T> compare(Operator operator, int size) {
        return new Term.SizeComparison<>(path, operator, size);
    }
}
