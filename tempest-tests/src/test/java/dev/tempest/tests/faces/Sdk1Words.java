package dev.tempest.tests.faces;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBDeleteExpression;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.ConsistentReads;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBSaveExpression;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTransactionWriteExpression;
import com.amazonaws.services.dynamodbv2.model.AmazonDynamoDBException;
import com.amazonaws.services.dynamodbv2.model.ExpectedAttributeValue;
import dev.tempest.UnprocessedKeysException;
import dev.tempest.sdk1.FilterExpression;
import dev.tempest.sdk2.BatchLoadConfig;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.ScanConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The tests' requests in the types of SDK 1.x, and its answers and refusals in those of the tests. */
final class Sdk1Words {
    private static final Pattern EQUALITY = Pattern.compile("(\\S+) = (\\S+)");

    private Sdk1Words() {}

    private static com.amazonaws.services.dynamodbv2.model.AttributeValue value(AttributeValue value) {
        return switch (value.type()) {
            case S -> new com.amazonaws.services.dynamodbv2.model.AttributeValue(value.s());
            case N -> new com.amazonaws.services.dynamodbv2.model.AttributeValue().withN(value.n());
            default -> throw new UnsupportedOperationException(value.toString());
        };
    }

    private static Map<String, String> names(Expression expression) {
        return expression.expressionNames() == null ? Map.of() : expression.expressionNames();
    }

    private static Map<String, com.amazonaws.services.dynamodbv2.model.AttributeValue> values(Expression expression) {
        Map<String, com.amazonaws.services.dynamodbv2.model.AttributeValue> values = new HashMap<>();
        if (expression.expressionValues() != null) {
            expression.expressionValues().forEach((name, value) -> values.put(name, value(value)));
        }
        return values;
    }

    private static FilterExpression filter(Expression expression) {
        return expression == null
                ? null
                : new FilterExpression(expression.expression(), names(expression), values(expression));
    }

    /** Saves know the old kind of conditions only, of which the tests need one. */
    static DynamoDBSaveExpression ofSave(Expression expression) {
        Matcher equality = EQUALITY.matcher(expression.expression());
        if (!equality.matches()) {
            throw new UnsupportedOperationException(expression.expression());
        }
        String name = names(expression).getOrDefault(equality.group(1), equality.group(1));
        return new DynamoDBSaveExpression()
                .withExpectedEntry(
                        name, new ExpectedAttributeValue(values(expression).get(equality.group(2))));
    }

    static DynamoDBDeleteExpression ofDelete(Expression expression) {
        return new DynamoDBDeleteExpression()
                .withConditionExpression(expression.expression())
                .withExpressionAttributeNames(names(expression))
                .withExpressionAttributeValues(values(expression));
    }

    static DynamoDBTransactionWriteExpression ofTransaction(Expression expression) {
        return expression == null
                ? null
                : new DynamoDBTransactionWriteExpression()
                        .withConditionExpression(expression.expression())
                        .withExpressionAttributeNames(names(expression))
                        .withExpressionAttributeValues(values(expression));
    }

    static ConsistentReads reads(boolean consistent) {
        return consistent ? ConsistentReads.CONSISTENT : ConsistentReads.EVENTUAL;
    }

    private static com.amazonaws.services.dynamodbv2.model.ReturnConsumedCapacity wish(ReturnConsumedCapacity wish) {
        return wish == null
                ? null
                : com.amazonaws.services.dynamodbv2.model.ReturnConsumedCapacity.fromValue(wish.toString());
    }

    static dev.tempest.sdk1.QueryConfig config(QueryConfig config) {
        return dev.tempest.sdk1.QueryConfig.builder()
                .asc(config.asc())
                .pageSize(config.pageSize())
                .consistentRead(config.consistentRead())
                .filterExpression(filter(config.filterExpression()))
                .returnConsumedCapacity(wish(config.returnConsumedCapacity()))
                .onUnreadableItem(config.onUnreadableItem())
                .build();
    }

