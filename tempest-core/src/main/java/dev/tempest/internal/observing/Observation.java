package dev.tempest.internal.observing;

import dev.tempest.OperationListener.Outcome;
import org.jspecify.annotations.Nullable;

/** The events of one operation, on their way to a listener. Without a listener, {@link #NONE} does nothing at no cost. */
public interface Observation {
    Observation NONE = new Observation() {
        private static final Sent<?, ?> NOTHING = new Sent<>() {};

        @Override
        @SuppressWarnings("unchecked") // It looks at neither.
        public <Q, R> Sent<Q, R> sending(RequestKind<Q, R> kind) {
            return (Sent<Q, R>) NOTHING;
        }
    };

    /** A request is about to be sent. */
    <Q, R> Sent<Q, R> sending(RequestKind<Q, R> kind);

    /** What became of a write whose request left that open: see {@link Undecided}. */
    default void decided(Outcome outcome) {}

    /** The operation ended. */
    default void ended(@Nullable Object result, @Nullable Throwable failure) {}

    /** A result of a request of which the operation has yet to find out what it means. */
    interface Undecided {}

    /** One request that is sent. */
    interface Sent<Q, R> {
        /** The request as it is to be sent. */
        default Q prepare(Q request) {
            return request;
        }

        /** The request was handed to the SDK, on the thread that did it. */
        default void handedOver() {}

        /** There is a response. */
        default void received(R response) {}

        /** The request failed, and will be sent again, or it fails the operation. */
        default void failed(Throwable failure, @Nullable Throwable thrown) {}

        /** The request failed, and has a result all the same. */
        default void resolved(Throwable failure, @Nullable Object result) {}
    }
}
