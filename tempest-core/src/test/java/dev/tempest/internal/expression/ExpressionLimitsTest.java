package dev.tempest.internal.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What DynamoDB takes in one expression. */
class ExpressionLimitsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a = :b                                          | 1",
                "a <> :b AND c >= :d                             | 3",
                "a BETWEEN :b AND :c AND d < :e                  | 3",
                "NOT (a IN (:b, :c)) or #and = :or               | 4",
                "size(a) > :b and attribute_exists (#t0.b[1])    | 4",
                "begins_with(#not, :in) OR contains(a, :between) | 3"
            })
    void countsOperatorsAndFunctions(String expression, int operators) {
        assertThat(ExpressionLimits.operators(expression)).isEqualTo(operators);
    }

    @Test
    void refusesWhatIsLongerThanDynamoDbTakes() {
        String longest = "a = :" + "x".repeat(4_091);
        assertThat(ExpressionLimits.requireCondition(longest)).isEqualTo(longest);
        assertThatThrownBy(() -> ExpressionLimits.requireCondition(longest + "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The condition has 4097 bytes, with what the library adds, and DynamoDB takes 4096 in one"
                        + " expression. Leave some of it out.");
        assertThatThrownBy(() -> ExpressionLimits.requireUpdate("SET a = :" + "x".repeat(4_096)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The update expression has 4105 bytes, with what the library adds, and DynamoDB takes 4096 in"
                                + " one expression. Write fewer attributes at once, or save the whole item.");
    }
}
