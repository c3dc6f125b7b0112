package dev.tempest.soak.access;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBDeleteExpression;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBSaveExpression;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTransactionWriteExpression;
import com.amazonaws.services.dynamodbv2.model.ComparisonOperator;
import com.amazonaws.services.dynamodbv2.model.ExpectedAttributeValue;
import dev.tempest.soak.item.Entry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A condition on what is stored, for either SDK.
 *
 * @param terms what must hold, all of it
 */
public record Condition(List<Term> terms) {
    /** That there is an item. */
    public static final Condition EXISTS = new Condition(List.of());

    /**
     * What an attribute must be.
     *
     * @param value a text or a number; null for no attribute
     */
    private record Term(String attribute, @Nullable Object value) {
        String text() {
            return value == null ? "attribute_not_exists(#" + attribute + ")" : "#" + attribute + " = :" + attribute;
        }
    }

    /** That there is none. */
    public static Condition absent() {
        return new Condition(List.of(new Term("partition_key", null)));
    }

    /** That the item is the very one that was read. */
    public static Condition unchanged(Entry<?> read) {
        return new Condition(List.of(new Term("note", read.note()), new Term("total", read.total())));
    }

    /** That the version, which writers look after, is still the one that was read. */
    public static Condition version(@Nullable Long version) {
        return new Condition(List.of(new Term("version", version)));
    }

    private String text() {
        return terms.isEmpty()
                ? "attribute_exists(partition_key)"
                : String.join(" AND ", terms.stream().map(Term::text).toList());
    }

    public Expression expression() {
        Expression.Builder expression = Expression.builder().expression(text());
        for (Term term : terms) {
            expression.putExpressionName("#" + term.attribute(), term.attribute());
            Object value = term.value();
            if (value != null) {
                expression.putExpressionValue(
                        ":" + term.attribute(),
                        value instanceof Long number
                                ? AttributeValue.fromN(number.toString())
                                : AttributeValue.fromS(value.toString()));
            }
        }
        return expression.build();
    }

    DynamoDBSaveExpression saveExpression() {
        DynamoDBSaveExpression expression = new DynamoDBSaveExpression();
        expected().forEach(expression::withExpectedEntry);
        return expression;
    }

    DynamoDBDeleteExpression deleteExpression() {
        DynamoDBDeleteExpression expression = new DynamoDBDeleteExpression();
        expected().forEach(expression::withExpectedEntry);
        return expression;
    }

    public DynamoDBTransactionWriteExpression transactionExpression() {
        DynamoDBTransactionWriteExpression expression =
                new DynamoDBTransactionWriteExpression().withConditionExpression(text());
        Map<String, String> names = new HashMap<>();
        Map<String, com.amazonaws.services.dynamodbv2.model.AttributeValue> values = new HashMap<>();
        for (Term term : terms) {
            names.put("#" + term.attribute(), term.attribute());
            Object value = term.value();
            if (value != null) {
                values.put(":" + term.attribute(), v1(value));
            }
        }
        if (!names.isEmpty()) {
            expression.withExpressionAttributeNames(names);
        }
        if (!values.isEmpty()) {
            expression.withExpressionAttributeValues(values);
        }
        return expression;
    }

    private Map<String, ExpectedAttributeValue> expected() {
        Map<String, ExpectedAttributeValue> expected = new HashMap<>();
        for (Term term : terms) {
            Object value = term.value();
            expected.put(
                    term.attribute(),
                    value == null
                            ? new ExpectedAttributeValue(false)
                            : new ExpectedAttributeValue()
                                    .withComparisonOperator(ComparisonOperator.EQ)
                                    .withAttributeValueList(v1(value)));
        }
        return expected;
    }

    private static com.amazonaws.services.dynamodbv2.model.AttributeValue v1(Object value) {
        com.amazonaws.services.dynamodbv2.model.AttributeValue made =
                new com.amazonaws.services.dynamodbv2.model.AttributeValue();
        return value instanceof Long number ? made.withN(number.toString()) : made.withS(value.toString());
    }
}
