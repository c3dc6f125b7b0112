package dev.tempest.sdk1.internal.request;

import com.amazonaws.AmazonClientException;
import com.amazonaws.AmazonServiceException;
import com.amazonaws.retry.RetryUtils;
import com.amazonaws.services.dynamodbv2.model.CancellationReason;
import com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException;
import com.amazonaws.services.dynamodbv2.model.TransactionCanceledException;
import com.amazonaws.services.dynamodbv2.model.TransactionConflictException;
import dev.tempest.OperationListener.Outcome;
import dev.tempest.internal.observing.Outcomes;
import dev.tempest.sdk1.BatchWriteResult;
import dev.tempest.sdk1.Page;
import org.jspecify.annotations.Nullable;

/** The outcomes of SDK 1.x's results and failures. */
final class SdkOutcomes extends Outcomes {
    static final SdkOutcomes INSTANCE = new SdkOutcomes();

    private SdkOutcomes() {}

    @Override
    protected Outcome ofSdk(Throwable failure, boolean isWrite) {
        if (failure instanceof ConditionalCheckFailedException) {
            return Outcome.CONDITION_FAILED;
        }
        if (failure instanceof TransactionConflictException) {
            return Outcome.CONFLICT;
        }
        if (failure instanceof TransactionCanceledException cancelled && cancelled.getCancellationReasons() != null) {
            return ofReasons(cancelled.getCancellationReasons().stream()
                    .map(CancellationReason::getCode)
                    .toList());
        }
        if (failure instanceof AmazonServiceException rejection && RetryUtils.isThrottlingException(rejection)) {
            return Outcome.THROTTLED;
        }
        return isWrite && failure instanceof AmazonClientException e && Trouble.isUncertain(e)
                ? Outcome.UNKNOWN
                : Outcome.FAILED;
    }

    @Override
    protected Outcome ofResult(@Nullable Object result) {
        if (!(result instanceof BatchWriteResult batch) || batch.isSuccessful()) {
            return Outcome.DONE;
        }
        return ofPart(batch.failures().isEmpty() ? null : batch.failures().get(0));
    }

    @Override
    protected @Nullable String code(Throwable failure) {
        return failure instanceof AmazonServiceException rejection ? rejection.getErrorCode() : null;
    }

    @Override
    protected @Nullable Integer itemsOfPage(@Nullable Object result) {
        return result instanceof Page<?, ?> page ? page.contents().size() : null;
    }

    @Override
    protected @Nullable String requestId(Throwable failure) {
        return failure instanceof AmazonServiceException rejection ? rejection.getRequestId() : null;
    }
}
