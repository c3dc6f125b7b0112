package dev.tempest.local.internal.expression;

import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.value.AttributeValue;
import dev.tempest.local.internal.value.AttributeValue.BinarySet;
import dev.tempest.local.internal.value.AttributeValue.NumberSet;
import dev.tempest.local.internal.value.AttributeValue.Numeric;
import dev.tempest.local.internal.value.AttributeValue.TextSet;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One change of an update. */
sealed interface UpdateAction {
    Path path();

    /** What the path leads to afterwards, for an item that had these attributes; null if it leads to nothing. */
    @Nullable AttributeValue result(Map<String, AttributeValue> attributes);

    private static ServiceException wrongType(boolean legacy) {
        return legacy ? ServiceException.validation("Type mismatch for attribute to update") : Operand.wrongType();
    }

    record Set(Path path, Operand operand) implements UpdateAction {
        @Override
        public AttributeValue result(Map<String, AttributeValue> attributes) {
            return Operand.required(operand, attributes);
        }
    }

    record Remove(Path path) implements UpdateAction {
        @Override
        public @Nullable AttributeValue result(Map<String, AttributeValue> attributes) {
            return null;
        }
    }

    /** Adds to a number or a set. */
    record Add(Path path, AttributeValue value, boolean legacy) implements UpdateAction {
        @Override
        public AttributeValue result(Map<String, AttributeValue> attributes) {
            AttributeValue old = path.in(attributes);
            if (old == null) {
                return value;
            }
            if (old instanceof Numeric a && value instanceof Numeric b) {
                return new Numeric(a.value().plus(b.value()));
            }
            if (old instanceof TextSet a && value instanceof TextSet b) {
                return new TextSet(union(a.values(), b.values()));
            }
            if (old instanceof NumberSet a && value instanceof NumberSet b) {
                return new NumberSet(union(a.values(), b.values()));
            }
            if (old instanceof BinarySet a && value instanceof BinarySet b) {
                return new BinarySet(union(a.values(), b.values()));
            }
            throw wrongType(legacy);
        }

        private static <T> java.util.Set<T> union(java.util.Set<T> old, java.util.Set<T> added) {
            java.util.Set<T> union = new LinkedHashSet<>(old);
            union.addAll(added);
            return Collections.unmodifiableSet(union);
        }
    }

    /** Takes elements out of a set. No set is empty: what would be goes. */
    record Delete(Path path, AttributeValue value, boolean legacy) implements UpdateAction {
        @Override
        public @Nullable AttributeValue result(Map<String, AttributeValue> attributes) {
            AttributeValue old = path.in(attributes);
            if (old == null) {
                return null;
            }
            if (old instanceof TextSet a && value instanceof TextSet b) {
                java.util.Set<String> rest = difference(a.values(), b.values());
                return rest.isEmpty() ? null : new TextSet(rest);
            }
            if (old instanceof NumberSet a && value instanceof NumberSet b) {
                var rest = difference(a.values(), b.values());
                return rest.isEmpty() ? null : new NumberSet(rest);
            }
            if (old instanceof BinarySet a && value instanceof BinarySet b) {
                var rest = difference(a.values(), b.values());
                return rest.isEmpty() ? null : new BinarySet(rest);
            }
            throw wrongType(legacy);
        }

        private static <T> java.util.Set<T> difference(java.util.Set<T> old, java.util.Set<T> removed) {
            java.util.Set<T> rest = new LinkedHashSet<>(old);
            rest.removeAll(removed);
            return Collections.unmodifiableSet(rest);
        }
    }
}
