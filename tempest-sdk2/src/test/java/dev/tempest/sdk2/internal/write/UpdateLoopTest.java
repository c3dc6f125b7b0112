package dev.tempest.sdk2.internal.write;

import static dev.tempest.sdk2.internal.write.Notes.TIMEOUT;
import static dev.tempest.sdk2.internal.write.Notes.conditionFailed;
import static dev.tempest.sdk2.internal.write.Notes.rejected;
import static dev.tempest.sdk2.internal.write.Notes.responseLost;
import static dev.tempest.sdk2.internal.write.Notes.row;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;

import dev.tempest.OutcomeUnknownException;
import dev.tempest.UpdateConflictException;
import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.sdk2.internal.request.FakeRequests;
import dev.tempest.sdk2.internal.request.Futures;
import dev.tempest.sdk2.internal.write.Notes.Note;
import dev.tempest.sdk2.internal.write.Notes.NoteKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** What an update sends after what, and what it comes to, response by response. */
class UpdateLoopTest {
    private static final Object WRITTEN = UpdateItemResponse.builder().build();

    private final FakeRequests requests = new FakeRequests();
    /** What the function was given. */
    private final List<@Nullable Note> given = new ArrayList<>();

    private CompletableFuture<Note> update(boolean traced) {
        return run(traced, false, "mine");
    }

    private CompletableFuture<Note> run(boolean traced, boolean create, String text) {
        return Notes.operations(Note.class, traced)
                .updates()
                .run(
                        requests,
                        new NoteKey("a"),
                        note -> {
                            given.add(note);
                            return note == null ? new Note("a", text, null) : note.with(text);
                        },
                        create,
                        ConditionalWrites.STANDARD);
    }

    private static Object read(@Nullable Map<String, AttributeValue> row) {
        return GetItemResponse.builder().item(row).build();
    }

    private static AbstractThrowableAssert<?, ?> assertFailure(CompletableFuture<?> update) {
        assertThat(update).isCompletedExceptionally();
        return assertThat(update)
                .failsWithin(Duration.ZERO)
                .withThrowableOfType(java.util.concurrent.ExecutionException.class)
                .extracting(e -> Futures.unwrap(e.getCause()), as(throwable(Throwable.class)));
    }

    private void assertSent(Class<?>... types) {
        assertThat(requests.sent()).hasSize(types.length);
        for (int i = 0; i < types.length; i++) {
            assertThat(requests.sent().get(i)).isInstanceOf(types[i]);
        }
    }

    @Test
    void readsConsistentlyAndWritesWhatTheFunctionMade() {
        CompletableFuture<Note> update = update(false);
        assertThat(((GetItemRequest) requests.lastSent()).consistentRead()).isTrue();
        requests.respond(read(row("old", 3)));
        requests.respond(WRITTEN);

        assertThat(update).isCompletedWithValue(new Note("a", "mine", 4L));
        assertThat(given).containsExactly(new Note("a", "old", 3L));
        assertSent(GetItemRequest.class, UpdateItemRequest.class);
        assertThat(requests.pauses()).isEmpty();
    }

    @Test
    void writesNothingThatIsStoredAlready() {
        CompletableFuture<Note> update = update(false);
        requests.respond(read(row("mine", 3)));

        assertThat(update).isCompletedWithValue(new Note("a", "mine", 3L));
        assertSent(GetItemRequest.class);
    }

    @Test
    void failsWhereThereIsNoItem() {
        CompletableFuture<Note> update = update(false);
        requests.respond(read(null));

        assertFailure(update).isInstanceOf(NoSuchElementException.class);
        assertThat(given).isEmpty();
    }

    @Test
    void createsAnItemWhoseKeyIsFree() {
        CompletableFuture<Note> update = run(false, true, "first");
        requests.respond(read(null));
        TransactWriteItemsRequest sent = (TransactWriteItemsRequest) requests.lastSent();
        assertThat(sent.transactItems().get(0).put().conditionExpression()).contains("attribute_not_exists");
        assertThat(sent.clientRequestToken()).as("DynamoDB executes it once").isNotEmpty();
        requests.respond(TransactWriteItemsResponse.builder().build());

        assertThat(update).isCompletedWithValue(new Note("a", "first", 1L));
    }

    @Test
    void computesAgainFromTheItemThatTheFirstConflictReturned() {
        CompletableFuture<Note> update = update(false);
        requests.respond(read(row("old", 3)));
        requests.fail(conditionFailed(1, row("theirs", 4)));
        requests.respond(WRITTEN);

        assertThat(update).isCompletedWithValue(new Note("a", "mine", 5L));
        assertThat(given).containsExactly(new Note("a", "old", 3L), new Note("a", "theirs", 4L));
        assertSent(GetItemRequest.class, UpdateItemRequest.class, UpdateItemRequest.class);
        assertThat(requests.pauses()).isEmpty();
    }

