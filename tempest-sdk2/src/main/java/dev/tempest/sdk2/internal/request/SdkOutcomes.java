package dev.tempest.sdk2.internal.request;

import dev.tempest.OperationListener.Outcome;
import dev.tempest.internal.observing.Outcomes;
import dev.tempest.sdk2.BatchWriteException;
import dev.tempest.sdk2.BatchWriteResult;
import dev.tempest.sdk2.Page;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
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
    protected @Nullable Integer itemsOfPage(@Nullable Object result) {
        return result instanceof Page<?, ?> page ? page.contents().size() : null;
    }

    /** Read by name: the oldest versions of the SDK have no methods for them. */
    @Override
    protected List<String> throttlingReasons(Throwable failure) {
        List<String> reasons = new ArrayList<>();
        if (failure instanceof AwsServiceException && failure instanceof SdkPojo exception) {
            for (SdkField<?> field : exception.sdkFields()) {
                if (field.memberName().equalsIgnoreCase("throttlingReasons")
                        && field.getValueOrDefault(exception) instanceof List<?> all) {
                    all.forEach(each -> add(each, reasons));
                }
            }
        }
        return reasons;
    }

    private static void add(@Nullable Object throttlingReason, List<String> reasons) {
        if (throttlingReason instanceof SdkPojo reason) {
            for (SdkField<?> field : reason.sdkFields()) {
                if (field.memberName().equalsIgnoreCase("reason")
                        && field.getValueOrDefault(reason) instanceof String text) {
                    reasons.add(text);
                }
            }
        }
    }

    @Override
    protected @Nullable String requestId(Throwable failure) {
        return failure instanceof AwsServiceException e ? e.requestId() : null;
    }
}
