package dev.tempest.docs;

import static dev.tempest.Attributes.number;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tempest.KeyTemplate;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.items.ChangeKind;
import dev.tempest.items.Changes;
import dev.tempest.items.Export;
import dev.tempest.items.HandledRecords;
import dev.tempest.items.ItemChange;
import dev.tempest.items.ReadItem;
import dev.tempest.items.ReadRecord;
import dev.tempest.items.TypedItem;
import dev.tempest.items.UnknownItem;
import dev.tempest.items.UnreadableRecord;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.TableDefinition;
import dev.tempest.sdk2.items.HandleOnce;
import dev.tempest.sdk2.items.HandledChangeTable;
import dev.tempest.sdk2.items.ItemReader;
import dev.tempest.sdk2.items.ItemWriter;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The code of the documentation about streams and exports. */
class StreamsDocTest {
    @RegisterExtension
    final TestDb testDb = TestDb.of(TestTable.create("handled_changes", HandledChangeTable.class));

    @KeyTemplate(attribute = "pk", value = "ALBUM#{album}", keyOnly = "album")
    @KeyTemplate(attribute = "sk", value = "INFO")
    public record Album(String album, String title, int tracks) {
        public record Key(String album) {}
    }

    @KeyTemplate(attribute = "pk", value = "ALBUM#{album}", keyOnly = "album")
    @KeyTemplate(attribute = "sk", value = "TRACK#{number:3}", keyOnly = "number")
    public record Track(String album, int number, String title) {
        public record Key(String album, int number) {}
    }

    @Table(partitionKey = "pk", sortKey = "sk")
    public interface CatalogTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Album.Key, Album> albums();

