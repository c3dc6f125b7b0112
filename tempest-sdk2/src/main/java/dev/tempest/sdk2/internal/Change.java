package dev.tempest.sdk2.internal;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Computes a write from what is stored; again, from what is stored then, if another writer came in between.
 *
 * @param <T> the result of the write
 */
interface Change<T> {
    /** What is done, as messages name it. */
    String action();

    /**
     * The write, which is done only on what it was computed from.
     *
     * @param base what is stored; null for nothing
     */
    Step<T> on(@Nullable Map<String, AttributeValue> base);

    /**
     * What a failed condition means that no other writer made fail.
     *
     * @param base what was read
     * @param found what is stored
     * @return null if there was another writer
     */
    default @Nullable RuntimeException failure(
            @Nullable Map<String, AttributeValue> base,
            @Nullable Map<String, AttributeValue> found,
            ConditionalCheckFailedException refusal) {
        return null;
    }

    /** What is to be done. */
    sealed interface Step<T> {}

    /** Nothing is to be written. */
    record Nothing<T>(T result) implements Step<T> {}

    /**
     * A write that is ready to be sent.
     *
     * @param reread reads the result of a write that was done, where the response did not bring it; null if the result is
     *     known beforehand
     */
    record Planned<T>(
            Write<T> write,
            Exchange<?, ?, Attempt<T>> exchange,
            @Nullable Exchange<?, ?, Optional<T>> reread) implements Step<T> {
        Planned(Write<T> write, Exchange<?, ?, Attempt<T>> exchange) {
            this(write, exchange, null);
        }
    }
}
