package dev.tempest.sdk2.internal.request;

import java.io.IOException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.NonRetryableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.core.retry.RetryUtils;
import software.amazon.awssdk.services.dynamodb.model.ReplicatedWriteConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/**
 * What the failure of a request says about sending it again. All loops that send a request again ask here.
 *
 * <p>The failures are those that a client throws after its own retries.
 */
public enum FailureKind {
    /** The request failed before it was sent, as there are no credentials. It would fail again. */
    NOT_SENT,

    /** DynamoDB has no capacity for the request now. */
    THROTTLED,

    /** DynamoDB rejected the request, and its response was cut off before the reason. The same request brings it again. */
    UNREADABLE,

    /** Something that passes: the network, an internal error, another writer at work. */
    TRANSIENT,

    /** The address has no host. That passes if the host has responded before. */
    UNKNOWN_HOST,

    /** The same request would fail again. */
    LASTING;

    private static final String OWN_PACKAGE = "dev.tempest.sdk2.internal.";

    private static final Pattern REJECTED_TRY =
            Pattern.compile("Request attempt \\d+ failure: .*\\(Service: \\w+, Status Code: 400, .*", Pattern.DOTALL);

    /** Of a transaction that was sent before, which may still be executed. */
    private static final String IN_PROGRESS = "in progress";

    private static final int BAD_REQUEST = 400;
    private static final int SERVER_ERROR = 500;

    /** Causes are looked at no deeper than this. */
    private static final int DEEPEST_CAUSE = 10;

    public static FailureKind of(Throwable failure) {
        if (failure instanceof SdkException e) {
            if (isOfCredentials(e)) {
                return NOT_SENT;
            }
            return e instanceof SdkServiceException refusal ? ofResponse(refusal) : ofClient(e);
        }
        return LASTING;
    }

    /**
     * Whether the same request may go through later.
     *
     * @param hostKnown whether an earlier request of the same call was answered
     */
    public boolean mayPass(boolean hostKnown) {
        return switch (this) {
            case THROTTLED, UNREADABLE, TRANSIENT -> true;
            case UNKNOWN_HOST -> hostKnown;
            case NOT_SENT, LASTING -> false;
        };
    }

    /**
     * Whether no try but the last, whose failure this is, can have been executed: it was the only one, or DynamoDB rejected all
     * others. The SDK keeps those as suppressed exceptions, of which only the message says what they were. It retries requests that
     * were throttled, and writes that met one of another Region.
     */
    public static boolean isSentOnce(SdkException e) {
        Integer attempts = e.numAttempts();
        return attempts != null && (attempts == 1 || attempts == 1 + rejectionsBefore(e));
    }

    private static long rejectionsBefore(SdkException e) {
        return Arrays.stream(e.getSuppressed())
                .map(suppressed -> String.valueOf(suppressed.getMessage()))
                .filter(message -> REJECTED_TRY.matcher(message).matches() && !message.contains(IN_PROGRESS))
                .count();
    }

    /** Whether a write that failed was certainly not executed by any of its tries, and will not be. */
    public static boolean isCertainlyNotDone(RuntimeException e) {
        if (of(e) == NOT_SENT) {
            return true;
        }
        return e instanceof AwsServiceException rejection
                && isSentOnce(rejection)
                && rejection.statusCode() < SERVER_ERROR
                && !(e instanceof TransactionInProgressException);
    }

    private static FailureKind ofResponse(SdkServiceException e) {
        if (RetryUtils.isThrottlingException(e)) {
            return THROTTLED;
        }
        if (e instanceof TransactionConflictException
                || e instanceof TransactionInProgressException
                || e instanceof ReplicatedWriteConflictException
                || e.statusCode() >= SERVER_ERROR) {
            return TRANSIENT;
        }
        boolean hasNoReason = e instanceof AwsServiceException refusal
                && refusal.statusCode() >= BAD_REQUEST
                && (refusal.awsErrorDetails() == null
                        || refusal.awsErrorDetails().errorCode() == null);
        return hasNoReason ? UNREADABLE : LASTING;
    }

    private static FailureKind ofClient(SdkException e) {
        if (e instanceof AbortedException || e instanceof NonRetryableException) {
            return LASTING;
        }
        if (e.retryable() || e instanceof ApiCallTimeoutException || e instanceof ApiCallAttemptTimeoutException) {
            return TRANSIENT;
        }
        FailureKind kind = LASTING;
        int depth = 0;
        for (Throwable cause = e; cause != null && depth < DEEPEST_CAUSE; cause = cause.getCause(), depth++) {
            if (cause instanceof UnknownHostException) {
                return UNKNOWN_HOST;
            }
            if (cause instanceof GeneralSecurityException || cause instanceof RejectedExecutionException) {
                // A certificate that is not trusted; a client that is closed.
                return LASTING;
            }
            if (cause instanceof IOException || cause instanceof TimeoutException) {
                kind = TRANSIENT;
            }
        }
        return kind;
    }

    /**
     * The credentials are resolved once, before the first try. Their provider may fail with anything, such as an I/O error
     * of its own endpoint or the exception of another service: only the stack says that it was the provider.
     */
    private static boolean isOfCredentials(SdkException e) {
        int depth = 0;
        for (Throwable cause = e; cause != null && depth < DEEPEST_CAUSE; cause = cause.getCause(), depth++) {
            for (StackTraceElement frame : cause.getStackTrace()) {
                if (frame.getClassName().startsWith(OWN_PACKAGE)) {
                    // What follows has called us.
                    break;
                }
                String method = frame.getMethodName();
                if (method.equals("resolveCredentials") || method.equals("resolveIdentity")) {
                    return true;
                }
            }
        }
        return false;
    }
}
