package dev.tempest.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.local.internal.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Streams, and what time does: expiry, lag and capacity. */
class TimeTest {
    private final Local local = Local.withThings();

    private List<JsonObject> records(String view) {
        String arn = local.json("ListStreams", "{'TableName': 'things'}")
                .structures("Streams")
                .get(0)
                .string("StreamArn");
        JsonObject stream =
                local.json("DescribeStream", "{'StreamArn': '" + arn + "'}").structure("StreamDescription");
        assertThat(stream.string("StreamViewType")).isEqualTo(view);
        String shard = stream.structures("Shards").get(0).string("ShardId");
        String iterator =
                local.json("GetShardIterator", """
                        {'StreamArn': '%s', 'ShardId': '%s', 'ShardIteratorType': 'TRIM_HORIZON'}""".formatted(arn, shard)).string("ShardIterator");
        List<JsonObject> records = new ArrayList<>();
        List<JsonObject> page;
        do {
            JsonObject response = local.json("GetRecords", "{'ShardIterator': '" + iterator + "', 'Limit': 2}");
            page = response.structures("Records");
            records.addAll(page);
            iterator = response.string("NextShardIterator");
        } while (!page.isEmpty());
        return records;
    }

    private void change() {
        local.put("things", "{'pk': {'S': 'a'}, 'n': {'N': '1'}}");
        local.put("things", "{'pk': {'S': 'a'}, 'n': {'N': '1'}}");
        local.put("things", "{'pk': {'S': 'a'}, 'n': {'N': '2'}}");
        local.ok("DeleteItem", "{'TableName': 'things', 'Key': {'pk': {'S': 'a'}}}");
        local.ok("DeleteItem", "{'TableName': 'things', 'Key': {'pk': {'S': 'a'}}}");
    }

    @Test
    void aStreamHasARecordOfEachChangeWithTheImagesOfItsView() {
        for (String view : List.of("KEYS_ONLY", "NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES")) {
            local.ok("DeleteTable", "{'TableName': 'things'}");
            local.engine.clock().advance(Duration.ofHours(25));
            local.ok("CreateTable", Local.HASH_TABLE.formatted("things"));
            local.ok("UpdateTable", """
                    {'TableName': 'things', 'StreamSpecification': {'StreamEnabled': true, 'StreamViewType': '%s'}}""".formatted(view));
            change();

            List<JsonObject> records = records(view);

            assertThat(records)
                    .extracting(record -> record.string("eventName"))
                    .containsExactly("INSERT", "MODIFY", "REMOVE");
            JsonObject modified = records.get(1).structure("dynamodb");
            assertThat(modified.has("OldImage")).isEqualTo(view.contains("OLD"));
            assertThat(modified.has("NewImage")).isEqualTo(view.contains("NEW"));
            assertThat(records.get(0).structure("dynamodb").string("SequenceNumber"))
                    .isLessThan(modified.string("SequenceNumber"));
        }
    }

    @Test
    void aStreamIsDescribedUpToAHundredShards() {
        assertThat(local.error("DescribeStream", "{'StreamArn': 'arn', 'Limit': 0}"))
                .contains("'limit' failed to satisfy constraint: Member must have value greater than or equal to 1");
        assertThat(local.error("DescribeStream", "{'StreamArn': 'arn', 'Limit': 101}"))
                .contains("'limit' failed to satisfy constraint: Member must have value less than or equal to 100");
        assertThat(local.error("GetShardIterator", """
                        {'StreamArn': 'arn', 'ShardId': 'shard', 'ShardIteratorType': 'LATEST', 'SequenceNumber': [1]}""")).startsWith("SerializationException");
    }

