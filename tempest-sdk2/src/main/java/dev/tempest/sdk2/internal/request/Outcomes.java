package dev.tempest.sdk2.internal.request;

import dev.tempest.OperationListener.Outcome;
import dev.tempest.OutcomeUnknownException;
import dev.tempest.UnprocessedKeysException;
import dev.tempest.UpdateConflictException;
import dev.tempest.sdk2.BatchWriteException;
import dev.tempest.sdk2.BatchWriteResult;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReplicatedWriteConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** What listeners are told of a result or a failure: never more than its kind. */
public final class Outcomes {
    private Outcomes() {}

    /**
     * The outcome of a failure.
     *
     * @param isWrite whether a request may have been executed all the same
     */
    public static Outcome of(Throwable failure, boolean isWrite) {
        Throwable cause = Futures.toUser(failure);
        if (cause instanceof OutcomeUnknownException) {
            return Outcome.UNKNOWN;
        }
        if (cause instanceof ConditionalCheckFailedException) {
            return Outcome.CONDITION_FAILED;
        }
        if (cause instanceof UpdateConflictException
                || cause instanceof TransactionConflictException
                || cause instanceof ReplicatedWriteConflictException) {
            return Outcome.CONFLICT;
        }
        if (cause instanceof TransactionCanceledException cancelled && cancelled.hasCancellationReasons()) {
            return ofReasons(cancelled.cancellationReasons());
        }
        if (cause instanceof BatchWriteException || cause instanceof UnprocessedKeysException) {
            Throwable reason = cause.getCause();
            return reason == null ? Outcome.THROTTLED : of(reason, false);
        }
        if (FailureKind.of(cause) == FailureKind.THROTTLED) {
            return Outcome.THROTTLED;
        }
        return isWrite && cause instanceof RuntimeException e && !FailureKind.isCertainlyNotDone(e)
                ? Outcome.UNKNOWN
                : Outcome.FAILED;
    }

    private static Outcome ofReasons(List<CancellationReason> reasons) {
        Outcome outcome = Outcome.FAILED;
        for (CancellationReason reason : reasons) {
            switch (reason.code() == null ? "" : reason.code()) {
                case "ConditionalCheckFailed" -> {
                    return Outcome.CONDITION_FAILED;
                }
                case "TransactionConflict" -> outcome = Outcome.CONFLICT;
                case "ThrottlingError", "ProvisionedThroughputExceeded" -> outcome = Outcome.THROTTLED;
                default -> {
                    // Says nothing of the transaction.
                }
            }
        }
        return outcome;
    }

    static Outcome ofResult(@Nullable Object result) {
        return result instanceof BatchWriteResult batch && !batch.isSuccessful() ? Outcome.THROTTLED : Outcome.DONE;
    }

    /** DynamoDB's code, or else the class of what was thrown. */
    static String error(Throwable failure) {
        Throwable cause = Futures.toUser(failure);
        return cause instanceof RuntimeException e
                ? Trouble.name(e)
                : cause.getClass().getSimpleName();
    }
}
