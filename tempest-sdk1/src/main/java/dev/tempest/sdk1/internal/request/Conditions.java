package dev.tempest.sdk1.internal.request;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTransactionWriteExpression;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.ReturnValuesOnConditionCheckFailure;
import dev.tempest.internal.expression.Clause;
import dev.tempest.sdk1.FilterExpression;
import org.jspecify.annotations.Nullable;

/** From the SDK's expressions to conditions, and what of these several operations need. */
public final class Conditions {
    private Conditions() {}

    /** What a failed condition is to bring with it; null without a condition. */
    public static @Nullable String oldItemFor(@Nullable Object condition) {
        return condition == null ? null : ReturnValuesOnConditionCheckFailure.ALL_OLD.toString();
    }

    /** A caller's condition in a transaction; null for none. */
    public static @Nullable Clause<AttributeValue> of(@Nullable DynamoDBTransactionWriteExpression expression) {
        return expression == null || expression.getConditionExpression() == null
                ? null
                : new Clause.Text<>(
                        expression.getConditionExpression(),
                        expression.getExpressionAttributeNames(),
                        expression.getExpressionAttributeValues());
    }

    /** A caller's filter; null for none. */
    public static @Nullable Clause<AttributeValue> of(@Nullable FilterExpression filter) {
        return filter == null
                ? null
                : new Clause.Text<>(filter.expression(), filter.attributeNames(), filter.attributeValues());
    }
}