    @Test
    void anItemWhoseTimeIsOverGoesWhenTheClockIsMoved() {
        local.ok("UpdateTable", """
                {'TableName': 'things', 'StreamSpecification': {'StreamEnabled': true, 'StreamViewType': 'OLD_IMAGE'}}""");
        local.ok("UpdateTimeToLive", """
                {'TableName': 'things', 'TimeToLiveSpecification': {'AttributeName': 'ttl', 'Enabled': true}}""");
        long expiry = Local.START.plusSeconds(60).getEpochSecond();
        local.put("things", "{'pk': {'S': 'a'}, 'ttl': {'N': '%d'}}".formatted(expiry));
        local.put("things", "{'pk': {'S': 'b'}, 'ttl': {'S': '%d'}}".formatted(expiry));
        local.put("things", "{'pk': {'S': 'c'}, 'ttl': {'N': '0'}}");

        local.engine.clock().advance(Duration.ofSeconds(59));
        assertThat(local.get("things", "{'pk': {'S': 'a'}}")).contains("Item");
        local.engine.clock().advance(Duration.ofSeconds(1));

        assertThat(local.get("things", "{'pk': {'S': 'a'}}")).isEqualTo("{}");
        assertThat(local.ok("Scan", "{'TableName': 'things', 'Select': 'COUNT'}"))
                .contains("'Count':2");
        assertThat(records("OLD_IMAGE").get(3).structure("userIdentity").string("PrincipalId"))
                .isEqualTo("dynamodb.amazonaws.com");
    }

    @Test
    void aReadThatIsNotConsistentLagsWhereATestWantsIt() {
        local.engine.readLag(Duration.ofSeconds(1));
        local.put("things", "{'pk': {'S': 'a'}, 'n': {'N': '1'}}");

        assertThat(local.ok("GetItem", "{'TableName': 'things', 'Key': {'pk': {'S': 'a'}}}"))
                .isEqualTo("{}");
        assertThat(local.ok("Scan", "{'TableName': 'things', 'Select': 'COUNT'}"))
                .contains("'Count':0");
        assertThat(local.get("things", "{'pk': {'S': 'a'}}")).contains("Item");

        local.engine.clock().advance(Duration.ofSeconds(1));
        local.put("things", "{'pk': {'S': 'a'}, 'n': {'N': '2'}}");

        assertThat(local.ok("GetItem", "{'TableName': 'things', 'Key': {'pk': {'S': 'a'}}}"))
                .contains("'n':{'N':'1'}");
    }

    @Test
    void aGlobalIndexLagsWhereATestWantsIt() {
        local.ok("CreateTable", Local.INDEXED_TABLE.formatted("events"));
        local.engine.indexLag(Duration.ofSeconds(1));
        local.put("events", "{'pk': {'S': 'a'}, 'sk': {'N': '1'}, 'g': {'S': 'g'}, 'l': {'S': 'l'}}");

        assertThat(local.ok("Scan", "{'TableName': 'events', 'IndexName': 'global', 'Select': 'COUNT'}"))
                .contains("'Count':0");
        assertThat(local.ok("Scan", "{'TableName': 'events', 'IndexName': 'local', 'Select': 'COUNT'}"))
                .contains("'Count':1");

        local.engine.clock().advance(Duration.ofSeconds(1));

        assertThat(local.ok("Scan", "{'TableName': 'events', 'IndexName': 'global', 'Select': 'COUNT'}"))
                .contains("'Count':1");
    }

    @Test
    void aProvisionedTableThrottlesWhereATestWantsIt() {
        local.ok("CreateTable", """
                {'TableName': 'slow', 'ProvisionedThroughput': {'ReadCapacityUnits': 1, 'WriteCapacityUnits': 2},
                 'AttributeDefinitions': [{'AttributeName': 'pk', 'AttributeType': 'S'}],
                 'KeySchema': [{'AttributeName': 'pk', 'KeyType': 'HASH'}]}""");
        local.engine.throttling(true);
        String put = "{'TableName': 'slow', 'Item': {'pk': {'S': 'a'}}}";
        local.ok("PutItem", put);
        local.ok("PutItem", put);

        assertThat(local.error("PutItem", put))
                .startsWith("ProvisionedThroughputExceededException: The level of configured");
        assertThat(local.ok("BatchWriteItem", """
                        {'RequestItems': {'slow': [{'PutRequest': {'Item': {'pk': {'S': 'b'}}}}],
                         'things': [{'PutRequest': {'Item': {'pk': {'S': 'b'}}}}]}}"""))
                .isEqualTo("{'UnprocessedItems':{'slow':[{'PutRequest':{'Item':{'pk':{'S':'b'}}}}]}}");

        local.engine.clock().advance(Duration.ofSeconds(1));
        local.ok("PutItem", put);
        local.ok("GetItem", "{'TableName': 'slow', 'Key': {'pk': {'S': 'a'}}}");
    }
}
