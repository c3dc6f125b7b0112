package dev.tempest.sdk2.internal.request;

import dev.tempest.internal.write.Tries;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Adds to the SDK's exceptions what was being done; they stay of their own class, with all that they carry. */
public final class ErrorContext {
    private ErrorContext() {}

    public static UnaryOperator<DynamoDbException> during(Supplier<String> action) {
        return e -> withContext(e, action.get());
    }

    /** What to say of a failed condition that may be the work of the request's own first try; nothing if it was the only one. */
    public static String ofItsOwnFirstTry(DynamoDbException e) {
        return FailureKind.isSentOnce(e) ? "" : Tries.failedByItself(e.numAttempts());
    }

    /** What to say of a cancelled transaction of which an earlier try got no response; nothing if there was none. */
    public static String ofAnEarlierTry(DynamoDbException e) {
        return FailureKind.isSentOnce(e) ? "" : Tries.executedBefore(e.numAttempts());
    }

    public static DynamoDbException withContext(DynamoDbException e, String action) {
        return withContext(e, action, e.getCause());
    }

    public static DynamoDbException withContext(DynamoDbException e, String action, @Nullable Throwable cause) {
        String message = e.rawMessage();
        AwsErrorDetails details = e.awsErrorDetails();
        if (message == null && details != null) {
            message = details.errorMessage();
        }
        DynamoDbException copy = (DynamoDbException)
                e.toBuilder().message(action + ": " + message).cause(cause).build();
        copy.setStackTrace(e.getStackTrace());
        for (Throwable suppressed : e.getSuppressed()) {
            copy.addSuppressed(suppressed);
        }
        return copy;
    }
}
