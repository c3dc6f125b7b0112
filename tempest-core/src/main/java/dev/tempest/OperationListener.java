package dev.tempest;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Receives an event for each operation of a database, and for each request that the operation sends to DynamoDB. Give it to the
 * builder of the database.
 *
 * <p>An operation is one call of yours: a save, a load, a page of a query, an {@code update} with all its attempts, a batch with
 * all its requests, a transaction. Events name the table and the type, and never hold an item, a key, or another value that is
 * stored or sent.
 *
 * <p>The methods are called by the threads that do the work, so they must be fast and must not block. Several operations call
 * them at the same time. What they throw is ignored, after one warning in the log of {@link System.Logger}; the operation goes
 * on as if there were no listener.
 */
@FunctionalInterface
public interface OperationListener {
    /**
     * An operation starts, on the thread that called it. An operation that fails before its first request, as its item cannot
     * be stored or its key is null, may have no events.
     *
     * @return receives the other events of this operation; null if they are not wanted
     */
    @Nullable Observer started(Operation operation);

    /**
     * Whether each request asks DynamoDB for the capacity that it consumed. By default, only those do whose caller wants to know
     * it. It costs nothing but some bytes of each response.
     */
    default boolean wantsConsumedCapacity() {
        return false;
    }

    /**
     * What is done. Implemented by this library only: it may get further methods.
     */
    interface Operation {
        /** The method that was called, such as {@code save}, {@code query} or {@code transactionWrite}. */
        String name();

        /** The DynamoDB tables, if they are known before the operation starts; those of a batch or transaction are not. */
        Set<String> tables();

        /** The item type; null if there may be several. */
        @Nullable Class<?> type();

        /** The secondary index that is read; null for the table. */
        @Nullable String index();
    }

    /** Receives the events of one operation, one after another unless requests are sent at the same time. */
    interface Observer {
        /**
         * A request is about to be sent, on the thread that sends it.
         *
         * @return closed on the same thread when the request was handed to the SDK, or, by a client that blocks, when there is a
         *     response: for what a thread holds, such as the context of a trace. Null for nothing
         */
        default @Nullable Scope sending(Request request) {
            return null;
        }

        /** There is a response to a request, or the SDK's client gave it up. */
        default void received(Request request, Response response) {}

        /**
         * Stored items could not be read as their type: a page of a query or scan left them out, as its
         * {@code onUnreadableItem} asks for, or the operation fails because of one. It comes before {@link #ended}.
         */
        default void unreadable(int items) {}

        /**
         * The operation ended: it returned its result, or it threw.
         *
         * @param error the code of DynamoDB's error, or else the simple name of what was thrown; null if the operation returned
         */
        default void ended(Outcome outcome, @Nullable String error) {}
    }

    /** What {@link Observer#sending} opened. */
    @FunctionalInterface
    interface Scope extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * A request that Tempest sends. The SDK may send it several times before it gives up. Implemented by this library only.
     */
    interface Request {
        /** DynamoDB's operation, such as {@code PutItem}. */
        String name();

        /** Counts the requests of the operation, from 1. */
        int number();
    }

    /** What became of a request. Implemented by this library only. */
    interface Response {
        Outcome outcome();

        /** The code of DynamoDB's error, or else the simple name of what the client threw; null for a response. */
        @Nullable String error();

        /** DynamoDB's ID of the request, for AWS's support; null if it is not known. */
        @Nullable String requestId();

        /** What the request consumed, by table and index; empty if DynamoDB was not asked for it. */
        List<Capacity> consumed();

        /** The number of items that DynamoDB looked at for a query or scan; 0 for other requests. */
        default int scanned() {
            return 0;
        }

        /** The number of items that a query or scan returned or counted; 0 for other requests. */
        default int returned() {
            return 0;
        }

        /** The number of keys or writes of a batch that DynamoDB left unprocessed. They are sent again. */
        default int unprocessed() {
            return 0;
        }

        /**
         * Why DynamoDB throttled the request, such as {@code TableReadProvisionedThroughputExceeded}; empty if it did not, or
         * did not say why.
         */
        default List<String> throttlingReasons() {
            return List.of();
        }
    }

    /**
     * Consumed capacity.
     *
     * @param index null for the table itself, or if DynamoDB was asked for the total only
     * @param units read or write units, as the request reads or writes
     */
    record Capacity(String table, @Nullable String index, double units) {}

    /** How a request or an operation ended. */
    enum Outcome {
        /** It was done. */
        DONE,

        /** A write was done, although its last attempt failed: what is stored is the work of an earlier attempt. */
        OWN_WRITE_RECOGNISED,

        /** Another writer changed the item in between. An {@code update} then tries again. */
        CONFLICT,

        /** The condition of a write failed, and the caller learns so. */
        CONDITION_FAILED,

        /** It is not known whether a write was done. */
        UNKNOWN,

        /** DynamoDB had no capacity for it, or for a part of it. */
        THROTTLED,

        /** It failed in another way. */
        FAILED
    }
}
