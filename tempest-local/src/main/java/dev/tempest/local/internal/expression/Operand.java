package dev.tempest.local.internal.expression;

import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.value.AttributeValue;
import dev.tempest.local.internal.value.AttributeValue.ListOf;
import dev.tempest.local.internal.value.AttributeValue.Numeric;
import dev.tempest.local.internal.value.DecimalNumber;
import dev.tempest.local.internal.value.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What an expression computes a value by. */
sealed interface Operand {
    /** The value for an item with these attributes; null if it has none. */
    @Nullable AttributeValue evaluate(Map<String, AttributeValue> attributes);

    record Constant(AttributeValue value) implements Operand {
        @Override
        public AttributeValue evaluate(Map<String, AttributeValue> attributes) {
            return value;
        }
    }

    record Document(Path path) implements Operand {
        @Override
        public @Nullable AttributeValue evaluate(Map<String, AttributeValue> attributes) {
            return path.in(attributes);
        }
    }

    record SizeOf(Operand operand) implements Operand {
        @Override
        public @Nullable AttributeValue evaluate(Map<String, AttributeValue> attributes) {
            AttributeValue value = operand.evaluate(attributes);
            OptionalInt length = value == null ? OptionalInt.empty() : Values.length(value);
            return length.isPresent() ? AttributeValue.number(length.getAsInt()) : null;
        }
    }

    record IfNotExists(Path path, Operand otherwise) implements Operand {
        @Override
        public @Nullable AttributeValue evaluate(Map<String, AttributeValue> attributes) {
            AttributeValue value = path.in(attributes);
            return value == null ? otherwise.evaluate(attributes) : value;
        }
    }

    record ListAppend(Operand first, Operand second) implements Operand {
        @Override
        public AttributeValue evaluate(Map<String, AttributeValue> attributes) {
            if (required(first, attributes) instanceof ListOf head
                    && required(second, attributes) instanceof ListOf tail) {
                List<AttributeValue> values = new ArrayList<>(head.values());
                values.addAll(tail.values());
                return new ListOf(Collections.unmodifiableList(values));
            }
            throw wrongType();
        }
    }

    record Arithmetic(boolean plus, Operand left, Operand right) implements Operand {
        @Override
        public AttributeValue evaluate(Map<String, AttributeValue> attributes) {
            if (required(left, attributes) instanceof Numeric a && required(right, attributes) instanceof Numeric b) {
                DecimalNumber result =
                        plus ? a.value().plus(b.value()) : a.value().minus(b.value());
                return new Numeric(result);
            }
            throw wrongType();
        }
    }

    /** The value of an operand of an update, which must have one. */
    static AttributeValue required(Operand operand, Map<String, AttributeValue> attributes) {
        AttributeValue value = operand.evaluate(attributes);
        if (value == null) {
            throw ServiceException.validation(
                    "The provided expression refers to an attribute that does not exist in the item");
        }
        return value;
    }

    static ServiceException wrongType() {
        return ServiceException.validation("An operand in the update expression has an incorrect data type");
    }
}
