package dev.tempest.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent.KinesisEventRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.Identity;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import dev.tempest.Table;
import dev.tempest.items.ChangeKind;
import dev.tempest.items.Changes;
import dev.tempest.items.ItemChange;
import dev.tempest.items.ReadRecord;
import dev.tempest.items.UnknownItem;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.items.ItemReader;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LambdaEventsTest {
    record Album(String id, String title, Set<String> genres, ByteBuffer cover, List<Long> lengths, Boolean live) {
        record Key(String id) {}
    }

    @Table(partitionKey = "id")
    interface AlbumTable
            extends LogicalTable<Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue>> {
        InlineView<Album.Key, Album> albums();
    }

    private final ItemReader reader = ItemReader.of(AlbumTable.class);

    private static DynamodbStreamRecord record(String number, String event) {
        DynamodbStreamRecord record = new DynamodbStreamRecord();
        record.setEventID("event-" + number);
        record.setEventName(event);
        record.setDynamodb(new StreamRecord()
                .withSequenceNumber(number)
                .withApproximateCreationDateTime(Date.from(Instant.parse("2016-11-18T20:09:00Z")))
                .withKeys(Map.of("id", new AttributeValue("a"))));
        return record;
    }

    private static Map<String, AttributeValue> image() {
        return Map.of(
                "id", new AttributeValue("a"),
                "title", new AttributeValue("Harbour Lights"),
                "genres", new AttributeValue().withSS("folk", "jazz"),
                "cover", new AttributeValue().withB(ByteBuffer.wrap(new byte[] {1, 2})),
                "lengths", new AttributeValue().withL(new AttributeValue().withN("207")),
                "live", new AttributeValue().withBOOL(true));
    }

    private static DynamodbEvent event(DynamodbStreamRecord... records) {
        DynamodbEvent event = new DynamodbEvent();
        event.setRecords(List.of(records));
        return event;
    }

    @Test
    void anEventHasTypedChanges() {
        DynamodbStreamRecord created = record("111", "INSERT");
        created.getDynamodb().setNewImage(image());
        DynamodbStreamRecord expired = record("222", "REMOVE");
        expired.setUserIdentity(
                new Identity().withPrincipalId("dynamodb.amazonaws.com").withType("Service"));

        List<ReadRecord> read = LambdaEvents.records(reader, event(created, expired));

        ItemChange<?> first = (ItemChange<?>) read.get(0);
        assertThat(first.kind()).isEqualTo(ChangeKind.CREATED);
        assertThat(first.at()).isEqualTo(Instant.parse("2016-11-18T20:09:00Z"));
        assertThat(first.eventId()).isEqualTo("event-111");
        assertThat(first.sequenceNumber()).isEqualTo("111");
        assertThat(first.after().orElseThrow())
                .isEqualTo(new Album(
                        "a",
                        "Harbour Lights",
                        Set.of("folk", "jazz"),
                        ByteBuffer.wrap(new byte[] {1, 2}),
                        List.of(207L),
                        true));
        assertThat(((ItemChange<?>) read.get(1)).kind()).isEqualTo(ChangeKind.EXPIRED);
    }

    @Test
    void theResponseNamesTheRecordThatFailed() {
        DynamodbStreamRecord broken = record("222", "INSERT");
        broken.getDynamodb().setNewImage(Map.of());
        DynamodbEvent event = event(record("111", "REMOVE"), broken, record("333", "REMOVE"));

        StreamsEventResponse response = LambdaEvents.response(
                Changes.on(UnknownItem.class, change -> {}).handle(LambdaEvents.records(reader, event)));

        assertThat(response.getBatchItemFailures()).containsExactly(new StreamsEventResponse.BatchItemFailure("222"));
        assertThat(LambdaEvents.response(Changes.on(Album.class, change -> {}).handle(List.of()))
                        .getBatchItemFailures())
                .isEmpty();
    }

    @Test
    void anEventOfKinesisHasTypedChanges() {
        KinesisEvent.Record kinesis = new KinesisEvent.Record();
        kinesis.setSequenceNumber("495");
        kinesis.setData(ByteBuffer.wrap(
                ("{\"eventName\":\"REMOVE\",\"eventID\":\"e\",\"dynamodb\":" + "{\"Keys\":{\"id\":{\"S\":\"a\"}}}}")
                        .getBytes(UTF_8)));
        KinesisEventRecord record = new KinesisEventRecord();
        record.setKinesis(kinesis);
        KinesisEvent event = new KinesisEvent();
        event.setRecords(List.of(record));

        ItemChange<?> change =
                (ItemChange<?>) LambdaEvents.records(reader, event).get(0);

        assertThat(change.type()).isEqualTo(Album.class);
        assertThat(change.kind()).isEqualTo(ChangeKind.DELETED);
        assertThat(change.sequenceNumber()).isEqualTo("495");
    }
}