    static dev.tempest.sdk1.ScanConfig config(ScanConfig config) {
        return dev.tempest.sdk1.ScanConfig.builder()
                .pageSize(config.pageSize())
                .consistentRead(config.consistentRead())
                .filterExpression(filter(config.filterExpression()))
                .workerId(config.workerId())
                .returnConsumedCapacity(wish(config.returnConsumedCapacity()))
                .onUnreadableItem(config.onUnreadableItem())
                .build();
    }

    static dev.tempest.sdk1.BatchLoadConfig config(BatchLoadConfig config) {
        return dev.tempest.sdk1.BatchLoadConfig.builder()
                .consistentReads(reads(config.consistentRead()))
                .maxPageSize(config.maxPageSize())
                .returnConsumedCapacity(wish(config.returnConsumedCapacity()))
                .build();
    }

    static dev.tempest.sdk1.BatchWriteSet writeSet(BatchWriteSet set) {
        dev.tempest.sdk1.BatchWriteSet.Builder builder = dev.tempest.sdk1.BatchWriteSet.builder();
        for (BatchWriteSet.Operation operation : set.operations()) {
            if (operation instanceof BatchWriteSet.Clobber clobber) {
                builder.clobber(clobber.item());
            } else if (operation instanceof BatchWriteSet.Delete delete) {
                builder.delete(delete.key());
            }
        }
        return (set.ignoreVersions() ? builder.ignoreVersions() : builder).build();
    }

    static <K, I> Page<K, I> page(dev.tempest.sdk1.Page<K, I> page) {
        return new Page<>(page.contents(), page.offset(), page.scannedCount(), capacity(page.consumedCapacity()));
    }

    static ConsumedCapacity capacity(com.amazonaws.services.dynamodbv2.model.ConsumedCapacity capacity) {
        return capacity == null
                ? null
                : ConsumedCapacity.builder()
                        .tableName(capacity.getTableName())
                        .capacityUnits(capacity.getCapacityUnits())
                        .build();
    }

    /** What a call gives; what it throws has the type of SDK 2.x that goes by the same name, and is the cause. */
    static <T> T answer(Supplier<T> call) {
        try {
            return call.get();
        } catch (RuntimeException e) {
            throw refusal(e);
        }
    }

    static RuntimeException refusal(RuntimeException e) {
        String message = e.getMessage();
        if (e instanceof com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException) {
            return ConditionalCheckFailedException.builder()
                    .message(message)
                    .cause(e)
                    .build();
        }
        if (e instanceof com.amazonaws.services.dynamodbv2.model.TransactionCanceledException cancelled) {
            return TransactionCanceledException.builder()
                    .cancellationReasons(reasons(cancelled))
                    .message(message)
                    .cause(e)
                    .build();
        }
        if (e instanceof com.amazonaws.services.dynamodbv2.model.IdempotentParameterMismatchException) {
            return IdempotentParameterMismatchException.builder()
                    .message(message)
                    .cause(e)
                    .build();
        }
        if (e instanceof AmazonDynamoDBException) {
            return DynamoDbException.builder().message(message).cause(e).build();
        }
        if (e instanceof UnprocessedKeysException partial
                && partial.getCause() instanceof com.amazonaws.AmazonClientException cause) {
            return new UnprocessedKeysException(
                    partial.tableName(), message, partial.loadedItems(), partial.unprocessedKeys(), refusal(cause));
        }
        return e instanceof com.amazonaws.SdkClientException ? SdkClientException.create(message, e) : e;
    }

    private static List<CancellationReason> reasons(
            com.amazonaws.services.dynamodbv2.model.TransactionCanceledException cancelled) {
        return cancelled.getCancellationReasons().stream()
                .map(reason -> CancellationReason.builder()
                        .code(reason.getCode())
                        .message(reason.getMessage())
                        .build())
                .toList();
    }
}
