package dev.tempest.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.local.internal.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Global tables with multi-Region eventual consistency. */
class EventualTablesTest {
    private static final String ADD_REPLICA =
            "{'TableName': 'things', 'ReplicaUpdates': [{'Create': {'RegionName': '%s'}}]}";
    private static final String KEY = "{'pk': {'S': 'a'}}";

    private final Local us = Local.withThings();
    private final Local eu = us.in("eu-west-1");
    private final LocalRegions regions = us.engine.regions("test");

    EventualTablesTest() {
        us.ok("UpdateTable", ADD_REPLICA.formatted("eu-west-1"));
    }

    private static void put(Local region, String value) {
        region.put("things", "{'pk': {'S': 'a'}, 'v': {'S': '" + value + "'}}");
    }

    private static String get(Local region) {
        JsonObject item = region.json("GetItem", "{'TableName': 'things', 'ConsistentRead': true, 'Key': " + KEY + "}")
                .structure("Item");
        return item == null
                ? "none"
                : item.structure("v") == null ? "no v" : item.structure("v").string("S");
    }

    private void tick() {
        us.engine.clock().advance(Duration.ofMillis(1));
    }

    @Test
    void aWriteStaysInItsRegionUntilItIsLetThrough() {
        put(us, "1");

        assertThat(get(eu)).isEqualTo("none");
        assertThat(regions.pending()).isEqualTo(1);
        assertThat(regions.replicate()).isEqualTo(1);
        assertThat(get(eu)).isEqualTo("1");
        assertThat(regions.replicate()).isZero();
    }

    @Test
    void ofTwoWritesTheLaterOneWinsInBothRegionsInWhateverOrderTheyArrive() {
        for (boolean usFirst : List.of(true, false)) {
            put(us, "earlier " + usFirst);
            tick();
            put(eu, "later " + usFirst);

            regions.replicate(usFirst ? "us-east-1" : "eu-west-1", usFirst ? "eu-west-1" : "us-east-1");
            regions.replicate();

            assertThat(get(us)).isEqualTo("later " + usFirst);
            assertThat(get(eu)).isEqualTo("later " + usFirst);
            tick();
        }
    }

    @Test
    void theWholeItemWinsNotItsAttributes() {
        put(us, "1");
        regions.replicate();
        us.ok("UpdateItem", """
                {'TableName': 'things', 'Key': {'pk': {'S': 'a'}}, 'UpdateExpression': 'SET v = :v',
                 'ExpressionAttributeValues': {':v': {'S': '2'}}}""");
        tick();
        eu.ok("UpdateItem", """
                {'TableName': 'things', 'Key': {'pk': {'S': 'a'}}, 'UpdateExpression': 'SET w = :w',
                 'ExpressionAttributeValues': {':w': {'S': '3'}}}""");

        regions.replicate();

        assertThat(us.get("things", KEY)).isEqualTo(eu.get("things", KEY)).contains("'w'");
        assertThat(get(us)).isEqualTo("1");
    }

    @Test
    void aConditionHoldsInItsRegionOnly() {
        put(us, "1");

        String condition = """
                {'TableName': 'things', 'Item': {'pk': {'S': 'a'}, 'v': {'S': '%s'}},
                 'ConditionExpression': 'attribute_not_exists(pk)'}""";
        assertThat(us.error("PutItem", condition.formatted("2"))).startsWith("ConditionalCheckFailedException");
        eu.ok("PutItem", condition.formatted("2"));
    }

    @Test
    void aWriteThatHasSeenAnotherIsTheLaterOneEvenIfTheClockStandsStill() {
        for (int i = 0; i < 3; i++) {
            put(us, "us " + i);
            regions.replicate();
            put(eu, "eu " + i);
            regions.replicate();

            assertThat(get(us)).isEqualTo("eu " + i);
            assertThat(get(eu)).isEqualTo("eu " + i);
        }
    }

    @Test
    void ofTwoWritesOfOneInstantThoseOfTheRegionThatIsLastInTheAlphabetWin() {
        put(eu, "eu");
        put(us, "us");

        regions.replicate();

        assertThat(get(eu)).isEqualTo("us");
        assertThat(get(us)).isEqualTo("us");
    }

    @Test
    void anOlderWriteDoesNotBringADeletedItemBack() {
        put(us, "1");
        regions.replicate();
        put(eu, "older");
        tick();
        us.ok("DeleteItem", "{'TableName': 'things', 'Key': " + KEY + "}");

        regions.replicate();

        assertThat(get(us)).isEqualTo("none");
        assertThat(get(eu)).isEqualTo("none");
    }

