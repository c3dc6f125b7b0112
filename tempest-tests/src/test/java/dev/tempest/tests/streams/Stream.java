package dev.tempest.tests.streams;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** All records of a table's stream so far. */
public final class Stream {
    private Stream() {}

    public static List<Record> records(DynamoDbClient client, DynamoDbStreamsClient streams, String tableName) {
        String arn = client.describeTable(table -> table.tableName(tableName))
                .table()
                .latestStreamArn();
        List<Record> records = new ArrayList<>();
        List<Shard> shards = streams.describeStream(stream -> stream.streamArn(arn))
                .streamDescription()
                .shards();
        for (Shard shard : shards) {
            String iterator = streams.getShardIterator(request -> request.streamArn(arn)
                            .shardId(shard.shardId())
                            .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                    .shardIterator();
            while (iterator != null) {
                String next = iterator;
                GetRecordsResponse response = streams.getRecords(request -> request.shardIterator(next));
                if (response.records().isEmpty()) {
                    break;
                }
                records.addAll(response.records());
                iterator = response.nextShardIterator();
            }
        }
        return records;
    }
}
