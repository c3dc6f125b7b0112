package dev.tempest.tests.sdk1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.dynamodbv2.AmazonDynamoDBStreams;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.DescribeStreamRequest;
import com.amazonaws.services.dynamodbv2.model.GetRecordsRequest;
import com.amazonaws.services.dynamodbv2.model.GetShardIteratorRequest;
import com.amazonaws.services.dynamodbv2.model.Identity;
import com.amazonaws.services.dynamodbv2.model.Record;
import com.amazonaws.services.dynamodbv2.model.StreamRecord;
import com.amazonaws.services.dynamodbv2.model.StreamSpecification;
import dev.tempest.KeyTemplate;
import dev.tempest.Table;
import dev.tempest.items.ChangeKind;
import dev.tempest.items.ItemChange;
import dev.tempest.items.ReadRecord;
import dev.tempest.items.TypedItem;
import dev.tempest.items.UnknownItem;
import dev.tempest.sdk1.InlineView;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.sdk1.LogicalTable;
import dev.tempest.sdk1.TableDefinition;
import dev.tempest.sdk1.items.ItemReader;
import dev.tempest.testing.sdk1.TestDb;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Records of SDK 1.x become the same typed changes as those of SDK 2.x. */
class Sdk1StreamChangesTest {
    @RegisterExtension
    final TestDb testDb = TestDb.of();

    @KeyTemplate(attribute = "sk", value = "TRACK#{number:3}", keyOnly = "number")
    record Track(String id, int number, String title) {
        record Key(String id, int number) {}
    }

    @Table(partitionKey = "id", sortKey = "sk")
    interface AlbumTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Track.Key, Track> tracks();
    }

    @Table(partitionKey = "id", sortKey = "sk")
    interface EmptyTable extends LogicalTable<Map<String, AttributeValue>> {}

    private final ItemReader reader = ItemReader.of(AlbumTable.class);

    private List<Record> records() {
        AmazonDynamoDBStreams streams = testDb.streamsClient();
        String arn = testDb.client().describeTable("albums").getTable().getLatestStreamArn();
        String shard = streams.describeStream(new DescribeStreamRequest().withStreamArn(arn))
                .getStreamDescription()
                .getShards()
                .get(0)
                .getShardId();
        String iterator = streams.getShardIterator(new GetShardIteratorRequest()
                        .withStreamArn(arn)
                        .withShardId(shard)
                        .withShardIteratorType("TRIM_HORIZON"))
                .getShardIterator();
        return streams.getRecords(new GetRecordsRequest().withShardIterator(iterator))
                .getRecords();
    }

    @Test
    void recordsAreTypedChanges() {
        testDb.client()
                .createTable(TableDefinition.of(AlbumTable.class)
                        .createTableRequest("albums")
                        .withStreamSpecification(new StreamSpecification()
                                .withStreamEnabled(true)
                                .withStreamViewType("NEW_AND_OLD_IMAGES")));
        AlbumTable albums = testDb.logicalDb(LogicalDb.class).logicalTable("albums", AlbumTable.class);
        albums.tracks().save(new Track("a", 1, "Low Tide"));
        albums.tracks().save(new Track("a", 1, "Lowest Tide"));
        albums.tracks().deleteKey(new Track.Key("a", 1));

        List<ReadRecord> read = reader.records(records());

        assertThat(read)
                .extracting(record -> ((ItemChange<?>) record).kind())
                .containsExactly(ChangeKind.CREATED, ChangeKind.UPDATED, ChangeKind.DELETED);
        ItemChange<?> updated = (ItemChange<?>) read.get(1);
        assertThat(updated.type()).isEqualTo(Track.class);
        assertThat(updated.before().orElseThrow()).isEqualTo(new Track("a", 1, "Low Tide"));
        assertThat(updated.after().orElseThrow()).isEqualTo(new Track("a", 1, "Lowest Tide"));
        assertThat(updated.eventId()).isNotNull();
        assertThat(updated.at()).isNotNull();
        assertThat(reader.key(Track.Key.class, updated)).isEqualTo(new Track.Key("a", 1));
    }

    @Test
    void aDeletionByDynamoDbIsAnExpiry() {
        Record record = new Record()
                .withEventName("REMOVE")
                .withUserIdentity(new Identity().withPrincipalId("dynamodb.amazonaws.com"))
                .withDynamodb(new StreamRecord()
                        .withSequenceNumber("7")
                        .withKeys(Map.of("id", new AttributeValue("a"), "sk", new AttributeValue("TRACK#001"))));

        assertThat(((ItemChange<?>) reader.records(List.of(record)).get(0)).kind())
                .isEqualTo(ChangeKind.EXPIRED);
        assertThat(reader.records(List.of(new Record())).get(0)).hasToString("A record: dynamodb is missing.");
        assertThat(reader.records(List.of(new Record().withDynamodb(new StreamRecord().withSequenceNumber("8"))))
                        .get(0))
                .hasToString("Record 8: Keys is missing.");
    }

    @Test
    void anAttributeMapIsAnItemOfItsType() {
        Map<String, AttributeValue> row = Map.of(
                "id", new AttributeValue("a"),
                "sk", new AttributeValue("TRACK#001"),
                "title", new AttributeValue("Low Tide"));
        assertThat(reader.read(row)).isEqualTo(new TypedItem<>(Track.class, new Track("a", 1, "Low Tide")));
        assertThat(reader.read(Map.of("id", new AttributeValue("a"), "sk", new AttributeValue("X"))))
                .isInstanceOf(UnknownItem.class);
        assertThatThrownBy(() -> ItemReader.of(EmptyTable.class))
                .hasMessageContaining("EmptyTable has no view, so it says nothing about its items.");
    }
}
