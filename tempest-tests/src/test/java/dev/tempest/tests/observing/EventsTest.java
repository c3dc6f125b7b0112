package dev.tempest.tests.observing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.BeginsWith;
import dev.tempest.OperationListener;
import dev.tempest.OperationListener.Capacity;
import dev.tempest.sdk2.BatchWriteException;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.tests.faces.Face;
import dev.tempest.tests.faces.FaceTest;
import dev.tempest.tests.faces.Media;
import dev.tempest.tests.faces.Media.Track;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What a listener receives of each operation and of its requests, through all faces. */
@ParameterizedClass
@EnumSource
class EventsTest extends FaceTest {
    private final Track track = Media.track("a", 1);
    private final Recorder events = new Recorder(false);

    private Face listening(OperationListener listener) {
        return open(Face.Settings.DEFAULT.listener(listener));
    }

    private Face listening(FaultyHttp network) {
        return open(Face.Settings.DEFAULT.listener(events).network(network).sdkTries(2));
    }

    private void assertEvents(String... lines) {
        if (kind.isAsync()) {
            // The response may be there before the client has taken the request over.
            assertEventsInAnyOrder(lines);
        } else {
            assertThat(events.lines()).containsExactly(lines);
        }
    }

    private void assertEventsInAnyOrder(String... lines) {
        assertThat(events.lines())
                .containsExactlyInAnyOrder(lines)
                .startsWith(lines[0])
                .endsWith(lines[lines.length - 1]);
    }

    @Test
    void singleItems() {
        Face.MediaTable media = listening(events).media();

        media.tracks().save(track);
        assertEvents("save of Track in [media]", "sent 1 PutItem", "1 DONE", "ended DONE");
        media.tracks().load(track.key());
        assertEvents("load of Track in [media]", "sent 1 GetItem", "1 DONE", "ended DONE");
        media.tracks().merge(track);
        assertEvents("merge of Track in [media]", "sent 1 UpdateItem", "1 DONE", "ended DONE");
        media.tracks().delete(track);
        assertEvents("delete of Track in [media]", "sent 1 DeleteItem", "1 DONE", "ended DONE");
        media.tracks().deleteKey(track.key());
        assertEvents("delete of Track in [media]", "sent 1 DeleteItem", "1 DONE", "ended DONE");
    }

    @Test
    void pages() {
        Face.MediaTable media = listening(events).media();

        media.tracksByGenre().query(new BeginsWith<>(new Track.ByGenre("genre 1")));
        assertEvents("query of Track in [media] through by_genre", "sent 1 Query", "1 DONE", "ended DONE");
        media.trackPages().scan();
        assertEvents("scan of Track in [media]", "sent 1 Scan", "1 DONE", "ended DONE");
    }

    @Test
    void batchesAreOneOperation() {
        Face face = listening(events);

        face.batchWrite(BatchWriteSet.builder().clobber(Media.tracks("a", 60)));
        assertEventsInAnyOrder(
                "batchWrite in []",
                "sent 1 BatchWriteItem",
                "1 DONE",
                "sent 2 BatchWriteItem",
                "2 DONE",
                "sent 3 BatchWriteItem",
                "3 DONE",
                "ended DONE");
        face.batchLoad(List.of(track.key(), new Track.Key("a", "other")));
        assertEvents("batchLoad in []", "sent 1 BatchGetItem", "1 DONE", "ended DONE");
    }

    @Test
    void transactions() {
        Face face = listening(events);

        face.transactionWrite(TransactionWriteSet.builder().save(track));
        assertEvents("transactionWrite in []", "sent 1 TransactWriteItems", "1 DONE", "ended DONE");
        face.transactionLoad(track.key());
        assertEvents("transactionLoad in []", "sent 1 TransactGetItems", "1 DONE", "ended DONE");
        assertThatThrownBy(() -> face.transactionWrite(
                        TransactionWriteSet.builder().checkCondition(new Track.Key("a", "other"))))
                .isInstanceOf(TransactionCanceledException.class);
        assertEvents(
                "transactionWrite in []",
                "sent 1 TransactWriteItems",
                "1 CONDITION_FAILED by TransactionCanceledException",
                "ended CONDITION_FAILED by TransactionCanceledException");
    }

