package dev.tempest.tests.observing;

import static dev.tempest.tests.observing.Notes.KEY;
import static dev.tempest.tests.observing.Notes.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tempest.OperationListener;
import dev.tempest.OutcomeUnknownException;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.faces.Retries;
import dev.tempest.tests.faces.Waiting;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** What a listener receives of updates, and of writes that are recognised, which only SDK 2.x has. */
class OperationEventsTest {
    private static final FaultyHttp CALM = FaultyHttp.builder().build();

    @RegisterExtension
    final TestDb testDb = TestDb.of(TestTable.create(Notes.TABLE, Notes.Row.class));

    private final Recorder events = new Recorder(false);

    private Notes.Db open(FaultyHttp network, OperationListener listener) {
        DynamoDbClient client = testDb.with(network)
                .clientBuilder()
                .overrideConfiguration(config -> config.retryStrategy(Retries.quick(2)))
                .build();
        return LogicalDb.builder(Notes.Db.class)
                .enhancedClient(
                        DynamoDbEnhancedClient.builder().dynamoDbClient(client).build())
                .listener(listener)
                .build();
    }

    private Notes.Table calm() {
        return testDb.logicalDb(Notes.Db.class).notes();
    }

    private Notes.AsyncDb openAsync(FaultyHttp network) {
        return AsyncLogicalDb.builder(Notes.AsyncDb.class)
                .enhancedClient(testDb.with(network).enhancedAsyncClient())
                .listener(events)
                .build();
    }

    @Test
    void ownWritesThatAreRecognised() {
        FaultyHttp network =
                FaultyHttp.builder().nth(1, "PutItem", Fault.responseLost()).build();
        Notes.Table notes = open(network, events).notes();

        notes.notes().save(note("a"));

        assertThat(events.lines())
                .containsExactly(
                        "save of Note in [notes]",
                        "sent 1 PutItem",
                        "1 OWN_WRITE_RECOGNISED by ConditionalCheckFailedException",
                        "ended OWN_WRITE_RECOGNISED");
    }

    @Test
    void writesOfWhichTheOutcomeIsUnknown() {
        FaultyHttp network = FaultyHttp.builder()
                .when(request -> request.operation().equals("PutItem"), Fault.responseLost())
                .build();
        Notes.Table notes = open(network, events).notes();

        Throwable thrown = catchThrowable(() -> notes.notes().save(note("a")));

        assertThat(thrown).isInstanceOf(OutcomeUnknownException.class);
        assertThat(events.lines())
                .hasSize(4)
                .anySatisfy(line -> assertThat(line).startsWith("1 UNKNOWN by "))
                .endsWith("ended UNKNOWN by OutcomeUnknownException");
    }

    @Test
    void anUpdateIsOneOperation() {
        Notes.Table others = calm();
        others.notes().save(note("a"));
        Notes.Table notes = open(CALM, events).notes();
        List<String> seen = new ArrayList<>();

        notes.notes().update(KEY, note -> {
            seen.add(note.text());
            if (seen.size() == 1) {
                others.notes().update(KEY, other -> other.with("other"));
            }
            return note.with(note.text() + "!");
        });

        assertThat(events.lines())
                .containsExactly(
                        "update of Note in [notes]",
                        "sent 1 GetItem",
                        "1 DONE",
                        "sent 2 UpdateItem",
                        "2 CONFLICT by ConditionalCheckFailedException",
                        "sent 3 UpdateItem",
                        "3 DONE",
                        "ended DONE");
    }

    @Test
    void anUpdateThatRecognisesItsOwnWrite() {
        calm().notes().save(note("a"));
        FaultyHttp network =
                FaultyHttp.builder().nth(1, "UpdateItem", Fault.responseLost()).build();

        open(network, events).notes().notes().update(KEY, note -> note.with("mine"));

        assertThat(events.lines())
                .containsSubsequence(
                        "2 OWN_WRITE_RECOGNISED by ConditionalCheckFailedException", "ended OWN_WRITE_RECOGNISED");
    }

    @Test
    void withoutBlocking() {
        calm().notes().save(note("a"));
        Notes.AsyncTable notes = openAsync(CALM).notes();

        Waiting.result(notes.notes().loadAsync(KEY));
        assertThat(events.lines())
                .containsExactlyInAnyOrder("load of Note in [notes]", "sent 1 GetItem", "1 DONE", "ended DONE")
                .startsWith("load of Note in [notes]")
                .endsWith("ended DONE");
        Waiting.result(notes.notes().updateAsync(KEY, note -> note.with("x")));
        assertThat(events.lines())
                .contains("update of Note in [notes]", "1 DONE", "2 DONE")
                .endsWith("ended DONE");
        assertThat(catchThrowable(() -> Waiting.result(notes.notes().createAsync(note("a")))))
                .isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(events.lines()).endsWith("ended CONDITION_FAILED by ConditionalCheckFailedException");
    }
}
