package dev.tempest.testing;

import java.time.Duration;

/**
 * Something that goes wrong with one HTTP request to DynamoDB, or between it and its response.
 *
 * <p>The SDK sees these faults as it would see real ones, and retries as it is configured to. Two faults that were made
 * the same way are equal.
 */
public sealed interface Fault {

    /**
     * DynamoDB executes the request, and the response never arrives: the client sees a broken connection. The SDK's retry
     * then meets its own first attempt.
     */
    static Fault responseLost() {
        return new ResponseLost();
    }

    /**
     * DynamoDB executes or rejects the request, and the body of its response ends halfway: the client reads a status, and
     * no more.
     */
    static Fault responseCutOff() {
        return new ResponseCutOff();
    }

    /** The connection breaks before the request is sent. Nothing is executed. */
    static Fault connectionReset() {
        return new ConnectionReset();
    }

    /**
     * The connection breaks, as the client sees it, but the request is delivered and executed later, before or
     * after the client's retry. {@link FaultyHttp#deliverPending()} delivers it at once.
     */
    static Fault deliveredLate(Duration delay) {
        return new DeliveredLate(delay, delay);
    }

    /** As {@link #deliveredLate(Duration)}, by a time between the two. */
    static Fault deliveredLate(Duration atLeast, Duration atMost) {
        return new DeliveredLate(atLeast, atMost);
    }

    /**
     * The request is executed, its response is returned, and the request is delivered and executed again later. {@link
     * FaultyHttp#deliverPending()} delivers it at once.
     */
    static Fault deliveredTwice(Duration delay) {
        return new DeliveredTwice(delay, delay);
    }

    /** As {@link #deliveredTwice(Duration)}, by a time between the two. */
    static Fault deliveredTwice(Duration atLeast, Duration atMost) {
        return new DeliveredTwice(atLeast, atMost);
    }

    /** DynamoDB rejects the request, as too many arrive: {@code ProvisionedThroughputExceededException}. */
    static Fault throttled() {
        return error(
                400,
                "ProvisionedThroughputExceededException",
                "The level of configured provisioned throughput for the table was exceeded. (injected)");
    }

    /** DynamoDB fails with status 500, and has not executed the request. */
    static Fault serverError() {
        return error(500, "InternalServerError", "The request processing has failed. (injected)");
    }

    /** DynamoDB executes the request, and the response has status 500. */
    static Fault serverErrorAfterExecution() {
        return new ErrorResponse(500, "InternalServerError", "The request processing has failed. (injected)", true);
    }

    /**
     * The request is not executed; the response is an error of the caller's choice.
     *
     * @param code the name of an exception of DynamoDB, such as {@code TransactionConflictException}
     */
    static Fault error(int status, String code, String message) {
        return new ErrorResponse(status, code, message, false);
    }

    /**
     * A {@code TransactWriteItems} or {@code TransactGetItems} request is cancelled, as another transaction is under way
     * on one of its items; a single write fails with {@code TransactionConflictException}. Nothing is executed.
     * Other requests are let through.
     */
    static Fault transactionConflict() {
        return new TransactionConflict();
    }

    /** The request is sent this much later. Goes together with other faults. */
    static Fault delayed(Duration delay) {
        return new Delayed(delay, delay);
    }

    /** The request is sent later, by a time between the two. Goes together with other faults. */
    static Fault delayed(Duration atLeast, Duration atMost) {
        return new Delayed(atLeast, atMost);
    }

    /**
     * A {@code BatchWriteItem} or {@code BatchGetItem} request is executed in part: the response names about this share
     * of its items or keys, one at least, as unprocessed. As in DynamoDB, one at least is processed, and a request that
     * has but one is throttled. Other requests are let through.
     *
     * @param share between 0 and 1
     */
    static Fault unprocessed(double share) {
        return new Unprocessed(share);
    }

    /** See {@link Fault#responseLost()}. */
    record ResponseLost() implements Fault {}

    /** See {@link Fault#responseCutOff()}. */
    record ResponseCutOff() implements Fault {}

    /** See {@link Fault#connectionReset()}. */
    record ConnectionReset() implements Fault {}

    /** See {@link Fault#deliveredLate(Duration, Duration)}. */
    record DeliveredLate(Duration atLeast, Duration atMost) implements Fault {
        /** Checks that the times are in order. */
        public DeliveredLate {
            checkRange(atLeast, atMost);
        }
    }

    /** See {@link Fault#deliveredTwice(Duration, Duration)}. */
    record DeliveredTwice(Duration atLeast, Duration atMost) implements Fault {
        /** Checks that the times are in order. */
        public DeliveredTwice {
            checkRange(atLeast, atMost);
        }
    }

    /**
     * See {@link Fault#error(int, String, String)}.
     *
     * @param executed whether the request is executed all the same
     */
    record ErrorResponse(int status, String code, String message, boolean executed) implements Fault {}

    /** See {@link Fault#transactionConflict()}. */
    record TransactionConflict() implements Fault {}

    /** See {@link Fault#delayed(Duration, Duration)}. */
    record Delayed(Duration atLeast, Duration atMost) implements Fault {
        /** Checks that the times are in order. */
        public Delayed {
            checkRange(atLeast, atMost);
        }
    }

    /** See {@link Fault#unprocessed(double)}. */
    record Unprocessed(double share) implements Fault {
        /** Checks the share. */
        public Unprocessed {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("Not a share between 0 and 1: " + share);
            }
        }
    }

    private static void checkRange(Duration atLeast, Duration atMost) {
        if (atLeast.isNegative() || atLeast.compareTo(atMost) > 0) {
            throw new IllegalArgumentException("Not a range of delays: " + atLeast + " to " + atMost);
        }
    }
}
