package dev.tempest.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.local.internal.json.JsonReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What conditions mean, and what is wrong with others, in the service's words. */
class ExpressionsTest {
    private static final String VALUES = """
            {':one': {'N': '1'}, ':two': {'N': '2'}, ':five': {'N': '5.0'}, ':s': {'S': 'ab'}, ':x': {'S': 'x'},
             ':bool': {'BOOL': true}, ':list': {'L': [{'N': '1'}, {'S': 'x'}]}, ':set': {'SS': ['b', 'a']},
             ':type': {'S': 'L'}, ':wrong': {'S': 'Q'}}""";

    private final Local local = Local.withThings();

    private String filter(String expression) {
        local.put("things", """
                {'pk': {'S': 'a'}, 'n': {'N': '5'}, 's': {'S': 'abc'}, 'l': {'L': [{'N': '1'}, {'S': 'x'}]},
                 'm': {'M': {'k': {'N': '1'}}}, 'ss': {'SS': ['a', 'b']}, 'b': {'BOOL': true}, 'z': {'NULL': true}}""");
        // Every value is used, so that each expression can have those that it needs.
        String all = "(" + expression + ") AND NOT "
                + "nothing IN (:one, :two, :five, :s, :x, :bool, :list, :set, :type, :wrong)";
        LocalResponse response = local.send(
                "Scan",
                "{'TableName': 'things', 'Select': 'COUNT', 'FilterExpression': '" + all
                        + "', 'ExpressionAttributeValues': " + VALUES + "}");
        String text = Local.text(response);
        return response.status() == 200
                ? text.replaceFirst("\\{'Count':(\\d).*", "$1")
                : JsonReader.read(response.json()).string("message").replace("Invalid FilterExpression: ", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "n = :five | 1",
                "n <> :five | 0",
                "n = :s | 0",
                "n <> :s | 1",
                "absent = :one | 0",
                "absent <> :one | 1",
                "absent <> gone | 1",
                "absent = gone | 0",
                "NOT absent < :one | 1",
                "n > :two AND n <= :five | 1",
                "n < :s | 0",
                "s > :s | 1",
                "n BETWEEN :two AND :five | 1",
                "n BETWEEN :one AND :two | 0",
                "n IN (:one, :five) | 1",
                "n = :one OR n = :five AND b = :bool | 1",
                "(n = :one OR n = :five) AND b <> :bool | 0",
                "NOT n = :one AND NOT (n = :two) | 1",
                "attribute_exists(m.k) AND attribute_not_exists(m.q) | 1",
                "attribute_exists(l[1]) AND attribute_not_exists(l[2]) | 1",
                "attribute_type(l, :type) | 1",
                "begins_with(s, :s) | 1",
                "begins_with(n, :s) | 0",
                "contains(s, :s) AND contains(l, :x) AND NOT contains(ss, :x) | 1",
                "contains(absent, :x) | 0",
                "size(s) > :two AND size(l) = :two AND size(m) = :one AND size(ss) = :two | 1",
                "size(n) = :one | 0",
                "size(absent) = :one | 0",
                "l = :list AND ss = :set | 1",
                "l[1] = :x AND m.k = :one | 1",
                ":five = n | 1",
                "m.k < size(s) | 1",
            })
    void aConditionHolds(String expression, String count) {
        assertThat(filter(expression)).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "n | Syntax error; token: \"AND\", near: \") AND NOT\"",
                "n = | Syntax error; token: \")\", near: \"=) AND\"",
                "n == :one | Syntax error; token: \"=\", near: \"== :one\"",
                "n = 1 | Syntax error; token: \"1\", near: \"= 1)\"",
                "n ! :one | Syntax error; token: \"!\", near: \"n ! :one\"",
                "(n = :one) | The expression has redundant parentheses;",
                "n = :none | An expression attribute value used in expression is not defined; attribute value: :none",
                "#n = :one | An expression attribute name used in the document path is not defined; attribute name: #n",
                "name = :one | Attribute name is a reserved keyword; reserved keyword: name",
                "foo(n) | Invalid function name; function: foo",
                "size(n) | The function is not allowed to be used this way in an expression; function: size",
                "if_not_exists(n, :one) = :one | The function is not allowed in a condition expression; function: if_not_exists",
                "attribute_exists(:one) | Operator or function requires a document path; operator or function: attribute_exists",
                "contains(n) | Incorrect number of operands for operator or function; operator or function: contains, number of operands: 1",
                "n = n | The first operand must be distinct from the remaining operands for this operator or function; operator: =, first operand: [n]",
                "n < :bool | Incorrect operand type for operator or function; operator or function: <, operand type: BOOL",
                "begins_with(s, :one) | Incorrect operand type for operator or function; operator or function: begins_with, operand type: N",
                "attribute_type(s, :wrong) | Invalid attribute type name found; type: Q, valid types: {S,N,B,SS,NS,BS,M,L,NULL,BOOL}",
                "n BETWEEN :two AND :one | The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {N:2}, upper bound operand: AttributeValue: {N:1}",
                "l[99999999999] = :one | List index is not within the allowable range; index: [99999999999]",
            })
    void aConditionIsNone(String expression, String message) {
        assertThat(filter(expression)).isEqualTo(message);
    }

    @Test
    void anExpressionHasItsLimits() {
        assertThat(filter("n = :one" + " OR n = :one".repeat(160)))
                .isEqualTo("The expression contains too many operators; operator count: 301");
        assertThat(filter("n = :one" + " ".repeat(4096)))
                .startsWith("Expression size has exceeded the maximum allowed size; expression size:");
        assertThat(filter("n IN (" + ":one, ".repeat(100) + ":two)"))
                .isEqualTo("The IN operator is provided with too many operands; number of operands: 101");
        assertThat(filter("m" + ".m".repeat(32) + " = :one"))
                .isEqualTo("The document path has too many nesting levels; nesting levels: 33");
    }
}
