package dev.tempest.sdk2.internal.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.sdk2.internal.batch.Lanes.Outcome;
import dev.tempest.sdk2.internal.request.Exchange;
import dev.tempest.sdk2.internal.request.Requests;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** How batches are worked off: what fails, what is sent again, and how often. */
class LanesTest {
    private final SdkException noConnection =
            SdkClientException.create("Acquire operation took longer than the configured maximum time.");
    private final SdkException broken = SdkClientException.create("broken", new IOException("reset"));

    private final List<List<Integer>> sent = new ArrayList<>();
    private int pauses;
    private CompletableFuture<@Nullable Void> pause = CompletableFuture.completedFuture(null);

    /** Sends nothing, and has room for so many lanes. */
    private final class Room implements Requests {
        private int left;

        Room(int left) {
            this.left = left;
        }

        @Override
        public <T extends @Nullable Object> CompletableFuture<T> send(Exchange<?, ?, T> exchange) {
            throw new UnsupportedOperationException();
        }

        @Override
        public @Nullable Duration callTimeout() {
            return null;
        }

        @Override
        public CompletableFuture<@Nullable Void> pause(Duration duration) {
            pauses++;
            return pause;
        }

        @Override
        public <T extends @Nullable Object> @Nullable CompletableFuture<T> fork(Supplier<CompletableFuture<T>> work) {
            if (left == 0) {
                return null;
            }
            left--;
            return work.get().whenComplete((done, failure) -> left++);
        }
    }

    private static DynamoDbException rejected(String code) {
        return (DynamoDbException) DynamoDbException.builder()
                .statusCode(400)
                .numAttempts(1)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();
    }

