package dev.tempest.sdk2.internal.request;

import dev.tempest.OperationListener.Capacity;
import dev.tempest.internal.observing.Counts;
import dev.tempest.internal.observing.Observation;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.internal.observing.RequestKind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * One request that is ready to be sent, and what its response means. It has neither a client nor a thread, so that the same
 * exchange serves the synchronous views and the asynchronous ones.
 *
 * @param operation what listeners see, where the request is not part of a greater operation
 * @param onResponse turns the response into the result
 * @param onFailure what a failure of the client means, after its own retries: returns the result all the same, or throws
 * @param <Q> the request
 * @param <R> the response
 * @param <T> the result
 */
public record Exchange<Q, R, T extends @Nullable Object>(
        OperationInfo operation,
        Command<Q, R> command,
        Q request,
        Function<R, T> onResponse,
        Function<RuntimeException, T> onFailure) {

    private static final OperationInfo NOTHING = OperationInfo.ofMany("");

    /** Sends a request with a client that blocks. */
    @FunctionalInterface
    public interface Send<Q, R> {
        R send(DynamoDbClient client, Q request);
    }

    /** Sends a request with a client that does not block. */
    @FunctionalInterface
    public interface SendAsync<Q, R> {
        CompletableFuture<R> send(DynamoDbAsyncClient client, Q request);
    }

    /**
     * An operation of DynamoDB on both of the SDK's clients.
     *
     * @param name DynamoDB's own
     * @param isWrite whether it changes what is stored
     * @param <Q> its request
     * @param <R> its response
     */
    public record Command<Q, R>(String name, boolean isWrite, Send<Q, R> sync, SendAsync<Q, R> async)
            implements RequestKind<Q, R> {

        @Override
        @SuppressWarnings("unchecked") // A changed copy is of the same class.
        public Q askingForCapacity(Q request) {
            return request instanceof DynamoDbRequest some ? (Q) Capacities.asking(some) : request;
        }

        @Override
        public @Nullable String requestId(R response) {
            return response instanceof DynamoDbResponse some && some.responseMetadata() != null
                    ? some.responseMetadata().requestId()
                    : null;
        }

        @Override
        public List<Capacity> consumed(R response) {
            return response instanceof DynamoDbResponse some ? Capacities.consumed(some) : List.of();
        }

        @Override
        public Counts counts(R response) {
            if (response instanceof QueryResponse query) {
                return Counts.ofRead(query.scannedCount(), query.count());
            }
            if (response instanceof ScanResponse scan) {
                return Counts.ofRead(scan.scannedCount(), scan.count());
            }
            if (response instanceof BatchGetItemResponse batch) {
                return Counts.ofBatch(batch.unprocessedKeys().values().stream()
                        .mapToInt(left -> left.keys().size())
                        .sum());
            }
            if (response instanceof BatchWriteItemResponse batch) {
                return Counts.ofBatch(batch.unprocessedItems().values().stream()
                        .mapToInt(List::size)
                        .sum());
            }
            return Counts.NONE;
        }
    }

    /**
     * An exchange that throws what the client throws.
     *
     * @param context adds to an exception of DynamoDB's what was being done
     */
    public static <Q, R, T extends @Nullable Object> Exchange<Q, R, T> of(
            OperationInfo operation,
            Command<Q, R> command,
            Q request,
            Function<R, T> onResponse,
            UnaryOperator<DynamoDbException> context) {
        return new Exchange<>(operation, command, request, onResponse, e -> {
            throw e instanceof DynamoDbException failure ? context.apply(failure) : e;
        });
    }

    /** An exchange whose result is known, so that nothing is sent. */
    public static <T> Exchange<T, T, T> completed(T result) {
        return new Exchange<>(NOTHING, nothing(), result, response -> response, e -> {
            throw e;
        });
    }

    private static <T> Command<T, T> nothing() {
        return new Command<>(
                "",
                false,
                (client, request) -> request,
                (client, request) -> CompletableFuture.completedFuture(request));
    }

    /** The same request, with more made of its result. */
    public <U extends @Nullable Object> Exchange<Q, R, U> then(Function<T, U> more) {
        return new Exchange<>(operation, command, request, onResponse.andThen(more), onFailure.andThen(more));
    }

    /** The same request, to be given up after a while. */
    @SuppressWarnings("unchecked")
    public Exchange<Q, R, T> within(Duration time) {
        if (!(request instanceof AwsRequest some)) {
            return this;
        }
        AwsRequestOverrideConfiguration limit = some.overrideConfiguration()
                .map(AwsRequestOverrideConfiguration::toBuilder)
                .orElseGet(AwsRequestOverrideConfiguration::builder)
                .apiCallTimeout(time)
                .build();
        Q limited = (Q) some.toBuilder().overrideConfiguration(limit).build();
        return new Exchange<>(operation, command, limited, onResponse, onFailure);
    }

    /** Whether a request is sent at all. */
    public boolean isSent() {
        return !operation.name().isEmpty();
    }

    /** Sends the request with a client that blocks. */
    public T run(DynamoDbClient client, Observation observation) {
        Resends resends = new Resends();
        while (true) {
            Observation.Sent<Q, R> sent = observation.sending(command);
            R response;
            try {
                try {
                    response = command.sync().send(client, sent.prepare(request));
                } finally {
                    sent.handedOver();
                }
            } catch (RuntimeException e) {
                if (resends.isWorthwhile(e)) {
                    sent.failed(e, null);
                    continue;
                }
                return resolve(e, resends, sent);
            }
            sent.received(response);
            return onResponse.apply(response);
        }
    }

    /** What a failure means that is not sent again: its result, or what it throws. */
    public T resolve(RuntimeException failure, Resends resends, Observation.Sent<?, ?> sent) {
        T result;
        try {
            result = onFailure.apply(resends.counted(failure));
        } catch (RuntimeException thrown) {
            sent.failed(failure, thrown);
            throw thrown;
        }
        sent.resolved(failure, result);
        return result;
    }

    /**
     * Sends a request again of which DynamoDB's rejection was cut off, as the SDK does with a success that was cut off. The
     * next response says the reason.
     */
    public static final class Resends {
        private static final int MOST = 2;

        private int sent;
        private int uncertain;

        public boolean isWorthwhile(Throwable failure) {
            if (sent == MOST || FailureKind.of(failure) != FailureKind.UNREADABLE) {
                return false;
            }
            sent++;
            Integer attempts = ((AwsServiceException) failure).numAttempts();
            // The last attempt was rejected, but those before it may have been executed.
            uncertain += attempts == null ? 1 : attempts - 1;
            return true;
        }

        /** A failure with the attempts of which it is not known what became of them. */
        public RuntimeException counted(RuntimeException failure) {
            if (uncertain == 0 || !(failure instanceof AwsServiceException rejection)) {
                return failure;
            }
            Integer attempts = rejection.numAttempts();
            AwsServiceException counted = rejection.toBuilder()
                    .numAttempts((attempts == null ? 1 : attempts) + uncertain)
                    .build();
            counted.setStackTrace(rejection.getStackTrace());
            return counted;
        }
    }
}
