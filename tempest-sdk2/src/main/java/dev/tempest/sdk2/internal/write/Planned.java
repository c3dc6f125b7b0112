package dev.tempest.sdk2.internal.write;

import dev.tempest.sdk2.internal.request.Exchange;
import dev.tempest.sdk2.internal.write.Write.Attempt;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * A write that is ready to be sent.
 *
 * @param reread reads the result of a write that was done, where the response did not bring it; null if the result is
 *     known beforehand
 * @param claimed how the write is sent with the unique values that it changes; null if it changes none
 */
record Planned<T>(
        Write<T> write,
        Exchange<?, ?, Attempt<T>> exchange,
        @Nullable Exchange<?, ?, Optional<T>> reread,
        @Nullable Claimed claimed)
        implements UpdateLoop.Step<T> {

    /**
     * A write as a part of a transaction that changes unique values.
     *
     * @param item the write
     */
    record Claimed(ClaimMoves moves, TransactWriteItem item) {
        <T> Exchange<?, ?, Attempt<T>> exchange(Write<T> write) {
            return moves.exchange(write, item);
        }
    }

    /** A write that changes no unique value. */
    Planned(Write<T> write, Exchange<?, ?, Attempt<T>> exchange, @Nullable Exchange<?, ?, Optional<T>> reread) {
        this(write, exchange, reread, null);
    }

    /** A write that changes no unique value, and whose result is known. */
    Planned(Write<T> write, Exchange<?, ?, Attempt<T>> exchange) {
        this(write, exchange, null, null);
    }

    /** A write that changes unique values. */
    static <T> Planned<T> claiming(
            Write<T> write, ClaimMoves moves, TransactWriteItem item, @Nullable Exchange<?, ?, Optional<T>> reread) {
        Claimed claimed = new Claimed(moves, item);
        return new Planned<>(write, claimed.exchange(write), reread, claimed);
    }
}
