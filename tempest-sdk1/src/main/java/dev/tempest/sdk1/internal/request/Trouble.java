package dev.tempest.sdk1.internal.request;

import com.amazonaws.AbortedException;
import com.amazonaws.AmazonClientException;
import com.amazonaws.AmazonServiceException;
import com.amazonaws.http.timers.client.ClientExecutionTimeoutException;
import com.amazonaws.retry.RetryUtils;
import com.amazonaws.services.dynamodbv2.model.TransactionInProgressException;
import dev.tempest.internal.batch.FailureCodes;
import java.io.IOException;
import java.net.UnknownHostException;

/** What the failure of one request says about the other requests of a batch. */
public final class Trouble {
    private static final int SERVER_ERROR = 500;

    private Trouble() {}

    /** Whether DynamoDB rejected this request, and may take another one. */
    public static boolean isOfTheRequest(AmazonClientException failure) {
        return failure instanceof AmazonServiceException rejection
                && !isHopeless(rejection)
                && !RetryUtils.isThrottlingException(rejection)
                && rejection.getStatusCode() < SERVER_ERROR;
    }

    /** Whether one of the items or keys of the request is the cause. */
    public static boolean isOfAnItem(AmazonClientException failure) {
        return failure instanceof AmazonServiceException rejection
                && (FailureCodes.isOfAnItem(rejection.getErrorCode())
                        || RetryUtils.isRequestEntityTooLargeException(rejection));
    }

    /** Whether no other request would fare better: the client could not send it, or has no valid credentials. */
    public static boolean isHopeless(AmazonClientException failure) {
        return failure instanceof AmazonServiceException rejection
                ? FailureCodes.isOfTheClient(rejection.getErrorCode())
                : !(failure.getCause() instanceof IOException) || failure.getCause() instanceof UnknownHostException;
    }

    /**
     * Whether a write that failed may have been executed all the same. This SDK does not say how often it sent a request: of
     * one that was rejected, an earlier try may have been executed, too, but that is rare, and not counted here.
     */
    public static boolean isUncertain(AmazonClientException failure) {
        if (failure instanceof AmazonServiceException rejection) {
            return rejection.getStatusCode() >= SERVER_ERROR || rejection instanceof TransactionInProgressException;
        }
        // What fails before it is sent, as there are no credentials, has no cause.
        return failure.getCause() != null
                || failure instanceof ClientExecutionTimeoutException
                || failure instanceof AbortedException;
    }
}
