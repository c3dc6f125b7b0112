package dev.tempest.sdk2.internal.write;

import dev.tempest.sdk2.internal.request.Exchange;
import dev.tempest.sdk2.internal.request.Exchange.Command;
import dev.tempest.sdk2.internal.request.FailureKind;
import dev.tempest.sdk2.internal.write.Write.Attempt;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * TransactWriteItems for one item: a single write of which DynamoDB recognises a second try, and the companion items of its
 * unique values.
 */
public final class SingleTransaction {
    public static final Command<TransactWriteItemsRequest, TransactWriteItemsResponse> COMMAND = new Command<>(
            "TransactWriteItems", true, DynamoDbClient::transactWriteItems, DynamoDbAsyncClient::transactWriteItems);

    private SingleTransaction() {}

    static <T extends @Nullable Object> Exchange<?, ?, Attempt<T>> of(TransactWriteItem operation, Write<T> write) {
        return of(operation, List.of(), write);
    }

    /** @param companions what is done to companion items */
    static <T extends @Nullable Object> Exchange<?, ?, Attempt<T>> of(
            TransactWriteItem operation, List<TransactWriteItem> companions, Write<T> write) {
        List<TransactWriteItem> operations = new ArrayList<>(companions);
        operations.add(0, operation);
        TransactWriteItemsRequest request = TransactWriteItemsRequest.builder()
                .transactItems(operations)
                .clientRequestToken(UUID.randomUUID().toString())
                .build();
        Function<RuntimeException, Attempt<T>> onFailure = e -> e instanceof TransactionCanceledException cancelled
                ? failed(cancelled, operations.size())
                : new Write.Failed<>(e, FailureKind.isCertainlyNotDone(e));
        return new Exchange<>(write.operation(), COMMAND, request, response -> write.done(write.result()), onFailure);
    }

    /**
     * Why the one write failed, as it would on its own. An earlier try was not executed: DynamoDB would have recognised
     * this one by its token. But it may still be on its way.
     */
    private static <T extends @Nullable Object> Attempt<T> failed(TransactionCanceledException cancelled, int size) {
        List<CancellationReason> reasons = cancelled.hasCancellationReasons()
                        && cancelled.cancellationReasons().size() == size
                ? cancelled.cancellationReasons()
                : List.of(CancellationReason.builder().build());
        boolean sentOnce = FailureKind.isSentOnce(cancelled);
        List<CancellationReason> ofCompanions = reasons.subList(1, reasons.size());
        if (!"ConditionalCheckFailed".equals(reasons.get(0).code()) && ClaimMoves.isOfCompanions(ofCompanions)) {
            return new Write.ClaimsFailed<>(cancelled, ofCompanions, sentOnce);
        }
        CancellationReason reason = reasons.stream()
                .filter(each -> each.code() != null && !each.code().equals("None"))
                .findFirst()
                .orElse(reasons.get(0));
        String code = reason.code() == null ? "" : reason.code();
        return switch (code) {
            case "ConditionalCheckFailed" -> {
                ConditionalCheckFailedException.Builder failure = ConditionalCheckFailedException.builder();
                if (reason.hasItem()) {
                    failure.item(reason.item());
                }
                yield new Write.ConditionFailed<>(
                        (ConditionalCheckFailedException) like(cancelled, reason, failure), sentOnce, true);
            }
            case "TransactionConflict" ->
                new Write.Failed<>(like(cancelled, reason, TransactionConflictException.builder()), sentOnce);
            case "ThrottlingError", "ProvisionedThroughputExceeded" ->
                new Write.Failed<>(like(cancelled, reason, ProvisionedThroughputExceededException.builder()), sentOnce);
            default -> new Write.Failed<>(cancelled, sentOnce);
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
