package dev.tempest.sdk2.internal;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Adds to the SDK's exceptions what was being done; they stay of their own class, with all that they carry. */
final class Refusals {
    private Refusals() {}

    static UnaryOperator<DynamoDbException> during(Supplier<String> action) {
        return e -> withContext(e, action.get());
    }

    static DynamoDbException withContext(DynamoDbException e, String action) {
        AwsErrorDetails details = e.awsErrorDetails();
        DynamoDbException.Builder builder = e.toBuilder();
        String message = action + ": ";
        if (details == null) {
            builder.message(message + e.getMessage());
        } else {
            builder.awsErrorDetails(details.toBuilder()
                    .errorMessage(message + details.errorMessage())
                    .build());
        }
        DynamoDbException copy = (DynamoDbException) builder.build();
        copy.setStackTrace(e.getStackTrace());
        for (Throwable suppressed : e.getSuppressed()) {
            copy.addSuppressed(suppressed);
        }
        return copy;
    }
}