    /** The condition names a value, and the failure carries the stored item. */
    @Test
    void conditionsThatFail() {
        open().media().tracks().save(track);
        Expression condition = Expression.builder()
                .expression("title = :secret")
                .putExpressionValue(":secret", AttributeValue.fromS("secret"))
                .build();

        assertThatThrownBy(() -> listening(events).media().tracks().delete(track, condition))
                .isInstanceOf(ConditionalCheckFailedException.class);

        assertEvents(
                "delete of Track in [media]",
                "sent 1 DeleteItem",
                "1 CONDITION_FAILED by ConditionalCheckFailedException",
                "ended CONDITION_FAILED by ConditionalCheckFailedException");
    }

    @Test
    void throttledRequests() {
        Face face = listening(
                FaultyHttp.builder().when(request -> true, Fault.throttled()).build());

        assertThatThrownBy(() -> face.media().tracks().load(track.key())).isInstanceOf(DynamoDbException.class);

        assertEvents(
                "load of Track in [media]",
                "sent 1 GetItem",
                "1 THROTTLED by ProvisionedThroughputExceededException",
                "ended THROTTLED by ProvisionedThroughputExceededException");
    }

    @Test
    void batchesOfWhichAPartIsLeft() {
        Face face = listening(FaultyHttp.builder()
                .when(
                        request -> request.operation().equals("BatchWriteItem"),
                        Fault.error(400, "AccessDeniedException", "You may not."))
                .build());

        assertThatThrownBy(() -> face.batchWrite(BatchWriteSet.builder().clobber(track)))
                .isInstanceOf(BatchWriteException.class);

        assertThat(events.lines())
                .contains("1 FAILED by AccessDeniedException")
                .last()
                .asString()
                .startsWith("ended FAILED");
    }

    @Test
    void writesOfWhichTheOutcomeIsUnknown() {
        Face face = listening(FaultyHttp.builder()
                .when(request -> request.operation().equals("PutItem"), Fault.responseLost())
                .build());

        assertThatThrownBy(() -> face.media().tracks().save(track)).isInstanceOf(SdkException.class);

        List<String> received = events.lines();
        assertThat(received).hasSize(4).anyMatch(line -> line.startsWith("1 UNKNOWN by "));
        assertThat(received.get(3)).startsWith("ended UNKNOWN by ");
    }

    @Test
    void consumedCapacityByTableAndIndex() {
        Recorder wanting = new Recorder(true);
        Face face = listening(wanting);

        face.media().tracks().save(track);
        assertThat(wanting.consumed())
                .containsExactlyInAnyOrder(
                        new Capacity("media", null, 1),
                        new Capacity("media", "by_genre", 1),
                        new Capacity("media", "by_rank", 1));
        face.media().tracks().load(track.key());
        face.media().trackPages().scan();
        face.batchLoad(List.of(track.key()));
        face.transactionLoad(track.key());
        assertThat(wanting.consumed()).hasSize(7);
    }

    @Test
    void noCapacityIsAskedForUnlessTheListenerWantsIt() {
        listening(events).media().tracks().save(track);

        assertThat(events.consumed()).isEmpty();
    }

    @Test
    void whatAListenerThrowsIsIgnored() {
        Face face = listening(operation -> new OperationListener.Observer() {
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
        });
        Face other = listening(operation -> {
            throw new IllegalStateException("started");
        });

        Track saved = face.media().tracks().save(track);

        assertThat(face.media().tracks().load(track.key())).isEqualTo(saved);
        assertThat(other.media().tracks().load(track.key())).isEqualTo(saved);
    }
}
