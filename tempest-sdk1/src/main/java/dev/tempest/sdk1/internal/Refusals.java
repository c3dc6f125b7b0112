package dev.tempest.sdk1.internal;

import com.amazonaws.AmazonServiceException;
import java.util.function.Supplier;

/** Adds to the SDK's exceptions what was being done; they stay of their own class, with all that they carry. */
final class Refusals {
    private Refusals() {}

    static <T> T during(Supplier<String> action, Supplier<T> request) {
        try {
            return request.get();
        } catch (AmazonServiceException e) {
            throw withContext(e, action.get());
        }
    }

    static <E extends AmazonServiceException> E withContext(E e, String action) {
        e.setErrorMessage(action + ": " + e.getErrorMessage());
        return e;
    }
}
