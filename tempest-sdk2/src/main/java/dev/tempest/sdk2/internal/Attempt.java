package dev.tempest.sdk2.internal;

import org.jspecify.annotations.Nullable;
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
     * @param sentOnce whether there was no other try that may have been executed, or still may be
     * @param transaction whether DynamoDB would have recognised an earlier try that was executed
     */
    record Refused<T extends @Nullable Object>(
            ConditionalCheckFailedException refusal, boolean sentOnce, boolean transaction) implements Attempt<T> {}

    /**
     * It failed otherwise.
     *
     * @param certain whether it is certain that the write was not done
     */
    record Failed<T extends @Nullable Object>(RuntimeException failure, boolean certain) implements Attempt<T> {}
}