        InlineView<Track.Key, Track> tracks();
    }

    public interface CatalogDb extends LogicalDb {
        @TableName("catalog")
        CatalogTable catalog();

        @TableName("handled_changes")
        HandledChangeTable handledChanges();
    }

    private final ItemReader reader = ItemReader.of(CatalogTable.class);
    private final List<Object> index = new ArrayList<>();
    private final List<UnreadableRecord> parked = new ArrayList<>();
    private CatalogDb db;

    @BeforeEach
    void createTable() {
        testDb.client()
                .createTable(TableDefinition.of(CatalogTable.class)
                        .withStream(StreamViewType.NEW_AND_OLD_IMAGES)
                        .createTableRequest("catalog"));
        db = testDb.logicalDb(CatalogDb.class);
        db.catalog().albums().create(new Album("a", "Harbour Lights", 0));
        db.catalog().tracks().create(new Track("a", 1, "Low Tide"));
        db.catalog().tracks().deleteKey(new Track.Key("a", 1));
    }

    private GetRecordsResponse response() {
        DynamoDbStreamsClient streams = testDb.streamsClient();
        String arn = testDb.client()
                .describeTable(request -> request.tableName("catalog"))
                .table()
                .latestStreamArn();
        String shard = streams.describeStream(request -> request.streamArn(arn))
                .streamDescription()
                .shards()
                .get(0)
                .shardId();
        String iterator = streams.getShardIterator(request ->
                        request.streamArn(arn).shardId(shard).shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                .shardIterator();
        return streams.getRecords(request -> request.shardIterator(iterator));
    }

    @Test
    void readsRecords() {
        GetRecordsResponse response = response();
        ItemReader reader = ItemReader.of(CatalogTable.class);

        List<ReadRecord> records = reader.records(response.records());

        assertThat(records).hasSize(3).allMatch(ItemChange.class::isInstance);
    }

    @Test
    void handlesByType() {
        GetRecordsResponse response = response();

        Changes changes = Changes.on(Album.class, change -> change.after().ifPresent(index::add))
                .and(Track.class, change -> {
                    if (change.kind().isRemoval()) {
                        index.remove(change.before().orElseThrow());
                    } else {
                        index.add(change.after().orElseThrow());
                    }
                })
                .onUnreadable(parked::add);

        HandledRecords handled = changes.handle(reader.records(response.records()));

        assertThat(handled.isComplete()).isTrue();
        assertThat(index).containsExactly(new Album("a", "Harbour Lights", 0));
        assertThat(parked).isEmpty();
    }

    @Test
    void readsKeys() {
        ItemChange<?> change =
                (ItemChange<?>) reader.records(response().records()).get(1);

        Track.Key key = reader.key(Track.Key.class, change);

        assertThat(key).isEqualTo(new Track.Key("a", 1));
    }

    public static class AlbumIndexer {
        private static final ItemReader READER = ItemReader.of(CatalogTable.class);

        private final Changes changes = Changes.on(
                        Album.class, change -> index(change.item().orElseThrow()))
                .onUnreadable(record -> System.err.println(record));

        public Map<String, Object> handleRequest(Map<String, Object> event) {
            return changes.handle(READER.lambdaEvent(event)).lambdaResponse();
        }

        void index(Album album) throws IOException {
            if (album.title().isEmpty()) {
                throw new IOException("The index is not there.");
            }
        }
    }

    /** An event as the developer guide shows it, with an item of this model. */
    private static final String EVENT = """
            {"Records": [
              {"eventID": "1", "eventName": "INSERT", "eventVersion": "1.0", "eventSource": "aws:dynamodb",
               "awsRegion": "us-east-1",
               "dynamodb": {
                 "ApproximateCreationDateTime": 1479499740,
                 "Keys": {"pk": {"S": "ALBUM#a"}, "sk": {"S": "INFO"}},
                 "NewImage": {"pk": {"S": "ALBUM#a"}, "sk": {"S": "INFO"}, "title": {"S": "%s"}, "tracks": {"N": "3"}},
                 "SequenceNumber": "13021600000000001596893679", "SizeBytes": 112, "StreamViewType": "NEW_IMAGE"},
               "eventSourceARN": "arn:aws:dynamodb:us-east-1:123456789012:table/catalog/stream/2016-11-16T20:42:48.104"}
            ]}
            """;

    @Test
    void handlesALambdaEvent() throws IOException {
        assertThat(new AlbumIndexer().handleRequest(event("Harbour Lights")))
                .isEqualTo(Map.of("batchItemFailures", List.of()));
        assertThat(new AlbumIndexer().handleRequest(event("")))
                .isEqualTo(
                        Map.of("batchItemFailures", List.of(Map.of("itemIdentifier", "13021600000000001596893679"))));
    }

    private static Map<String, Object> event(String title) throws IOException {
        return new ObjectMapper().readValue(EVENT.formatted(title), new TypeReference<>() {});
    }

    @Test
    void readsKinesis() {
        byte[] data = "{}".getBytes(UTF_8);
        String sequenceNumber = "49590338271490256608559692538361571095921575989136588898";

        reader.kinesisRecord(data, sequenceNumber).ifPresent(record -> changes().handle(List.of(record)));

        assertThat(parked.get(0).reason()).isEqualTo("dynamodb is missing.");
    }

    private Changes changes() {
        return Changes.on(Album.class, change -> index.add(change)).onUnreadable(parked::add);
    }

    @Test
    void countsOnce() {
        List<ReadRecord> records = reader.records(response().records());

        HandleOnce once = HandleOnce.of(db, db.handledChanges(), "track-counts");
        Changes changes = Changes.on(Track.class, once.writing((change, writes) -> {
            if (change.kind() == ChangeKind.CREATED) {
                Track track = change.after().orElseThrow();
                writes.patch(new Album.Key(track.album()), number(Album::tracks).add(1));
            }
        }));

        changes.handle(records).orThrow();
        changes.handle(records).orThrow();
        assertThat(db.catalog().albums().load(new Album.Key("a")).tracks()).isEqualTo(1);
    }

    @Test
    void callsOnce() {
        List<ReadRecord> records = reader.records(response().records());
        HandleOnce once = HandleOnce.of(db, db.handledChanges(), "mails");

        Changes changes = Changes.on(Album.class, once.calling(change -> send(change)));

        changes.handle(records).orThrow();
        changes.handle(records).orThrow();
        assertThat(index).hasSize(1);
    }

    private void send(ItemChange<Album> change) {
        index.add(change);
    }

    @Test
    void writesAndReadsFiles(@TempDir Path directory) throws IOException {
        List<Album> albums = List.of(new Album("a", "Harbour Lights", 3), new Album("b", "Night Ferry", 1));

        List<Path> files = ItemWriter.of(CatalogTable.class).write(albums, directory, "albums");

        assertThat(files).containsExactly(directory.resolve("albums-00001.json.gz"));

        List<Object> found = new ArrayList<>();
        try (Stream<ReadItem> items = Export.of(directory).items(reader)) {
            items.forEach(item -> {
                if (item instanceof TypedItem<?> typed) {
                    found.add(typed.item());
                } else if (item instanceof UnknownItem unknown) {
                    System.out.println("An item of no type: " + unknown.key());
                } else {
                    System.err.println(item);
                }
            });
        }

        assertThat(found).isEqualTo(albums);
    }

    @Test
    void readsChanges(@TempDir Path directory) throws IOException {
        Files.writeString(
                directory.resolve("a.json"),
                "{\"Metadata\":{\"WriteTimestampMicros\":{\"N\":\"1680109764000000\"}},\"Keys\":{\"pk\":{\"S\":\"ALBUM#a\"},"
                        + "\"sk\":{\"S\":\"INFO\"}}}");

        try (Stream<ReadRecord> records = Export.of(directory).changes(reader)) {
            changes().handle(records).orThrow();
        }

        assertThat(((ItemChange<?>) index.get(0)).kind()).isEqualTo(ChangeKind.DELETED);
    }
}
