package dev.tempest.sdk1.internal.write;

import com.amazonaws.AmazonServiceException;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.model.CancellationReason;
import com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException;
import com.amazonaws.services.dynamodbv2.model.ProvisionedThroughputExceededException;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItem;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItemsRequest;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItemsResult;
import com.amazonaws.services.dynamodbv2.model.TransactionCanceledException;
import com.amazonaws.services.dynamodbv2.model.TransactionConflictException;
import com.amazonaws.services.dynamodbv2.model.TransactionInProgressException;
import dev.tempest.internal.locking.Backoff;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.sdk1.internal.request.Command;
import dev.tempest.sdk1.internal.request.Pause;
import dev.tempest.sdk1.internal.request.Requests;
import dev.tempest.sdk1.internal.request.TryCounter;
import java.util.List;
import java.util.UUID;

/** TransactWriteItems with one operation: a single write that DynamoDB executes once, however often it is sent. */
public final class SingleTransaction {
    public static final Command<TransactWriteItemsRequest, TransactWriteItemsResult> COMMAND = new Command<>(
            "TransactWriteItems",
            true,
            AmazonDynamoDB::transactWriteItems,
            TransactWriteItemsRequest::getReturnConsumedCapacity,
            TransactWriteItemsRequest::setReturnConsumedCapacity,
            TransactWriteItemsResult::getConsumedCapacity);

    private final TransactWriteItemsRequest request;
    private boolean mayBeDone;

    SingleTransaction(TransactWriteItem operation) {
        this.request = new TransactWriteItemsRequest()
                .withTransactItems(operation)
                .withClientRequestToken(UUID.randomUUID().toString());
    }

    /**
     * Sends it until other transactions are no more at work on the item. Fails as a plain write would.
     *
     * @param deadline the latest {@link System#nanoTime()} of another try
     */
    void send(Requests requests, OperationInfo operation, long deadline) {
        for (int failures = 1; ; failures++) {
            TryCounter tries = new TryCounter();
            AmazonServiceException failure;
            try {
                requests.send(operation, COMMAND, request.withGeneralProgressListener(tries), result -> result, e -> e);
                return;
            } catch (TransactionCanceledException e) {
                failure = ofItsOperation(e);
            } catch (TransactionInProgressException e) {
                failure = e;
            }
            boolean mayPass = failure instanceof TransactionConflictException
                    || failure instanceof TransactionInProgressException
                    || failure instanceof ProvisionedThroughputExceededException;
            mayBeDone |= failure instanceof TransactionInProgressException
                    || (!tries.isOne() && (mayPass || failure instanceof ConditionalCheckFailedException));
            long pause = Backoff.after(failures).toMillis();
            if (!mayPass || deadline - System.nanoTime() < pause * 1_000_000) {
                throw failure;
            }
            Pause.of(pause);
        }
    }

    /** Whether there was a try that may have been executed, or still may be, if it failed. */
    boolean mayBeDone() {
        return mayBeDone;
    }

    private static AmazonServiceException ofItsOperation(TransactionCanceledException cancelled) {
        List<CancellationReason> reasons = cancelled.getCancellationReasons();
        if (reasons == null || reasons.size() != 1 || reasons.get(0).getCode() == null) {
            return cancelled;
        }
        CancellationReason reason = reasons.get(0);
        String message = reason.getMessage();
        return switch (reason.getCode()) {
            case "ConditionalCheckFailed" ->
                like(cancelled, new ConditionalCheckFailedException(message).withItem(reason.getItem()));
            case "TransactionConflict" -> like(cancelled, new TransactionConflictException(message));
            case "ThrottlingError", "ProvisionedThroughputExceeded" ->
                like(cancelled, new ProvisionedThroughputExceededException(message));
            default -> cancelled;
        };
    }

    private static AmazonServiceException like(TransactionCanceledException cancelled, AmazonServiceException failure) {
        failure.setErrorCode(failure.getClass().getSimpleName());
        failure.setErrorType(cancelled.getErrorType());
        failure.setServiceName(cancelled.getServiceName());
        failure.setStatusCode(cancelled.getStatusCode());
        failure.setRequestId(cancelled.getRequestId());
        failure.initCause(cancelled);
        return failure;
    }
}
