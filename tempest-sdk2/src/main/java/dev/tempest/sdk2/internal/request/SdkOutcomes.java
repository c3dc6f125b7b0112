package dev.tempest.sdk2.internal.request;

import dev.tempest.OperationListener.Outcome;
import dev.tempest.internal.observing.Outcomes;
import dev.tempest.sdk2.BatchWriteException;
import dev.tempest.sdk2.BatchWriteResult;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReplicatedWriteConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** The outcomes of SDK 2.x's results and failures. */
public final class SdkOutcomes extends Outcomes {
    public static final SdkOutcomes INSTANCE = new SdkOutcomes();

    private SdkOutcomes() {}

    @Override
    protected Throwable unwrap(Throwable failure) {
        return Futures.toUser(failure);
    }

    @Override
    protected Outcome ofSdk(Throwable failure, boolean isWrite) {
        if (failure instanceof ConditionalCheckFailedException) {
            return Outcome.CONDITION_FAILED;
        }
        if (failure instanceof TransactionConflictException || failure instanceof ReplicatedWriteConflictException) {
            return Outcome.CONFLICT;
        }
        if (failure instanceof TransactionCanceledException cancelled && cancelled.hasCancellationReasons()) {
            return ofReasons(cancelled.cancellationReasons().stream()
                    .map(CancellationReason::code)
                    .toList());
        }
        if (failure instanceof BatchWriteException) {
            return ofPart(failure.getCause());
        }
        if (FailureKind.of(failure) == FailureKind.THROTTLED) {
            return Outcome.THROTTLED;
        }
        return isWrite && failure instanceof RuntimeException e && !FailureKind.isCertainlyNotDone(e)
                ? Outcome.UNKNOWN
                : Outcome.FAILED;
    }

    @Override
    protected Outcome ofResult(@Nullable Object result) {
        return result instanceof BatchWriteResult batch && !batch.isSuccessful() ? Outcome.THROTTLED : Outcome.DONE;
    }

    @Override
    protected @Nullable String code(Throwable failure) {
        return failure instanceof RuntimeException e ? Trouble.name(e) : null;
    }

    @Override
    protected @Nullable String requestId(Throwable failure) {
        return failure instanceof AwsServiceException e ? e.requestId() : null;
    }
}
