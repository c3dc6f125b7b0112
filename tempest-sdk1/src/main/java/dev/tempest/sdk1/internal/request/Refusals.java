package dev.tempest.sdk1.internal.request;

import com.amazonaws.AmazonClientException;
import com.amazonaws.AmazonServiceException;
import com.amazonaws.retry.RetryUtils;
import dev.tempest.internal.batch.FailureCodes;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.function.Supplier;

/** Adds to the SDK's exceptions what was being done; they stay of their own class, with all that they carry. */
public final class Refusals {
    private static final int SERVER_ERROR = 500;

    private Refusals() {}

    public static <T> T during(Supplier<String> action, Supplier<T> request) {
        try {
            return request.get();
        } catch (AmazonServiceException e) {
            throw withContext(e, action.get());
        }
    }

    public static <E extends AmazonServiceException> E withContext(E e, String action) {
        e.setErrorMessage(action + ": " + e.getErrorMessage());
        return e;
    }

    /** Whether DynamoDB rejected this request, and may take another one. */
    public static boolean isOfTheRequest(AmazonClientException failure) {
        return failure instanceof AmazonServiceException refusal
                && !isHopeless(refusal)
                && !RetryUtils.isThrottlingException(refusal)
                && refusal.getStatusCode() < SERVER_ERROR;
    }

    /** Whether one of the items or keys of the request is the cause. */
    public static boolean isOfAnItem(AmazonClientException failure) {
        return failure instanceof AmazonServiceException refusal
                && (FailureCodes.isOfAnItem(refusal.getErrorCode())
                        || RetryUtils.isRequestEntityTooLargeException(refusal));
    }

    /** Whether no other request would fare better: the client could not send it, or has no valid credentials. */
    public static boolean isHopeless(AmazonClientException failure) {
        return failure instanceof AmazonServiceException refusal
                ? FailureCodes.isOfTheClient(refusal.getErrorCode())
                : !(failure.getCause() instanceof IOException) || failure.getCause() instanceof UnknownHostException;
    }
}
