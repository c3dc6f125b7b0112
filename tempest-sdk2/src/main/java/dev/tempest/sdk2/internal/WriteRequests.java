package dev.tempest.sdk2.internal;

import dev.tempest.sdk2.ConditionalWrites;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Sends single puts and deletes, as requests of their own or as transactions, and tells how it went. An exchange may be
 * sent again: it is the same write then.
 *
 * @param <I> the item type
 */
final class WriteRequests<I> {
    private static final int SERVER_ERROR = 500;

    private final Table<?> table;
    private final ItemEncoder<I> encoder;

    WriteRequests(Table<?> table, ItemEncoder<I> encoder) {
        this.table = table;
        this.encoder = encoder;
    }

    Exchange<?, ?, Attempt<I>> put(Write<I> write, ConditionalWrites mode) {
        if (isTransaction(write, mode)) {
            return transaction(putInTransaction(write), write);
        }
        PutItemRequest.Builder request =
                PutItemRequest.builder().tableName(table.name()).item(write.row());
        Expression condition = write.condition();
        if (condition != null) {
            request.conditionExpression(condition.expression())
                    .expressionAttributeNames(Conditions.names(condition))
                    .expressionAttributeValues(Conditions.values(condition))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
        }
        return new Exchange<>(
                Command.putItem(), request.build(), response -> done(write, write.result()), WriteRequests::failure);
    }

