package dev.tempest.sdk2.internal.request;

import dev.tempest.OperationListener.Outcome;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;

/** The events of one operation, on their way to a listener. Without a listener, {@link #NONE} does nothing at no cost. */
public interface Observation {
    Observation NONE = new Observation() {
        private static final Sent NOTHING = new Sent() {};

        @Override
        public Sent sending(Exchange.Command<?, ?> command) {
            return NOTHING;
        }
    };

    /** A request is about to be sent. */
    Sent sending(Exchange.Command<?, ?> command);

    /** What became of a write whose exchange left that open: see {@link Undecided}. */
    default void decided(Outcome outcome) {}

    /** The operation ended. */
    default void ended(@Nullable Object result, @Nullable Throwable failure) {}

    /** A result of an exchange of which the operation has yet to find out what it means. */
    interface Undecided {}

    /** One request that is sent. */
    interface Sent {
        /** The request as it is to be sent. */
        default <Q> Q prepare(Q request) {
            return request;
        }

        /** The request was handed to the SDK, on the thread that did it. */
        default void handedOver() {}

        /** There is a response. */
        default void received(@Nullable DynamoDbResponse response) {}

        /** The request failed, and will be sent again, or it fails the operation. */
        default void failed(Throwable failure, @Nullable Throwable thrown) {}

        /** The request failed, and has a result all the same. */
        default void resolved(Throwable failure, @Nullable Object result) {}
    }
}
