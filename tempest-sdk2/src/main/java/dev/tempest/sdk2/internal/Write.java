package dev.tempest.sdk2.internal;

import dev.tempest.internal.locking.TraceToken;
import dev.tempest.internal.locking.WriterSlots;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A put or a delete that is ready to be sent.
 *
 * @param row what is put; the key of what is deleted
 * @param result the item as it will be stored; known before the request is sent, for a write that was done must not fail
 *     afterwards. Null for a delete
 * @param condition null for a write that is done whatever is stored
 * @param expectation what the condition expects, for messages
 * @param trace by what the write is known again; null if it leaves no trace
 */
record Write<T extends @Nullable Object>(
        Map<String, AttributeValue> row,
        T result,
        @Nullable Expression condition,
        Expectation expectation,
        @Nullable Trace trace) {

    /** A delete, of which nothing is stored. */
    @SuppressWarnings("NullAway") // Not every mode of it knows that the type argument is nullable.
    static <T> Write<@Nullable T> delete(
            Map<String, AttributeValue> key,
            @Nullable Expression condition,
            Expectation expectation,
            @Nullable Trace trace) {
        return new Write<>(key, null, condition, expectation, trace);
    }

    boolean isGuarded() {
        return condition != null;
    }

    /**
     * @param written the token that a put carries; null for a delete
     * @param base the token of the item that the write replaces or deletes; null if it is not known
     * @param slot is the write's own until it is known what became of it
     */
    record Trace(@Nullable TraceToken written, @Nullable TraceToken base, WriterSlots.@Nullable Slot slot) {}
}
