package dev.tempest.sdk2.internal;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * One request that is ready to go, and what its answer means. It knows neither a client nor a thread, so that the same
 * exchange serves the synchronous views and the asynchronous ones.
 *
 * @param answer turns the response into the result
 * @param refusal adds to an exception what was being done
 * @param <Q> the request
 * @param <R> the response
 * @param <T> the result
 */
record Exchange<Q, R, T extends @Nullable Object>(
        Command<Q, R> command, Q request, Function<R, T> answer, UnaryOperator<DynamoDbException> refusal) {

    /** An exchange whose answer is known, so that nothing is sent. */
    static <T> Exchange<T, T, T> answered(T answer) {
        return new Exchange<>(
                new Command<>(
                        (client, request) -> request, (client, request) -> CompletableFuture.completedFuture(request)),
                answer,
                response -> response,
                refusal -> refusal);
    }

    T run(DynamoDbClient client) {
        R response;
        try {
            response = command.sync().apply(client, request);
        } catch (DynamoDbException e) {
            throw refusal.apply(e);
        }
        return answer.apply(response);
    }
}
