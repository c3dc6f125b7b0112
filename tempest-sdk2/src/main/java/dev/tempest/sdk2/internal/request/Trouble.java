package dev.tempest.sdk2.internal.request;

import dev.tempest.internal.batch.FailureCodes;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** What the failure of one request says about the other requests of a batch or scan. */
public enum Trouble {
    /** DynamoDB has no capacity for it now. */
    THROTTLED,
    /** The client's connections are all in use: it was never sent. */
    NO_CONNECTION,
    /** It may go through later. */
    TRANSIENT,
    /** One of its items or keys is the cause. */
    OF_AN_ITEM,
    /** One of its tables, or the permission for it, is the cause. */
    OF_A_TABLE,
    /** No request of this client would fare better. */
    HOPELESS;

    private static final int TOO_LARGE = 413;

    /** What Apache's clients throw, by its name, as neither of them need be there. */
    private static final Set<String> POOL_TIMEOUTS =
            Set.of("ConnectionPoolTimeoutException", "ConnectionRequestTimeoutException", "DeadlineTimeoutException");

    /**
     * What a failure says.
     *
     * @param hostKnown whether an earlier request of the same call was answered
     */
    public static Trouble of(RuntimeException failure, boolean hostKnown) {
        if (isWithoutConnection(failure)) {
            return NO_CONNECTION;
        }
        FailureKind kind = FailureKind.of(failure);
        if (kind == FailureKind.THROTTLED) {
            return THROTTLED;
        }
        if (kind.mayPass(hostKnown)) {
            return TRANSIENT;
        }
        return kind == FailureKind.LASTING && failure instanceof SdkServiceException rejection
                ? ofRejection(rejection)
                : HOPELESS;
    }

    private static Trouble ofRejection(SdkServiceException rejection) {
        String code = code(rejection);
        if (FailureCodes.isOfTheClient(code)) {
            return HOPELESS;
        }
        return FailureCodes.isOfAnItem(code) || rejection.statusCode() == TOO_LARGE ? OF_AN_ITEM : OF_A_TABLE;
    }

    /** What a failure is called: DynamoDB's code for it, or the exception's class. */
    public static String name(RuntimeException failure) {
        String code = failure instanceof SdkServiceException rejection ? code(rejection) : "";
        return code.isEmpty() ? failure.getClass().getSimpleName() : code;
    }

    private static String code(SdkServiceException rejection) {
        AwsErrorDetails details = rejection instanceof DynamoDbException e ? e.awsErrorDetails() : null;
        return details == null || details.errorCode() == null ? "" : details.errorCode();
    }

    /** Whether a request waited too long for a connection. Each HTTP client of the SDK says so in its own way. */
    public static boolean isWithoutConnection(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String type = cause.getClass().getSimpleName();
            String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (POOL_TIMEOUTS.contains(type)
                    || message.contains("acquire operation took longer")
                    || message.contains("maximum pending connection acquisitions exceeded")) {
                return true;
            }
        }
        return false;
    }
}
