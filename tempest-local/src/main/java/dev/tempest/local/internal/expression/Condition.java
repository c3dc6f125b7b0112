package dev.tempest.local.internal.expression;

import dev.tempest.local.internal.value.AttributeValue;
import dev.tempest.local.internal.value.DataType;
import dev.tempest.local.internal.value.Values;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** A condition on an item. An item that does not exist has no attributes. */
public interface Condition {
    boolean test(Map<String, AttributeValue> attributes);

    static Condition all(List<Condition> conditions) {
        return attributes -> conditions.stream().allMatch(condition -> condition.test(attributes));
    }

    static Condition any(List<Condition> conditions) {
        return attributes -> conditions.stream().anyMatch(condition -> condition.test(attributes));
    }

    static Condition not(Condition condition) {
        return attributes -> !condition.test(attributes);
    }

    static Condition exists(Path path) {
        return attributes -> path.in(attributes) != null;
    }

    static Condition hasType(Operand operand, DataType type) {
        return attributes -> {
            AttributeValue value = operand.evaluate(attributes);
            return value != null && value.type() == type;
        };
    }

    static Condition in(Operand operand, List<Operand> candidates) {
        return attributes -> {
            AttributeValue value = operand.evaluate(attributes);
            return value != null
                    && candidates.stream().anyMatch(candidate -> value.equals(candidate.evaluate(attributes)));
        };
    }

    static Condition between(Operand operand, Operand low, Operand high) {
        return attributes -> {
            AttributeValue value = operand.evaluate(attributes);
            return Comparison.GE.test(value, low.evaluate(attributes))
                    && Comparison.LE.test(value, high.evaluate(attributes));
        };
    }

    /** A relation of two values, of which neither need be there. */
    @FunctionalInterface
    interface Relation {
        boolean test(@Nullable AttributeValue left, @Nullable AttributeValue right);

        /** The relation of two values that are both there. */
        static Relation ofPresent(BiPredicate<AttributeValue, AttributeValue> relation) {
            return (left, right) -> left != null && right != null && relation.test(left, right);
        }
    }

    static Condition of(Operand left, Relation relation, Operand right) {
        return attributes -> relation.test(left.evaluate(attributes), right.evaluate(attributes));
    }

    /** The six comparisons. Values that are not there are equal to nothing, and different from everything. */
    enum Comparison implements Relation {
        EQ("="),
        NE("<>"),
        LT("<"),
        LE("<="),
        GT(">"),
        GE(">=");

        private static final Set<Comparison> EQUALITIES = Set.of(EQ, NE);

        private final String symbol;

        Comparison(String symbol) {
            this.symbol = symbol;
        }

        static Comparison of(String symbol) {
            for (Comparison comparison : values()) {
                if (comparison.symbol.equals(symbol)) {
                    return comparison;
                }
            }
            throw new IllegalArgumentException(symbol);
        }

        boolean isOrder() {
            return !EQUALITIES.contains(this);
        }

        /** The same comparison with its operands exchanged. */
        Comparison flipped() {
            return switch (this) {
                case LT -> GT;
                case LE -> GE;
                case GT -> LT;
                case GE -> LE;
                default -> this;
            };
        }

        @Override
        public boolean test(@Nullable AttributeValue left, @Nullable AttributeValue right) {
            if (this == NE) {
                return left == null || !left.equals(right);
            }
            if (left == null || right == null) {
                return false;
            }
            if (this == EQ) {
                return left.equals(right);
            }
            return Values.isComparable(left, right) && ordered(Values.compare(left, right));
        }

        private boolean ordered(int order) {
            return switch (this) {
                case LT -> order < 0;
                case LE -> order <= 0;
                case GT -> order > 0;
                case GE -> order >= 0;
                default -> throw new IllegalStateException(name());
            };
        }
    }
}
