package dev.tempest.tests.observing;

import static dev.tempest.tests.observing.Notes.KEY;
import static dev.tempest.tests.observing.Notes.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tempest.BeginsWith;
import dev.tempest.OperationListener;
import dev.tempest.OperationListener.Capacity;
import dev.tempest.OutcomeUnknownException;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.faces.Retries;
import dev.tempest.tests.faces.Waiting;
import dev.tempest.tests.observing.Notes.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** What a listener receives of each operation and of its requests. */
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
    void singleRequests() {
        Notes.Table notes = open(CALM, events).notes();

        notes.notes().save(note("a"));
        assertThat(events.lines()).containsExactly("save of Note in [notes]", "sent 1 PutItem", "1 DONE", "ended DONE");
        notes.notes().load(KEY);
        assertThat(events.lines()).containsExactly("load of Note in [notes]", "sent 1 GetItem", "1 DONE", "ended DONE");
        notes.notes().deleteKey(KEY);
        assertThat(events.lines())
                .containsExactly("delete of Note in [notes]", "sent 1 DeleteItem", "1 DONE", "ended DONE");
        notes.byTopic().query(new BeginsWith<>(new Notes.ByTopic("birds", null)));
        assertThat(events.lines())
                .containsExactly("query of Note in [notes] through topics", "sent 1 Query", "1 DONE", "ended DONE");
        notes.notes().scan();
        assertThat(events.lines()).containsExactly("scan of Note in [notes]", "sent 1 Scan", "1 DONE", "ended DONE");
    }

    @Test
    void conditionsThatFail() {
        calm().notes().save(note("a"));
        Notes.Table notes = open(CALM, events).notes();

        Throwable thrown = catchThrowable(() -> notes.notes().create(note("a")));

        assertThat(thrown).isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(events.lines())
                .containsExactly(
                        "create of Note in [notes]",
                        "sent 1 PutItem",
                        "1 CONDITION_FAILED by ConditionalCheckFailedException",
                        "ended CONDITION_FAILED by ConditionalCheckFailedException");
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
    void throttledRequests() {
        FaultyHttp network =
                FaultyHttp.builder().when(request -> true, Fault.throttled()).build();
        Notes.Table notes = open(network, events).notes();

        assertThat(catchThrowable(() -> notes.notes().load(KEY))).isNotNull();

        assertThat(events.lines())
                .containsExactly(
                        "load of Note in [notes]",
                        "sent 1 GetItem",
                        "1 THROTTLED by ProvisionedThroughputExceededException",
                        "ended THROTTLED by ProvisionedThroughputExceededException");
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

    @Test
    void batchesAreOneOperation() {
        Notes.Db db = open(CALM, events);
        BatchWriteSet.Builder set = BatchWriteSet.builder().ignoreVersions();
        IntStream.range(0, 60).forEach(i -> set.clobber(note("note " + i)));

        db.batchWrite(set.build());

        assertThat(events.lines())
                .startsWith("batchWrite in []")
                .contains("sent 1 BatchWriteItem", "sent 2 BatchWriteItem", "sent 3 BatchWriteItem")
                .endsWith("ended DONE")
                .hasSize(8);
        db.batchLoad(List.of(new Notes.Key("note 1"), new Notes.Key("note 2")));
        assertThat(events.lines()).containsExactly("batchLoad in []", "sent 1 BatchGetItem", "1 DONE", "ended DONE");
    }

    @Test
    void transactions() {
        Notes.Db db = open(CALM, events);
        TransactionWriteSet set =
                TransactionWriteSet.builder().create(note("a")).build();

        db.transactionWrite(set);
        assertThat(events.lines())
                .containsExactly("transactionWrite in []", "sent 1 TransactWriteItems", "1 DONE", "ended DONE");
        assertThat(catchThrowable(() -> db.transactionWrite(set))).isNotNull();
        assertThat(events.lines())
                .containsExactly(
                        "transactionWrite in []",
                        "sent 1 TransactWriteItems",
                        "1 CONDITION_FAILED by TransactionCanceledException",
                        "ended CONDITION_FAILED by TransactionCanceledException");
    }

    @Test
    void consumedCapacityByTableAndIndex() {
        Recorder wanting = new Recorder(true);
        Notes.Table notes = open(CALM, wanting).notes();

        notes.notes().save(note("a"));
        assertThat(wanting.consumed())
                .containsExactlyInAnyOrder(new Capacity("notes", null, 1), new Capacity("notes", "topics", 1));
        notes.notes().load(KEY);
        assertThat(events.consumed()).isEmpty();
        assertThat(wanting.consumed()).hasSize(3);
    }

    @Test
    void noCapacityIsAskedForUnlessTheListenerWantsIt() {
        open(CALM, events).notes().notes().save(note("a"));

        assertThat(events.consumed()).isEmpty();
    }

    @Test
    void whatAListenerThrowsIsIgnored() {
        Notes.Table notes = open(CALM, operation -> new OperationListener.Observer() {
                    @Override
                    public OperationListener.Scope sending(OperationListener.Request request) {
                        throw new IllegalStateException("sending");
                    }

                    @Override
                    public void received(OperationListener.Request request, OperationListener.Response response) {
                        throw new IllegalStateException("received");
                    }

                    @Override
                    public void ended(OperationListener.Outcome outcome, String error) {
                        throw new AssertionError("ended");
                    }
                })
                .notes();
        Notes.Table others = open(CALM, operation -> {
                    throw new IllegalStateException("started");
                })
                .notes();

        Note saved = notes.notes().save(note("a"));

        assertThat(notes.notes().load(KEY)).isEqualTo(saved);
        assertThat(others.notes().load(KEY)).isEqualTo(saved);
    }

    /** Not even where the failure carries the stored item. */
    @Test
    void eventsHoldNoValues() {
        calm().notes().save(note("a"));
        Notes.Table notes = open(CALM, events).notes();

        Throwable thrown = catchThrowable(() -> notes.notes()
                .save(
                        note("a"),
                        Expression.builder()
                                .expression("topic = :secret")
                                .expressionValues(Map.of(":secret", AttributeValue.fromS("secret")))
                                .build()));

        assertThat(thrown).isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(events.lines()).hasSize(4).noneMatch(line -> line.contains("secret"));
    }
}
