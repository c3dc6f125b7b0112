package dev.tempest.sdk2.internal;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * One request that is ready to go, and what its answer means. It knows neither a client nor a thread, so that the same
 * exchange serves the synchronous views and the asynchronous ones.
 *
 * @param answer turns the response into the result
 * @param failed what a failure means: returns the result all the same, or throws
 * @param <Q> the request
 * @param <R> the response
 * @param <T> the result
 */
record Exchange<Q, R, T extends @Nullable Object>(
        Command<Q, R> command, Q request, Function<R, T> answer, Function<SdkException, T> failed) {

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

    T run(DynamoDbClient client) {
        R response;
        try {
            response = command.send(client, request);
        } catch (SdkException e) {
            return failed.apply(e);
        }
        return answer.apply(response);
    }
}
