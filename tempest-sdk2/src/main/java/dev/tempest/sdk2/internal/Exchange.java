package dev.tempest.sdk2.internal;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * One request that is ready to go, and what its answer means. It knows neither a client nor a thread, so that the same
 * exchange serves the synchronous views and the asynchronous ones.
 *
 * @param answer turns the response into the result
 * @param failed what a failure of the client means, after its own retries: returns the result all the same, or throws
 * @param <Q> the request
 * @param <R> the response
 * @param <T> the result
 */
record Exchange<Q, R, T extends @Nullable Object>(
        Command<Q, R> command, Q request, Function<R, T> answer, Function<RuntimeException, T> failed) {

    /** @param refusal adds to an exception of DynamoDB's what was being done */
    static <Q, R, T extends @Nullable Object> Exchange<Q, R, T> of(
            Command<Q, R> command, Q request, Function<R, T> answer, UnaryOperator<DynamoDbException> refusal) {
        return new Exchange<>(command, request, answer, e -> {
            throw e instanceof DynamoDbException refused ? refusal.apply(refused) : e;
        });
    }

    /** An exchange whose answer is known, so that nothing is sent. */
    static <T> Exchange<T, T, T> answered(T answer) {
        return of(Command.echo(), answer, response -> response, refusal -> refusal);
    }

    /** The same request, with more made of its result. */
    <U extends @Nullable Object> Exchange<Q, R, U> then(Function<T, U> more) {
        return new Exchange<>(command, request, answer.andThen(more), failed.andThen(more));
    }

    /** The same request, to be given up after a while. */
    @SuppressWarnings("unchecked")
    Exchange<Q, R, T> within(Duration time) {
        if (!(request instanceof AwsRequest some)) {
            return this;
        }
        AwsRequestOverrideConfiguration limit = some.overrideConfiguration()
                .map(AwsRequestOverrideConfiguration::toBuilder)
                .orElseGet(AwsRequestOverrideConfiguration::builder)
                .apiCallTimeout(time)
                .build();
        Q limited = (Q) some.toBuilder().overrideConfiguration(limit).build();
        return new Exchange<>(command, limited, answer, failed);
    }

    T run(DynamoDbClient client) {
        Resends resends = new Resends();
        while (true) {
            R response;
            try {
                response = command.send(client, request);
            } catch (RuntimeException e) {
                if (resends.isWorthwhile(e)) {
                    continue;
                }
                return failed.apply(resends.counted(e));
            }
            return answer.apply(response);
        }
    }

    /**
     * Sends a request again of which DynamoDB's rejection was cut off, as the SDK does with a success that was cut off. The
     * next response says the reason.
     */
    static final class Resends {
        private static final int MOST = 2;

        private int sent;
        private int uncertain;

        boolean isWorthwhile(Throwable failure) {
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
        RuntimeException counted(RuntimeException failure) {
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
