package dev.tempest.sdk2.internal;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * How it went to send a write once; the SDK may have tried more than once.
 *
 * @param <T> the write's result
 */
sealed interface Attempt<T extends @Nullable Object> {
    record Done<T extends @Nullable Object>(T result) implements Attempt<T> {}

    /**
     * Its condition did not hold.
     *
     * @param certain whether the refusal cannot be of the write's own earlier try
     */
    record Refused<T extends @Nullable Object>(ConditionalCheckFailedException refusal, boolean certain)
            implements Attempt<T> {}

    /**
     * It failed otherwise.
     *
     * @param certain whether it is certain that the write was not done
     */
    record Failed<T extends @Nullable Object>(SdkException failure, boolean certain) implements Attempt<T> {}
}
