package dev.tempest.sdk1.internal.request;

import com.amazonaws.AmazonServiceException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Adds to the SDK's exceptions what was being done; they stay of their own class, with all that they carry. */
public final class ErrorContext {
    private ErrorContext() {}

    public static UnaryOperator<AmazonServiceException> during(Supplier<String> action) {
        return e -> withContext(e, action.get());
    }

    public static AmazonServiceException withContext(AmazonServiceException e, String action) {
        e.setErrorMessage(action + ": " + e.getErrorMessage());
        return e;
    }
}
