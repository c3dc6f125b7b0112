package dev.tempest.sdk2.internal.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.sdk2.internal.request.Exchange;
import dev.tempest.sdk2.internal.request.Requests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** What becomes of the requests of one call when it ends early, or when a response cannot be read. */
class AsyncRequestsTest {
    private final Forks forks = new Forks(1);
    private final AsyncRequests.Source source = new AsyncRequests.Source(new NoClient(), forks, null, null, null);
    private final List<CompletableFuture<String>> responses = new ArrayList<>();

    private final Exchange<String, String, String> exchange = Exchange.of(
            OperationInfo.ofMany("test"),
            new Exchange.Command<>(
                    "Test",
                    false,
                    (client, request) -> {
                        throw new UnsupportedOperationException();
                    },
                    (client, request) -> {
                        CompletableFuture<String> response = new CompletableFuture<>();
                        responses.add(response);
                        return response;
                    }),
            "request",
            response -> "read " + response,
            e -> e);

    @Test
    void theResultIsWhatTheResponseMeans() {
        CompletableFuture<String> call = source.send(() -> exchange);
        responses.get(0).complete("response");

        assertThat(call).isCompletedWithValue("read response");
    }

    @Test
    void cancellingTheCallCancelsTheRequestUnderWay() {
        CompletableFuture<String> call = source.send(() -> exchange);
        call.cancel(true);

        assertThat(responses.get(0)).isCancelled();
    }

    @Test
    void aCallThatTimesOutCancelsTheRequestUnderWay() {
        CompletableFuture<String> call = source.send(() -> exchange);
        call.completeExceptionally(new TimeoutException());

        assertThat(responses.get(0)).isCancelled();
    }

    @Test
    void nothingMoreIsSentByACallThatWasCancelled() {
        CompletableFuture<String> call = source.call(
                OperationInfo.ofMany("test"),
                requests -> requests.send(exchange)
                        .handle((first, failure) -> "")
                        .thenCompose(first -> requests.send(exchange)));
        call.cancel(true);

        assertThat(responses).hasSize(1);
    }

    @Test
    void cancellingTheCallEndsItsPause() {
        CompletableFuture<String> call = source.call(
                OperationInfo.ofMany("test"),
                requests ->
                        pause(requests).handle((waited, failure) -> "").thenCompose(waited -> requests.send(exchange)));
        call.cancel(true);

        assertThat(responses).isEmpty();
    }

    private static CompletableFuture<?> pause(Requests requests) {
        return requests.pause(Duration.ofDays(1));
    }

    @Test
    void roomIsGivenBackWhateverBecomesOfTheWork() {
        source.call(OperationInfo.ofMany("test"), requests -> {
            CompletableFuture<String> failing = requests.fork(() -> {
                throw new IllegalStateException();
            });
            assertThat(failing).isCompletedExceptionally();
            CompletableFuture<String> first = requests.fork(() -> requests.send(exchange));
            assertThat(first).isNotNull();
            assertThat(requests.<String>fork(() -> requests.send(exchange)))
                    .as("beside the first")
                    .isNull();
            responses.get(0).complete("");
            assertThat(requests.<String>fork(() -> requests.send(exchange))).isNotNull();
            return CompletableFuture.completedFuture("");
        });

        assertThat(responses).hasSize(2);
    }

    @Test
    void aRejectionThatWasCutOffIsSentAgainAndCountsAsAnAttempt() {
        CompletableFuture<String> call = source.send(() -> exchange);
        responses.get(0).completeExceptionally(rejection(null));
        assertThat(responses).hasSize(2);
        responses.get(1).completeExceptionally(rejection("ValidationException"));

        assertThatThrownBy(call::join)
                .cause()
                .isInstanceOfSatisfying(
                        DynamoDbException.class,
                        e -> assertThat(e.numAttempts()).isEqualTo(2));
    }

    private static RuntimeException rejection(@Nullable String code) {
        DynamoDbException.Builder rejection = DynamoDbException.builder();
        rejection.statusCode(400).numAttempts(code == null ? 2 : 1);
        if (code != null) {
            rejection.awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build());
        }
        return (RuntimeException) rejection.build();
    }
}
