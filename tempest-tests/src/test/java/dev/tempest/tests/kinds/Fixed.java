package dev.tempest.tests.kinds;

import java.util.Objects;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbImmutable;

/** An immutable class within an item. */
@DynamoDbImmutable(builder = Fixed.Builder.class)
public final class Fixed {
    private final String text;
    private final Double number;

    private Fixed(Builder builder) {
        this.text = builder.text;
        this.number = builder.number;
    }

    public static Builder builder() {
        return new Builder();
    }

    public String text() {
        return text;
    }

    public Double number() {
        return number;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fixed fixed && Objects.equals(text, fixed.text) && Objects.equals(number, fixed.number);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text, number);
    }

    @Override
    public String toString() {
        return "Fixed[" + text + ", " + number + "]";
    }

    public static final class Builder {
        private String text;
        private Double number;

        public Builder text(String text) {
            this.text = text;
            return this;
        }

        public Builder number(Double number) {
            this.number = number;
            return this;
        }

        public Fixed build() {
            return new Fixed(this);
        }
    }
}