    @Test
    void readsAgainAfterAConflictThatReturnedNoItem() {
        CompletableFuture<Note> update = update(false);
        requests.respond(read(row("old", 3)));
        requests.fail(conditionFailed(1, null));
        assertThat(requests.isUnderWay()).as("before the pause is over").isFalse();
        requests.resume();
        requests.respond(read(row("theirs", 4)));
        requests.respond(WRITTEN);

        assertThat(update).isCompletedWithValue(new Note("a", "mine", 5L));
        assertSent(GetItemRequest.class, UpdateItemRequest.class, GetItemRequest.class, UpdateItemRequest.class);
    }

    @Test
    void sendsTheSameRequestAgainAfterALostResponse() {
        CompletableFuture<Note> update = update(false);
        requests.respond(read(row("old", 3)));
        requests.fail(responseLost());
        requests.resume();
        assertThat(withoutTimeout(requests.sent().get(2)))
                .isEqualTo(withoutTimeout(requests.sent().get(1)));
        requests.respond(WRITTEN);

        assertThat(update).isCompletedWithValue(new Note("a", "mine", 4L));
        assertThat(given).hasSize(1);
    }

    private static Object withoutTimeout(Object request) {
        return ((AwsRequest) request)
                .toBuilder()
                        .overrideConfiguration((software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration) null)
                        .build();
    }

    @Test
    void waitsLongerAfterEachLostResponseThanItMustWithinItsTime() {
        CompletableFuture<Note> update = update(false);
        requests.respond(read(row("old", 3)));
        for (int i = 0; i < 20; i++) {
            requests.fail(responseLost());
            requests.resume();
        }
        requests.respond(WRITTEN);

        assertThat(update).isCompleted();
        assertThat(requests.pauses())
                .hasSize(20)
                .allSatisfy(pause -> assertThat(pause).isBetween(Duration.ZERO, Duration.ofSeconds(2)));
    }

    @Test
    void doesNotSayWhatItCannotKnow() {
        CompletableFuture<Note> update = update(false);
        requests.respond(read(row("old", 3)));
        requests.fail(responseLost());
        requests.resume();
        requests.fail(conditionFailed(1, row("mine", 4)));

        assertFailure(update)
                .isInstanceOf(OutcomeUnknownException.class)
                .extracting(e -> ((OutcomeUnknownException) e).storedItem().orElseThrow())
                .isEqualTo(new Note("a", "mine", 4L));
        assertThat(given).as("a write that may be done is not computed again").hasSize(1);
    }