    @Test
    void aTransactionArrivesItemByItem() {
        us.ok("TransactWriteItems", """
                {'TransactItems': [
                  {'Put': {'TableName': 'things', 'Item': {'pk': {'S': 'a'}}}},
                  {'Put': {'TableName': 'things', 'Item': {'pk': {'S': 'b'}}}}]}""");

        assertThat(regions.replicateNext()).isTrue();

        assertThat(eu.ok("Scan", "{'TableName': 'things', 'Select': 'COUNT'}")).contains("'Count':1");
        assertThat(regions.replicateNext()).isTrue();
        assertThat(eu.ok("Scan", "{'TableName': 'things', 'Select': 'COUNT'}")).contains("'Count':2");
        assertThat(regions.replicateNext()).isFalse();
    }

    @Test
    void writesArriveByThemselvesAfterADelay() {
        regions.delay(Duration.ofSeconds(1));
        put(us, "1");

        assertThat(get(eu)).isEqualTo("none");
        us.engine.clock().advance(Duration.ofSeconds(1));
        assertThat(get(eu)).isEqualTo("1");

        regions.hold();
        put(us, "2");
        us.engine.clock().advance(Duration.ofSeconds(9));
        assertThat(get(eu)).isEqualTo("1");
    }

    @Test
    void bothSidesOfAPartitionTakeWritesAndTheLaterOnesWinWhenItIsHealed() {
        regions.partition("eu-west-1", "us-east-1");
        put(us, "earlier");
        tick();
        put(eu, "later");

        assertThat(regions.replicate()).isZero();
        assertThat(get(us)).isEqualTo("earlier");

        regions.heal("us-east-1", "eu-west-1");
        assertThat(regions.replicate()).isEqualTo(2);
        assertThat(get(us)).isEqualTo("later");
    }

    @Test
    void aWriteThatChangesNothingIsNotReplicated() {
        put(us, "1");
        regions.replicate();
        put(us, "1");

        assertThat(regions.pending()).isZero();
    }

    @Test
    void describeTableTellsTheOtherReplicas() {
        us.ok("UpdateTable", ADD_REPLICA.formatted("eu-central-1"));

        for (Local region : List.of(us, eu)) {
            JsonObject table =
                    region.json("DescribeTable", "{'TableName': 'things'}").structure("Table");
            assertThat(table.string("GlobalTableVersion")).isEqualTo("2019.11.21");
            assertThat(table.string("MultiRegionConsistency")).isEqualTo("EVENTUAL");
            assertThat(table.structures("Replicas"))
                    .extracting(replica -> replica.string("RegionName") + " " + replica.string("ReplicaStatus"))
                    .containsExactly(region == us ? "eu-west-1 ACTIVE" : "us-east-1 ACTIVE", "eu-central-1 ACTIVE");
            assertThat(table.structure("StreamSpecification").string("StreamViewType"))
                    .isEqualTo("NEW_AND_OLD_IMAGES");
        }
        assertThat(eu.ok("DescribeTable", "{'TableName': 'things'}")).contains("arn:aws:dynamodb:eu-west-1:");
    }

    @Test
    void aNewReplicaHasWhatTheOthersHave() {
        put(us, "1");
        regions.replicate();
        tick();
        put(eu, "2");

        us.ok("UpdateTable", ADD_REPLICA.formatted("eu-central-1"));

        assertThat(get(us.in("eu-central-1"))).isEqualTo("2");
    }

    @Test
    void aReplicaThatIsDeletedLeavesAnOrdinaryTable() {
        us.ok("UpdateTable", "{'TableName': 'things', 'ReplicaUpdates': [{'Delete': {'RegionName': 'eu-west-1'}}]}");

        assertThat(us.ok("DescribeTable", "{'TableName': 'things'}")).doesNotContain("Replica");
        assertThat(eu.error("DescribeTable", "{'TableName': 'things'}")).startsWith("ResourceNotFoundException");
        put(us, "1");
        assertThat(regions.pending()).isZero();
        us.ok("UpdateTable", ADD_REPLICA.formatted("eu-west-1"));
        eu.ok("DeleteTable", "{'TableName': 'things'}");
        assertThat(us.ok("DescribeTable", "{'TableName': 'things'}")).doesNotContain("Replica");
    }

