package dev.tempest.tests.locking;

import dev.tempest.testing.TestDb;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** All that was ever stored, as the table's stream tells it: what was applied, whatever anybody was told. */
final class History {
    private final TestDb db;

    /** Begins to record. */
    History(TestDb db) {
        this.db = db;
        db.client()
                .updateTable(table -> table.tableName(Store.TABLE)
                        .streamSpecification(stream ->
                                stream.streamEnabled(true).streamViewType(StreamViewType.NEW_AND_OLD_IMAGES)));
    }

    /** How often a change was added to the list of changes of an item. */
    long applied(List<Record> records, String change) {
        return records.stream()
                .map(Record::dynamodb)
                .filter(event -> changes(event.newImage()).contains(change)
                        && !changes(event.oldImage()).contains(change))
                .count();
    }

    private static List<String> changes(Map<String, AttributeValue> image) {
        AttributeValue changes = image.get("changes");
        return changes == null
                ? List.of()
                : changes.l().stream().map(AttributeValue::s).toList();
    }

    /** Writes a row of no meaning, and reads the stream up to there. */
    List<Record> records() throws InterruptedException {
        String end = "end of the test";
        db.client().putItem(put -> put.tableName(Store.TABLE).item(Map.of("id", AttributeValue.fromS(end))));
        String arn = db.client()
                .describeTable(table -> table.tableName(Store.TABLE))
                .table()
                .latestStreamArn();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < deadline) {
            List<Record> records = new ArrayList<>();
            DynamoDbStreamsClient streams = db.streamsClient();
            for (Shard shard : streams.describeStream(stream -> stream.streamArn(arn))
                    .streamDescription()
                    .shards()) {
                read(streams, arn, shard, records);
            }
            if (records.removeIf(
                    record -> end.equals(record.dynamodb().keys().get("id").s()))) {
                return records;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("The stream does not tell of the last write.");
    }

    private static void read(DynamoDbStreamsClient streams, String arn, Shard shard, List<Record> records) {
        String iterator = streams.getShardIterator(request -> request.streamArn(arn)
                        .shardId(shard.shardId())
                        .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                .shardIterator();
        while (iterator != null) {
            String next = iterator;
            GetRecordsResponse response = streams.getRecords(request -> request.shardIterator(next));
            if (response.records().isEmpty()) {
                return;
            }
            records.addAll(response.records());
            iterator = response.nextShardIterator();
        }
    }
}