    @Test
    void doesNotSayWhatItCannotKnowOfATryOfTheSdk() {
        CompletableFuture<Note> update = update(false);
        requests.respond(read(row("old", 3)));
        requests.fail(conditionFailed(2, row("mine", 4)));

        assertFailure(update).isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void recognisesItsOwnWriteByTheToken() {
        CompletableFuture<Note> update = update(true);
        requests.respond(read(row("old", 3)));
        requests.fail(responseLost());
        requests.resume();
        requests.fail(conditionFailed(1, withTokenOf((UpdateItemRequest) requests.lastSent(), "mine", 4)));

        assertThat(update).isCompletedWithValue(new Note("a", "mine", 4L));
        assertThat(given).hasSize(1);
    }

    @Test
    void recognisesAnotherWriteByTheToken() {
        CompletableFuture<Note> update = update(true);
        requests.respond(read(row("old", 3)));
        Map<String, AttributeValue> base = withTokenOf((UpdateItemRequest) requests.lastSent(), "old", 4);
        requests.respond(WRITTEN);
        assertThat(update).isCompleted();

        CompletableFuture<Note> second = run(true, false, "second");
        requests.respond(read(base));
        requests.fail(responseLost());
        requests.resume();
        Map<String, AttributeValue> theirs = new HashMap<>(base);
        theirs.put("version", AttributeValue.fromN("5"));
        theirs.put(
                Notes.TOKEN, AttributeValue.fromS(base.get(Notes.TOKEN).s().replaceFirst("\\|32\\|", "|32|other:1,")));
        requests.fail(conditionFailed(1, theirs));
        requests.respond(WRITTEN);

        assertThat(second).isCompletedWithValue(new Note("a", "second", 6L));
    }

    private static Map<String, AttributeValue> withTokenOf(UpdateItemRequest request, String text, long version) {
        Map<String, AttributeValue> row = row(text, version);
        AttributeValue token = request.expressionAttributeValues().values().stream()
                .filter(value -> value.s() != null && value.s().contains("|32|"))
                .findFirst()
                .orElseThrow();
        row.put(Notes.TOKEN, token);
        return row;
    }

    @Test
    void givesUpWhenItsTimeIsOver() {
        CompletableFuture<Note> update = update(false);
        requests.respond(read(row("old", 3)));
        requests.fail(conditionFailed(1, row("theirs", 4)));
        requests.elapse(TIMEOUT);
        requests.fail(conditionFailed(1, row("theirs", 5)));

        assertFailure(update).isInstanceOfSatisfying(UpdateConflictException.class, e -> {
            assertThat(e.attempts()).isEqualTo(2);
            assertThat(e.expectedVersion()).isEqualTo("4");
            assertThat(e.foundVersion()).isEqualTo("5");
        });
    }

    @Test
    void aLostResponseAtTheEndOfItsTimeIsAnUnknownOutcome() {
        CompletableFuture<Note> update = update(false);
        requests.respond(read(row("old", 3)));
        requests.elapse(TIMEOUT);
        requests.fail(responseLost());

        assertFailure(update).isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void throttlingAtTheEndOfItsTimeIsNoUnknownOutcome() {
        CompletableFuture<Note> update = update(false);
        requests.respond(read(row("old", 3)));
        requests.fail(rejected("ThrottlingException"));
        requests.elapse(TIMEOUT);
        requests.resume();
        requests.fail(rejected("ThrottlingException"));

        assertFailure(update).isInstanceOf(DynamoDbException.class).hasMessageContaining("update of Notes.Note {pk=a}");
    }

    @Test
    void throttlingAfterALostResponseLeavesTheOutcomeUnknown() {
        CompletableFuture<Note> update = update(false);
        requests.respond(read(row("old", 3)));
        requests.fail(responseLost());
        requests.resume();
        requests.elapse(TIMEOUT);
        requests.fail(rejected("ThrottlingException"));

        assertFailure(update).isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void throwsAtOnceWhatWouldFailAgain() {
        CompletableFuture<Note> update = update(false);
        requests.respond(read(row("old", 3)));
        requests.fail(rejected("ValidationException"));

        assertFailure(update).isInstanceOf(DynamoDbException.class);
        assertThat(requests.pauses()).isEmpty();
    }

    @Test
    void triesAReadAgainThatMayPass() {
        CompletableFuture<Note> update = update(false);
        requests.fail(responseLost());
        requests.resume();
        requests.respond(read(row("old", 3)));
        requests.respond(WRITTEN);

        assertThat(update).isCompletedWithValue(new Note("a", "mine", 4L));
    }

    @Test
    void anInterruptionAfterALostResponseIsAnUnknownOutcome() {
        CompletableFuture<Note> update = update(false);
        requests.respond(read(row("old", 3)));
        requests.fail(responseLost());
        requests.interrupt(AbortedException.create("interrupted"));

        assertFailure(update).isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void anInterruptionBeforeAnythingMayBeDoneIsTheInterruption() {
        CompletableFuture<Note> update = update(false);
        requests.fail(responseLost());
        requests.interrupt(AbortedException.create("interrupted"));

        assertFailure(update).isInstanceOf(AbortedException.class);
    }

    @Test
    void aRequestIsGivenUpWhenTheTimeOfTheUpdateIsOver() {
        update(false);
        requests.elapse(Duration.ofSeconds(4));
        requests.respond(read(row("old", 3)));

        assertThat(timeout(requests.sent().get(0))).isEqualTo(TIMEOUT);
        assertThat(timeout(requests.sent().get(1))).isEqualTo(TIMEOUT.minusSeconds(4));
    }

    @Test
    void aRequestHasALittleTimeInAnyCase() {
        update(false);
        requests.elapse(TIMEOUT.minusMillis(1));
        requests.respond(read(row("old", 3)));

        assertThat(timeout(requests.lastSent())).isEqualTo(Duration.ofMillis(250));
    }

    private static Duration timeout(Object request) {
        return ((AwsRequest) request)
                .overrideConfiguration()
                .orElseThrow()
                .apiCallTimeout()
                .orElseThrow();
    }

    @Test
    void whatTheFunctionThrowsComesThrough() {
        IllegalStateException thrown = new IllegalStateException("of the function");
        CompletableFuture<Note> update = Notes.operations(Note.class, false)
                .updates()
                .run(
                        requests,
                        new NoteKey("a"),
                        note -> {
                            throw thrown;
                        },
                        false,
                        ConditionalWrites.STANDARD);
        requests.respond(read(row("old", 3)));

        assertFailure(update).cause().isSameAs(thrown);
        assertSent(GetItemRequest.class);
    }
}