    @Test
    void indexesBillingAndTimeToLiveAreTheSameInAllRegions() {
        us.ok("UpdateTable", """
                {'TableName': 'things', 'AttributeDefinitions': [{'AttributeName': 'v', 'AttributeType': 'S'}],
                 'GlobalSecondaryIndexUpdates': [{'Create': {'IndexName': 'by_v',
                   'KeySchema': [{'AttributeName': 'v', 'KeyType': 'HASH'}],
                   'Projection': {'ProjectionType': 'ALL'}}}]}""");
        us.ok("UpdateTimeToLive", """
                {'TableName': 'things', 'TimeToLiveSpecification': {'AttributeName': 'ttl', 'Enabled': true}}""");
        put(us, "1");
        regions.replicate();

        assertThat(eu.ok("Scan", "{'TableName': 'things', 'IndexName': 'by_v', 'Select': 'COUNT'}"))
                .contains("'Count':1");
        assertThat(eu.ok("DescribeTimeToLive", "{'TableName': 'things'}")).contains("'ENABLED'");
    }

    @Test
    void anItemThatExpiresIsDeletedInOneRegionAndTheDeletionIsReplicated() {
        us.ok("UpdateTimeToLive", """
                {'TableName': 'things', 'TimeToLiveSpecification': {'AttributeName': 'ttl', 'Enabled': true}}""");
        long expiry = Local.START.plusSeconds(60).getEpochSecond();
        us.put("things", "{'pk': {'S': 'a'}, 'ttl': {'N': '%d'}}".formatted(expiry));
        regions.replicate();

        us.engine.clock().advance(Duration.ofSeconds(60));

        assertThat(get(us)).isEqualTo("none");
        assertThat(get(eu)).isEqualTo("no v");
        regions.replicate();
        assertThat(get(eu)).isEqualTo("none");
        assertThat(records(us).get(1).structure("userIdentity")).isNotNull();
        assertThat(records(eu).get(1).structure("userIdentity")).isNull();
        assertThat(records(eu)).extracting(record -> record.string("eventName")).containsExactly("INSERT", "REMOVE");
    }

    private static List<JsonObject> records(Local region) {
        JsonObject stream = region.json("ListStreams", "{'TableName': 'things'}")
                .structures("Streams")
                .get(0);
        String arn = stream.string("StreamArn");
        String shard = region.json("DescribeStream", "{'StreamArn': '" + arn + "'}")
                .structure("StreamDescription")
                .structures("Shards")
                .get(0)
                .string("ShardId");
        String iterator =
                region.json("GetShardIterator", """
                {'StreamArn': '%s', 'ShardId': '%s', 'ShardIteratorType': 'TRIM_HORIZON'}""".formatted(arn, shard)).string("ShardIterator");
        return region.json("GetRecords", "{'ShardIterator': '" + iterator + "'}")
                .structures("Records");
    }

    @Test
    void whatAWGlobalTableCannotBe() {
        assertThat(us.error("UpdateTable", ADD_REPLICA.formatted("us-east-1")))
                .isEqualTo(
                        "ValidationException: Cannot add, delete, or update the local region through ReplicaUpdates. "
                                + "Use CreateTable, DeleteTable, or UpdateTable as required.");
        assertThat(us.error("UpdateTable", ADD_REPLICA.formatted("eu-west-1")))
                .isEqualTo(
                        "ValidationException: Failed to create a the new replica of table with name: 'things' because "
                                + "one or more replicas already existed as tables.");
        assertThat(us.error("UpdateTable", "{'TableName': 'things', 'ReplicaUpdates': [{'Create': {}}]}"))
                .contains("Value null at 'replicaUpdates.1.member.create.regionName'");
        assertThat(us.error(
                        "UpdateTable",
                        "{'TableName': 'things', 'ReplicaUpdates': [{'Delete': {'RegionName': 'sa-east-1'}}]}"))
                .contains("was not found: sa-east-1");
        assertThat(us.error("UpdateTable", "{'TableName': 'things', 'StreamSpecification': {'StreamEnabled': false}}"))
                .contains("cannot be disabled");
        us.ok(
                "CreateTable",
                Local.HASH_TABLE
                        .formatted("provisioned")
                        .replace(
                                "'BillingMode': 'PAY_PER_REQUEST'",
                                "'ProvisionedThroughput': {'ReadCapacityUnits': 1, 'WriteCapacityUnits': 1}"));
        assertThat(us.error("UpdateTable", ADD_REPLICA.formatted("eu-west-1").replace("things", "provisioned")))
                .isEqualTo("ValidationException: Table write capacity should either be Pay-Per-Request or AutoScaled.");
    }

    @Test
    void accountsDoNotMeet() {
        byte[] put = Local.bytes("{'TableName': 'things', 'Item': {'pk': {'S': 'a'}}}");
        us.engine.handle("CreateTable", "other", Local.bytes(Local.HASH_TABLE.formatted("things")));

        assertThat(us.engine.handle("PutItem", "other", put).status()).isEqualTo(200);

        assertThat(us.engine.regions("other").pending()).isZero();
        assertThat(regions.pending()).isZero();
    }
}
