package dev.tempest.sdk1;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A condition on the items of a query or scan. Items that do not meet it are left out after they were read and paid for.
 *
 * @param expression the condition, as DynamoDB writes it: {@code "run_length > :minutes"}
 * @param attributeNames what the expression's {@code #names} stand for
 * @param attributeValues what the expression's {@code :values} stand for
 */
public record FilterExpression(
        String expression, Map<String, String> attributeNames, Map<String, AttributeValue> attributeValues) {
    public FilterExpression {
        Objects.requireNonNull(expression, "expression");
        attributeNames = Map.copyOf(attributeNames);
        attributeValues = Map.copyOf(attributeValues);
    }

    /** A condition without {@code #names}. */
    public FilterExpression(String expression, Map<String, AttributeValue> attributeValues) {
        this(expression, Map.of(), attributeValues);
    }

    /** A builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link FilterExpression}. Not safe for use by several threads. */
    public static final class Builder {
        private String expression = "";
        private final Map<String, String> attributeNames = new HashMap<>();
        private final Map<String, AttributeValue> attributeValues = new HashMap<>();

        /** See {@link FilterExpression#expression()}. */
        public Builder expression(String expression) {
            this.expression = expression;
            return this;
        }

        /** Says what a {@code #name} of the expression stands for. */
        public Builder attributeName(String name, String attribute) {
            attributeNames.put(name, attribute);
            return this;
        }

        /** Says what a {@code :value} of the expression stands for. */
        public Builder attributeValue(String name, AttributeValue value) {
            attributeValues.put(name, value);
            return this;
        }

        /**
         * The condition.
         *
         * @throws IllegalStateException if it has no expression
         */
        public FilterExpression build() {
            if (expression.isEmpty()) {
                throw new IllegalStateException("A FilterExpression needs an expression.");
            }
            return new FilterExpression(expression, attributeNames, attributeValues);
        }
    }
}