    private static List<Integer> entries(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private CompletableFuture<Outcome<Integer>> run(
            Requests requests, int entries, Function<List<Integer>, CompletableFuture<List<Integer>>> send) {
        return new Lanes<>(
                        requests,
                        entries(entries),
                        new Lanes.Work<>(
                                10,
                                chunk -> {
                                    sent.add(chunk);
                                    return send.apply(chunk);
                                },
                                entry -> entry % 2 == 0 ? "even" : "odd"))
                .run();
    }

    private Outcome<Integer> runAlone(int entries, Function<List<Integer>, @Nullable SdkException> failure) {
        return run(new Room(0), entries, chunk -> {
                    SdkException e = failure.apply(chunk);
                    return e == null ? CompletableFuture.completedFuture(List.of()) : CompletableFuture.failedFuture(e);
                })
                .join();
    }

    private static List<Integer> refused(Outcome<Integer> outcome) {
        return outcome.refused().stream().map(Lanes.Refused::entry).sorted().toList();
    }

    @Test
    void findsTheEntriesThatAreRejectedAndDoesAllOthers() {
        Outcome<Integer> outcome =
                runAlone(50, chunk -> chunk.contains(7) || chunk.contains(8) ? rejected("ValidationException") : null);

        assertThat(refused(outcome)).containsExactly(7, 8);
        assertThat(outcome.left()).isEmpty();
        assertThat(outcome.cause()).isNull();
        assertThat(sent).hasSizeLessThan(5 + 12);
    }

    @Test
    void givesUpLookingWhereEverythingIsRejected() {
        Outcome<Integer> outcome = runAlone(1_000, chunk -> rejected("ValidationException"));

        assertThat(refused(outcome)).isEqualTo(entries(1_000));
        assertThat(sent).hasSize(100 + 100);
    }

    @Test
    void doesWhatIsOfOtherTables() {
        Outcome<Integer> outcome = runAlone(
                20, chunk -> chunk.contains(2) || chunk.contains(12) ? rejected("AccessDeniedException") : null);

        assertThat(refused(outcome)).containsExactly(0, 2, 4, 6, 8, 10, 12, 14, 16, 18);
        assertThat(sent).hasSize(2 + 4);
    }

    @Test
    void stopsWhereNoRequestWouldFareBetter() {
        for (SdkException e : List.of(
                SdkClientException.create("Unable to load credentials"), rejected("UnrecognizedClientException"))) {
            sent.clear();
            Outcome<Integer> outcome = runAlone(50, chunk -> e);

            assertThat(sent).hasSize(1);
            assertThat(outcome.left()).hasSize(50);
            assertThat(outcome.cause()).isSameAs(e);
        }
    }

    @Test
    void sendsWhatTheNetworkBrokeOnceMore() {
        Outcome<Integer> through = runAlone(30, chunk -> sent.size() == 2 ? broken : null);
        assertThat(through.left()).isEmpty();
        assertThat(through.cause()).isNull();
        assertThat(sent).hasSize(4);

        Outcome<Integer> given = runAlone(30, chunk -> broken);
        assertThat(given.left()).hasSize(30);
        assertThat(given.cause()).isSameAs(broken);
        assertThat(sent).hasSize(4 + 2);
    }

    @Test
    void leavesWhatIsThrottledWithoutACause() {
        Outcome<Integer> outcome = runAlone(10, chunk -> rejected("ThrottlingException"));

        assertThat(outcome.left()).hasSize(10);
        assertThat(outcome.cause()).isNull();
        assertThat(sent).hasSize(11);
        assertThat(pauses).isEqualTo(10);
    }

    @Test
    void aLaneWithoutAConnectionLeavesItsChunkToTheOthers() {
        List<CompletableFuture<List<Integer>>> responses = new ArrayList<>();
        CompletableFuture<Outcome<Integer>> outcome = run(new Room(2), 60, chunk -> {
            CompletableFuture<List<Integer>> response = new CompletableFuture<>();
            responses.add(response);
            return response;
        });
        assertThat(sent).hasSize(3);
        responses.get(0).completeExceptionally(noConnection);
        responses.get(2).completeExceptionally(noConnection);
        assertThat(sent).as("fewer at once").hasSize(3);

        for (int i = 1; i < 8; i++) {
            if (i != 2) {
                assertThat(sent).hasSizeBetween(i + 1, Math.max(3, i + 1));
                responses.get(i).complete(List.of());
            }
        }

        assertThat(outcome.join().left()).isEmpty();
        assertThat(sent).hasSize(8);
    }

    @Test
    void theLastLaneWithoutAConnectionTriesOnceMore() {
        Outcome<Integer> outcome = runAlone(10, chunk -> noConnection);

        assertThat(sent).hasSize(2);
        assertThat(outcome.left()).hasSize(10);
        assertThat(outcome.cause()).isSameAs(noConnection);
    }

    @Test
    void whatALaneLeavesIsDoneByTheOthersWhileItPauses() {
        pause = new CompletableFuture<>();
        List<CompletableFuture<List<Integer>>> responses = new ArrayList<>();
        CompletableFuture<Outcome<Integer>> outcome = run(new Room(1), 20, chunk -> {
            CompletableFuture<List<Integer>> response = new CompletableFuture<>();
            responses.add(response);
            return response;
        });

        responses.get(0).complete(List.of(3));
        responses.get(1).complete(List.of());
        assertThat(sent).last().isEqualTo(List.of(3));
        responses.get(2).complete(List.of());

        assertThat(outcome).isCompleted();
        pause.complete(null);
        assertThat(sent).hasSize(3);
        assertThat(outcome.join().left()).isEmpty();
    }

    @Test
    void takesTheRoomThatComesUp() {
        Room room = new Room(0);
        List<CompletableFuture<List<Integer>>> responses = new ArrayList<>();
        CompletableFuture<Outcome<Integer>> outcome = run(room, 80, chunk -> {
            CompletableFuture<List<Integer>> response = new CompletableFuture<>();
            responses.add(response);
            return response;
        });
        assertThat(sent).hasSize(1);
        room.left = 20;

        responses.get(0).complete(List.of());
        assertThat(sent).hasSize(3);
        for (int i = 1; i < 8; i++) {
            responses.get(i).complete(List.of());
        }

        assertThat(outcome.join().left()).isEmpty();
        assertThat(room.left).isEqualTo(20);
    }
}