    /**
     * A write of a part of an item.
     *
     * @param isTransaction whether it is sent as a transaction, which does not return what is stored
     * @param answer what a response means that holds the whole item as it is stored; null if the result is known beforehand
     */
    <T> Exchange<?, ?, Attempt<T>> update(
            Write<T> write, UpdateText text, boolean isTransaction, @Nullable Function<UpdateItemResponse, T> answer) {
        if (isTransaction) {
            return transaction(updateInTransaction(write, text), write);
        }
        UpdateItemRequest request = UpdateItemRequest.builder()
                .tableName(table.name())
                .key(table.schema().table().requireKey(write.row()))
                .updateExpression(text.expression())
                .conditionExpression(text.condition())
                .expressionAttributeNames(text.names())
                .expressionAttributeValues(text.values())
                .returnValues(answer == null ? null : ReturnValue.ALL_NEW)
                .returnValuesOnConditionCheckFailure(
                        text.condition() == null ? null : ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
        return new Exchange<>(
                Command.updateItem(),
                request,
                response -> done(write, answer == null ? write.result() : answer.apply(response)),
                WriteRequests::failure);
    }

    TransactWriteItem updateInTransaction(Write<?> write, UpdateText text) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table.name())
                        .key(table.schema().table().requireKey(write.row()))
                        .updateExpression(text.expression())
                        .conditionExpression(text.condition())
                        .expressionAttributeNames(text.names())
                        .expressionAttributeValues(text.values())
                        .returnValuesOnConditionCheckFailure(
                                text.condition() == null ? null : ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    Exchange<?, ?, Attempt<@Nullable I>> delete(Write<@Nullable I> write, ConditionalWrites mode) {
        if (isTransaction(write, mode)) {
            return transaction(deleteInTransaction(write), write);
        }
        DeleteItemRequest.Builder request = DeleteItemRequest.builder()
                .tableName(table.name())
                .key(write.row())
                .returnValues(ReturnValue.ALL_OLD);
        Expression condition = write.condition();
        if (condition != null) {
            request.conditionExpression(condition.expression())
                    .expressionAttributeNames(Conditions.names(condition))
                    .expressionAttributeValues(Conditions.values(condition))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
        }
        return new Exchange<>(
                Command.deleteItem(),
                request.build(),
                response -> deleted(write, response),
                e -> WriteRequests.<@Nullable I>failure(e));
    }

    @SuppressWarnings("NullAway") // Not every mode of it knows that the type argument is nullable.
    private Attempt<@Nullable I> deleted(Write<@Nullable I> write, DeleteItemResponse response) {
        return done(write, response.hasAttributes() ? encoder.read(response.attributes()) : null);
    }

    private static boolean isTransaction(Write<?> write, ConditionalWrites mode) {
        return mode == ConditionalWrites.TRANSACTIONAL && write.isGuarded();
    }

    TransactWriteItem putInTransaction(Write<?> write) {
        Expression condition = write.condition();
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table.name())
                        .item(write.row())
                        .conditionExpression(Conditions.text(condition))
                        .expressionAttributeNames(Conditions.names(condition))
                        .expressionAttributeValues(Conditions.values(condition))
                        .returnValuesOnConditionCheckFailure(
                                condition == null ? null : ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    TransactWriteItem deleteInTransaction(Write<?> write) {
        Expression condition = write.condition();
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table.name())
                        .key(write.row())
                        .conditionExpression(Conditions.text(condition))
                        .expressionAttributeNames(Conditions.names(condition))
                        .expressionAttributeValues(Conditions.values(condition))
                        .returnValuesOnConditionCheckFailure(
                                condition == null ? null : ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    private <T extends @Nullable Object> Exchange<?, ?, Attempt<T>> transaction(
            TransactWriteItem operation, Write<T> write) {
        TransactWriteItemsRequest request = TransactWriteItemsRequest.builder()
                .transactItems(operation)
                .clientRequestToken(UUID.randomUUID().toString())
                .build();
        Function<RuntimeException, Attempt<T>> failed = e -> e instanceof TransactionCanceledException cancelled
                ? failureIn(cancelled)
                : new Attempt.Failed<>(e, isCertainlyNotDone(e));
        return new Exchange<>(Command.transactWriteItems(), request, response -> done(write, write.result()), failed);
    }

    private <T extends @Nullable Object> Attempt<T> done(Write<?> write, T result) {
        Write.Trace trace = write.trace();
        if (trace != null) {
            encoder.release(trace);
        }
        return new Attempt.Done<>(result);
    }

    private static <T extends @Nullable Object> Attempt<T> failure(RuntimeException e) {
        return e instanceof ConditionalCheckFailedException refusal
                ? new Attempt.Refused<>(refusal, isSentOnce(refusal), false)
                : new Attempt.Failed<>(e, isCertainlyNotDone(e));
    }

    /** Whether the last try, whose failure this is, was the only one; the SDK may not tell. */
    static boolean isSentOnce(SdkException e) {
        Integer attempts = e.numAttempts();
        return attempts != null && attempts == 1;
    }

    static boolean isCertainlyNotDone(RuntimeException e) {
        if (FailureKind.of(e) == FailureKind.NOT_SENT) {
            return true;
        }
        return e instanceof AwsServiceException refusal
                && isSentOnce(refusal)
                && refusal.statusCode() < SERVER_ERROR
                && !(e instanceof TransactionInProgressException);
    }

    /**
     * Why the one operation of a transaction failed, as it would by itself. An earlier try was not executed: DynamoDB would
     * have recognised this one by its token. But it may still be on its way.
     */
    private static <T extends @Nullable Object> Attempt<T> failureIn(TransactionCanceledException cancelled) {
        CancellationReason reason = cancelled.hasCancellationReasons()
                        && cancelled.cancellationReasons().size() == 1
                ? cancelled.cancellationReasons().get(0)
                : CancellationReason.builder().build();
        String code = reason.code() == null ? "" : reason.code();
        return switch (code) {
            case "ConditionalCheckFailed" -> {
                ConditionalCheckFailedException.Builder refusal = ConditionalCheckFailedException.builder();
                if (reason.hasItem()) {
                    refusal.item(reason.item());
                }
                yield new Attempt.Refused<>(
                        (ConditionalCheckFailedException) like(cancelled, reason, refusal),
                        isSentOnce(cancelled),
                        true);
            }
            case "TransactionConflict" ->
                new Attempt.Failed<>(
                        like(cancelled, reason, TransactionConflictException.builder()), isSentOnce(cancelled));
            case "ThrottlingError", "ProvisionedThroughputExceeded" ->
                new Attempt.Failed<>(
                        like(cancelled, reason, ProvisionedThroughputExceededException.builder()),
                        isSentOnce(cancelled));
            default -> new Attempt.Failed<>(cancelled, isSentOnce(cancelled));
        };
    }

    private static DynamoDbException like(
            TransactionCanceledException cancelled, CancellationReason reason, DynamoDbException.Builder failure) {
        return (DynamoDbException) failure.message(reason.message())
                .awsErrorDetails(cancelled.awsErrorDetails())
                .requestId(cancelled.requestId())
                .statusCode(cancelled.statusCode())
                .numAttempts(cancelled.numAttempts())
                .cause(cancelled)
                .build();
    }
}
